/** Reads labelled articles from a folder: the pages and what people marked in them. It knows nothing of the extraction. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawPage } from '../../src/ingest/source.js';
import { type Placed, placeInReadingOrder } from './spans.js';

/** What every label has: its words, its place when it is given, and whether it is a borderline case that never counts. */
interface Label {
  text: string;
  start?: number;
  end?: number;
  /** The n-th occurrence after the label before it, from 1; for labels without offsets. */
  occurrence?: number;
  optional?: boolean;
}

/** A quote as it was marked. */
export interface QuoteLabel extends Label {
  kind: 'direct' | 'testimonial' | 'indirect';
  speaker: string | null;
  role: string | null;
  organization: string | null;
}

/** A figure as it was marked; `normalizedValue` is in `normalizedUnit`. */
export interface StatisticLabel extends Label {
  unit: string | null;
  qualifier: string | null;
  measure: string | null;
  asOf: string | null;
  normalizedValue: number | null;
  normalizedUnit: string | null;
}

/** The metadata that is measured, by the names of the annotation guide. */
export interface Metadata {
  title?: string | null;
  section?: string[] | null;
  source?: string | null;
  issueDate?: string | null;
  page?: string | null;
  publishedAt?: string | null;
  author?: string | null;
  lead?: string | null;
}

/** A page with its reference text and its labels, placed in that text. A track that was not labelled is null. */
export interface LabelledArticle {
  id: string;
  page: RawPage;
  /** The text that labels are placed in: head lines, then the body, one line a block. */
  plain: string;
  metadata: Metadata | null;
  /** The part of `plain` that is the body. */
  body: string | null;
  quotes: Placed<QuoteLabel>[] | null;
  statistics: Placed<StatisticLabel>[] | null;
}

interface IndexEntry {
  id: string;
  file: string;
  plain: string;
  labels: string;
}

interface LabelFile {
  metadata: Metadata | null;
  metadataFromPageOnly?: Metadata;
  body: { start: number; end: number } | null;
  quotes: QuoteLabel[] | null;
  statistics: StatisticLabel[] | null;
}

/**
 * Reads a labelled set: `index.json` names the pages, `plain/` holds the reference texts, `labels/<id>.json` the labels.
 * Articles marked `"labels": "none"` are left out. Throws when a label does not stand in its text.
 */
export function readLabelledSet(folder: string): LabelledArticle[] {
  const index: IndexEntry[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return index.filter((entry) => entry.labels !== 'none').map((entry) => readLabelledArticle(folder, entry));
}

function readLabelledArticle(folder: string, { id, file, plain: plainFile }: IndexEntry): LabelledArticle {
  const plain = readFileSync(join(folder, plainFile), 'utf8');
  const labels: LabelFile = JSON.parse(readFileSync(join(folder, 'labels', `${id}.json`), 'utf8'));
  const page = toPage(file, readFileSync(join(folder, file)));
  const fromPage = page.format === 'html' ? labels.metadataFromPageOnly : undefined;
  return {
    id,
    page,
    plain,
    metadata: labels.metadata && { ...labels.metadata, ...fromPage },
    body: labels.body && plain.slice(labels.body.start, labels.body.end),
    quotes: labels.quotes && placeInReadingOrder(labels.quotes, plain, id),
    statistics: labels.statistics && placeInReadingOrder(labels.statistics, plain, id),
  };
}

function toPage(name: string, bytes: Uint8Array): RawPage {
  const page = { name, bytes, hints: {} };
  if (/\.html?$/.test(name)) return { ...page, format: 'html' };
  if (name.endsWith('.md')) return { ...page, format: 'markdown' };
  if (name.endsWith('.json')) return { ...page, format: 'record' };
  return { ...page, format: 'text' };
}
