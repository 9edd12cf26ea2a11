/** `/v1/archives`: all articles, month by month, as files that never change; with the changes behind them, a mirror. */
import { createReadStream } from 'node:fs';
import * as z from 'zod';
import { type ArchiveManifest, archivedArticle, archiveMonth } from '../../domain/archives.js';
import { formatChangeToken } from '../../domain/change.js';
import { ArchiveError } from '../../domain/errors.js';
import { exampleArticle } from '../examples.js';
import { defineRoute } from '../route.js';

const exampleHash = '5d41c2a0'.repeat(8);
const exampleName = `2014-07-${exampleHash}.ndjson.gz`;

export const archivesAnswer = z
  .object({
    archiveId: z.string().meta({ description: 'Names the archive: files of another one do not go with these.' }),
    timeZone: z.string().meta({ description: 'Zone of the months, and of the instants in the files.' }),
    seq: z.int().min(0).meta({ description: 'The state up to which everything is in the files.' }),
    since: z.string().meta({ description: 'Token: with /v1/changes behind it, the files are the whole archive.' }),
    articleCount: z.int().min(0),
    isComplete: z.boolean().meta({ description: 'Whether every month has its file; if not, ask again in a while.' }),
    data: z.array(archiveMonth),
  })
  .meta({ id: 'ArchiveManifest' });

const toAnswer = ({ months, isCurrent: _, ...manifest }: ArchiveManifest, origin: string) => ({
  ...manifest,
  since: formatChangeToken(manifest),
  data: months.map(({ file, ...month }) => ({
    ...month,
    file: file && { ...file, url: `${origin}/v1/archives/${file.name}` },
  })),
});

export const listArchives = defineRoute({
  operationId: 'listArchives',
  path: '/v1/archives',
  tag: 'Export',
  summary: 'List the monthly archives',
  description:
    'A manifest of files with all articles of a month each, oldest first, those without any date last. Files are made when this is asked for and kept until their month changes; of a month that has changed since, the file before is listed until the new one is made. Whoever takes all files, and then /v1/changes behind since, has the whole archive.',
  params: z.object({}),
  query: z.object({}),
  answer: {
    description: 'The months and their files.',
    schema: archivesAnswer,
    example: {
      archiveId: 'mjv0c5xs',
      timeZone: '+08:00',
      seq: 58,
      since: 'mjv0c5xs-58',
      articleCount: 48,
      isComplete: true,
      data: [
        {
          month: '2014-07',
          articleCount: 3,
          seq: 41,
          file: {
            name: exampleName,
            url: `/v1/archives/${exampleName}`,
            seq: 58,
            articleCount: 3,
            bytes: 4_114,
            sha256: exampleHash,
            contentBytes: 19_022,
            contentSha256: '7d793037'.repeat(8),
          },
        },
      ],
    },
  },
  errors: [],
  async handle({ archives, origin }) {
    const manifest = await archives.list();
    // In a moment there may be files that are not there now, and the archive be the same.
    return { body: JSON.stringify(toAnswer(manifest, origin)), isPartial: !manifest.isCurrent };
  },
});

export const downloadArchive = defineRoute({
  operationId: 'downloadArchive',
  path: '/v1/archives/{name}',
  tag: 'Export',
  summary: 'Download a monthly archive',
  description:
    'The file of a month: NDJSON in gzip, a line for each article with body, text, quotes and statistics, by the time at which it counts as published and then by id. The name has the SHA-256 of the file, so that a cache may keep it for good. A file is there for a day after its month has changed; then the manifest has the name of the new one.',
  params: z.object({
    name: z.string().min(1).max(100).meta({ description: 'As the manifest gives it.', example: exampleName }),
  }),
  query: z.object({}),
  answer: {
    type: 'application/gzip',
    description: 'The file. What each of its lines is once it is unpacked:',
    schema: archivedArticle,
    example: { ...exampleArticle, order: 12 },
  },
  caching: 'file',
  errors: ['not_found'],
  async handle({ archives }, { params: { name } }) {
    const file = await archives.find(name);
    if (file === null) {
      throw new ArchiveError('not_found', 'There is no such file, or its month has changed since', {
        suggestion: '/v1/archives has the names of those there are.',
      });
    }
    const { path, bytes, sha256 } = file;
    return { body: createReadStream(path), type: 'application/gzip', bytes, fileName: name, etag: `"${sha256}"` };
  },
});
