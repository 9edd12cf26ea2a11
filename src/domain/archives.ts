/** Monthly archives: all articles of a month as one file that is named by what is in it, and the manifest that lists them. */
import * as z from 'zod';
import { article } from './article.js';
import { type Month, UNDATED } from './month.js';

/** A line of a file. */
export const archivedArticle = article
  .required({ quotes: true, statistics: true })
  .extend({
    order: z.int().min(1).meta({ description: 'The number by which articles of one date are ordered.' }),
  })
  .meta({ id: 'ArchivedArticle' });
export type ArchivedArticle = z.infer<typeof archivedArticle>;

const sha256 = (of: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: `SHA-256 of ${of}.` });

export const archiveFile = z
  .object({
    name: z.string().meta({ description: 'Names its own bytes: under this name they never change.' }),
    seq: z.int().min(0).meta({ description: 'The state of the archive it was made from.' }),
    articleCount: z.int().min(1),
    bytes: z.int().min(1),
    sha256: sha256('the file'),
    contentBytes: z.int().min(1).meta({ description: 'Bytes of the lines in it.' }),
    contentSha256: sha256('the lines in it'),
  })
  .meta({ id: 'ArchiveFile' });
export type ArchiveFile = z.infer<typeof archiveFile>;

export const archiveMonth = z
  .object({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .nullable()
      .meta({ description: 'In the zone of the archive; null: the articles without any date.' }),
    articleCount: z.int().min(1).meta({ description: 'Articles that it has now.' }),
    seq: z.int().min(0).meta({ description: 'The newest change that touched it.' }),
    file: archiveFile
      .extend({ url: z.string().meta({ description: 'Where it is.' }) })
      .nullable()
      .meta({ description: 'The newest file there is of it; null: it is still being made.' }),
  })
  .meta({ id: 'ArchiveMonth' });

/** The manifest, but for the addresses of the files. */
export interface ArchiveManifest {
  archiveId: string;
  timeZone: string;
  /** Files and the changes behind this seq are together the whole archive. */
  seq: number;
  articleCount: number;
  /** Whether every month has a file. */
  isComplete: boolean;
  /** Whether every file is of its month as it is now. */
  isCurrent: boolean;
  months: { month: Month; articleCount: number; seq: number; file: ArchiveFile | null }[];
}

/** The name of the file of a month. */
export const nameArchive = (month: Month, hash: string) => `${month ?? UNDATED}-${hash}.ndjson.gz`;

/** What a name can be; the second part is the SHA-256 of the file. */
export const archiveName = /^(\d{4}-\d{2}|undated)-([0-9a-f]{64})\.ndjson\.gz$/;
