/** Bringing articles in while the archive is served: one page at a time, or a stream of them. Extraction is elsewhere, in threads. */
import type { Article } from '../domain/article.js';
import type { ArticleInput } from '../domain/article-input.js';
import { ArchiveError } from '../domain/errors.js';
import { refuseWrite, type StoredKey } from '../domain/key.js';
import { previewArticle } from '../domain/preview.js';
import type { Warning } from '../ingest/article.js';
import { type PageHints, type RawPage, readPages, sniffFormat } from '../ingest/source.js';
import { nameBytes, toPage } from '../ingest/structured.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';
import { type Extractor, extractPages, toWrite } from './extract.js';
import { type PageOutcome, publishPages } from './publish.js';

export interface IngestOptions {
  read: ReadStore;
  write: WriteStore;
  extractor: Extractor;
  /** Epoch milliseconds. */
  clock: () => number;
  limits: IngestLimits;
}

export interface IngestLimits {
  /** Of one page. */
  maxPageBytes: number;
  /** Of compressed input, unpacked. */
  maxUnpackedBytes: number;
}

/** What became of a page that was brought in. */
export type Ingested = Extract<PageOutcome, { warnings: Warning[] }>;

/** A page as a client sends it. */
export interface SentPage {
  bytes: Uint8Array;
  /** Null: what its first bytes say. */
  format: 'text' | 'html' | 'markdown' | null;
  /** A name by which a later page without URL is known as the same; null: its bytes are its name. */
  name: string | null;
  hints: PageHints;
}

const NEVER = new AbortController().signal;
/** Batches of an import that are extracted while one is stored. */
const AHEAD = 2;

export class IngestService {
  readonly #options: IngestOptions;

  constructor(options: IngestOptions) {
    this.#options = options;
  }

  /** Stores a page; when this returns, it is on the disk. Throws why it could not be stored. */
  async storePage(page: SentPage, key: StoredKey): Promise<Ingested> {
    return this.#store(toRawPage(page), key);
  }

  /** Stores an article that is given field by field, as `storePage` does. */
  async storeArticle(input: ArticleInput, key: StoredKey): Promise<Ingested> {
    return this.#store(toPage(input), key);
  }

  /** Keeps an article back, as a draft or until its time. Throws why it could not be kept. */
  async holdArticle(input: ArticleInput, key: StoredKey): Promise<{ id: string; warnings: Warning[] }> {
    const { write: store, extractor, clock } = this.#options;
    const { status, publishAt } = input;
    if (status === 'published' || (status === 'scheduled') !== (publishAt !== undefined)) {
      throw new ArchiveError('invalid_body', 'publishAt goes with the status scheduled, and only with it', {
        parameter: 'publishAt',
      });
    }
    // It is published when readers first see it, unless its page was before.
    const page = toPage({ ...input, publishedAt: input.publishedAt ?? publishAt });
    const [result] = await extractor([page]);
    if (result === undefined) throw new TypeError('an extractor gives one result a page');
    if (result instanceof ArchiveError) throw result;
    const { warnings } = result;
    const write = toWrite(result.write);
    const when = { status, publishAt: publishAt === undefined ? null : Date.parse(publishAt) };
    const outcome = await store.hold(write, when, clock(), key);
    const { id } = write.article;
    switch (outcome.outcome) {
      case 'refused':
        throw refuseWrite();
      case 'withdrawn':
        throw new ArchiveError('withdrawn', 'An editor withdrew this article; only restoring brings it back');
      case 'conflict':
        throw new ArchiveError('identity_conflict', `This is ${outcome.heldBy}`, {
          suggestion: 'Change that one with PATCH, or withdraw it first.',
        });
      default:
        return { id, warnings };
    }
  }

  /** What `storePage` would store. Throws why it could not. */
  async preview(page: SentPage): Promise<{ article: Article; warnings: Warning[] }> {
    const { read, extractor, clock } = this.#options;
    const { timeZone } = await read.getState();
    const how = { extractor, ahead: 1, signal: NEVER };
    for await (const item of extractPages(once(toRawPage(page)), how)) {
      if ('error' in item) throw item.error;
      if ('write' in item) {
        return { article: previewArticle(toWrite(item.write), clock(), timeZone), warnings: item.warnings };
      }
    }
    throw new TypeError('an extraction gives one result a page');
  }

  /** Stores all pages of an input, as `baoku import -` reads it, and gives what became of each once it is on the disk. */
  importAll(input: AsyncIterable<Uint8Array>, key: StoredKey, signal: AbortSignal): AsyncGenerator<PageOutcome> {
    const pages = readPages(['-'], { stdin: input, ...this.#options.limits });
    const { write: store, extractor, clock } = this.#options;
    return publishPages(pages, { store, extractor, clock, ahead: AHEAD, signal, within: key });
  }

  async #store(page: RawPage, key: StoredKey): Promise<Ingested> {
    const { write: store, extractor, clock } = this.#options;
    const how = { store, extractor, clock, ahead: 1, signal: NEVER, within: key };
    for await (const item of publishPages(once(page), how)) {
      if ('warnings' in item) return item;
      if ('error' in item) throw item.error;
    }
    throw new TypeError('publishing gives one outcome a page');
  }
}

function toRawPage({ bytes, format, name, hints }: SentPage): RawPage {
  const known = format ?? sniffFormat(bytes);
  if (known === null) {
    throw new ArchiveError('page_binary', 'This is no page, but records or a compressed file', {
      suggestion: 'Send records to /v1/articles, one at a time, and anything else to /v1/import.',
    });
  }
  return { name: name ?? nameBytes('page', bytes), format: known, bytes, hints };
}

async function* once<T>(item: T): AsyncGenerator<T> {
  yield item;
}
