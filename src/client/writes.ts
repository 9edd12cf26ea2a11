/** What writing takes and answers: the schemas of the domain as a caller writes them. Types only. */
import type * as z from 'zod';
import type { Article, Block } from '../domain/article.js';
import type { articleInput } from '../domain/article-input.js';
import type { quoteFields, statisticFields } from '../domain/correction.js';
import type { editableFields } from '../domain/edit.js';
import type { Quote } from '../domain/quote.js';
import type { Span } from '../domain/span.js';
import type { Statistic } from '../domain/statistic.js';
import type { StoredWebhook, WebhookEvent, webhookRequest } from '../domain/webhook.js';

/** Bytes of a page, or text that becomes UTF-8. */
export type Bytes = string | Uint8Array | ArrayBuffer | Blob;

/** What is known of a page from outside; it wins over what the page says. */
export interface PageHints {
  url?: string | undefined;
  source?: string | undefined;
  /** Names of its levels, separated by `/`. */
  section?: string | undefined;
  publishedAt?: string | undefined;
  issueDate?: string | undefined;
  page?: string | undefined;
  timeZone?: string | undefined;
  name?: string | undefined;
}
export interface SentPage extends PageHints {
  body: Bytes;
}

export interface Warning {
  code: string;
  message: string;
}
export interface StoredArticle {
  /** `unchanged`: nothing was written; `held`: it is kept, and not published. */
  outcome: 'created' | 'updated' | 'unchanged' | 'held';
  warnings: Warning[];
  article: Article;
}
export type ArticlePreview = Pick<StoredArticle, 'warnings' | 'article'>;

/** An article field by field, with one of `body`, `html` and `text`. */
export type GivenArticle = z.input<typeof articleInput>;

type Editable = z.input<typeof editableFields>;
/** Fields to set; null empties one. */
export type ArticlePatch = Partial<Omit<Editable, 'section' | 'keywords' | 'aliases'>> & {
  section?: Editable['section'] | null | undefined;
  keywords?: Editable['keywords'] | null | undefined;
  aliases?: Editable['aliases'] | null | undefined;
};
/** The same, and when the article is to be published; `publishAt` null: not by itself. */
export type UnpublishedPatch = ArticlePatch & {
  status?: 'draft' | 'scheduled' | 'published' | undefined;
  publishAt?: string | null | undefined;
};
/** All fields; one that is left out is emptied. */
export type ArticleReplacement = Pick<Editable, 'title' | 'body'> & Partial<Omit<Editable, 'title' | 'body'>>;

interface Noted {
  /** Why; kept with the correction. */
  note?: string | null | undefined;
}
type Given<T, Required extends keyof T> = Pick<T, Required> &
  Partial<Omit<T, Required | 'id' | 'confidence' | 'rule' | 'span'>>;
/** `span`: where it stands; where its words stand first unless given. */
export type GivenQuote = Given<Quote, 'text' | 'kind'> & Noted & { span?: Span | undefined };
export type GivenStatistic = Given<Statistic, 'text' | 'value'> & Noted & { span?: Span | undefined };
export type QuotePatch = z.input<typeof quoteFields> & Noted;
export type StatisticPatch = z.input<typeof statisticFields> & Noted;

export interface Withdrawn {
  id: string;
  withdrawn: true;
}

export interface Discarded {
  id: string;
  discarded: true;
}

/** Why, and until when, an article is not published. */
interface Standing {
  status: 'draft' | 'scheduled' | 'withdrawn';
  publishAt: string | null;
}
export interface UnpublishedSummary extends Standing {
  id: string;
  title: string;
  source: string | null;
  section: string[];
}
export interface UnpublishedArticle extends Standing {
  article: Article;
}
/** `published`: that is what it was changed to. */
export interface ChangedArticle {
  status: Standing['status'] | 'published';
  publishAt: string | null;
  article: Article;
}
export interface UnpublishedQuery {
  /** Only those behind this id. */
  after?: string | undefined;
  limit?: number | undefined;
}

export interface Revision {
  revision: number;
  modifiedAt: string;
  title: string;
  isCurrent: boolean;
}
interface ItemDifferences<T> {
  added: T[];
  removed: T[];
  altered: { from: T; to: T }[];
}
export interface ArticleDifferences {
  fields: { field: string; from: string | null; to: string | null }[];
  quotes: ItemDifferences<Quote>;
  statistics: ItemDifferences<Statistic>;
}

/** Articles or pages to import: records, which become NDJSON as they are sent, or what is that, or gzip or zip, already. */
export interface SentImport {
  body: Bytes | ReadableStream<Uint8Array> | Iterable<object> | AsyncIterable<object>;
}
export interface Fault {
  code: string;
  message: string;
  suggestion?: string | undefined;
}
export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  skipped: number;
}
/** What became of one. */
export interface ImportResult {
  name: string;
  id?: string | null | undefined;
  outcome: keyof ImportCounts;
  error?: Fault | undefined;
}
/** A line of the answer: the last has the sums. With `Prefer: respond-async` there is one, the job. */
export type ImportLine = ImportResult | { sums: ImportCounts } | { error: Fault } | ImportJob;
export interface ImportJob {
  id: string;
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  createdAt: string;
  endedAt: string | null;
  bytes: number;
  bytesRead: number;
  counts: ImportCounts;
  error: Fault | null;
}

export type WebhookRequest = z.input<typeof webhookRequest>;
export type Webhook = Omit<StoredWebhook, 'secrets' | 'createdAt' | 'failingSince' | 'pausedAt'> & {
  createdAt: string;
  failingSince: string | null;
  pausedAt: string | null;
};
/** A webhook with its secret, which is shown this once. */
export type MadeWebhook = Webhook & { secret: string };
export interface WebhookMessage {
  id: string;
  event: WebhookEvent | 'test';
  seq: number;
  status: 'pending' | 'delivered' | 'failed';
  attempts: number;
  createdAt: string;
  at: string;
  responseStatus: number | null;
  error: string | null;
  payload: { [member: string]: unknown };
}
export interface WebhookReplay {
  since?: number | undefined;
  message?: string | undefined;
}
export interface MessagesQuery {
  status?: WebhookMessage['status'] | undefined;
  limit?: number | undefined;
}

export type { Block, WebhookEvent };
