/** Editing: changing, withdrawing and bringing back articles, and correcting what was found in them. What it decides, the store keeps. */
import { randomBytes } from 'node:crypto';
import type { Article } from '../domain/article.js';
import { type CorrectionRequest, correctionRequest } from '../domain/correction.js';
import { type EditedFields, editableFields, withoutSpans } from '../domain/edit.js';
import { ArchiveError } from '../domain/errors.js';
import type { Json } from '../domain/json.js';
import { checkLimits, mayWrite, type StoredKey, type WriteLimits } from '../domain/key.js';
import { previewArticle } from '../domain/preview.js';
import type { Quote } from '../domain/quote.js';
import type { Statistic } from '../domain/statistic.js';
import { formatInstant } from '../domain/time.js';
import type { UnpublishedArticle } from '../domain/write.js';
import { applyEdit } from '../ingest/edit.js';
import { fromJson } from '../store/json.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';

export interface EditOptions {
  read: ReadStore;
  write: WriteStore;
  /** Epoch milliseconds. */
  clock: () => number;
}

export type Target = 'quote' | 'statistic';
/** What is given of an added item; where it stands is looked up by its words when it is not said. */
export type GivenItem = Omit<Quote | Statistic, 'id' | 'confidence' | 'rule' | 'span'> & {
  span?: Quote['span'] | undefined;
};

/** Says whether an article is the one that a client has seen. */
export type Precondition = (id: string) => Promise<boolean>;

/** Whether an article that is not published is the one that a client has seen. */
export type UnpublishedPrecondition = (found: UnpublishedArticle) => boolean;

/** When an article that is not published is to be; a field that is not given stays. */
export interface GivenStanding {
  status?: 'draft' | 'scheduled' | undefined;
  /** Epoch milliseconds; null: nobody said. */
  publishAt?: number | null | undefined;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export class EditService {
  readonly #options: EditOptions;

  constructor(options: EditOptions) {
    this.#options = options;
  }

  /** Sets fields of an article; the others stay. Throws `precondition_failed` when it is not as it was seen, or changes meanwhile. */
  async change(id: string, fields: EditedFields, isSeen: Precondition, key: StoredKey): Promise<void> {
    const article = fromJson(await this.#read(id)) as Article;
    if (!(await isSeen(id))) throw refuseUnseen();
    const changed = pickChanged(article, fields);
    if (Object.keys(changed).length === 0) return;
    const { section, source, quotes = [], statistics = [], modifiedAt: _, revision, ...rest } = article;
    const slugs = section?.slug.split('/') ?? [];
    const path = (section?.path ?? []).map((name, depth) => ({ name, slug: slugs[depth] ?? '' }));
    const before = { article: rest, section: path, source, addresses: [], quotes, statistics };
    const after = applyEdit(before, changed);
    const outcome = await this.#options.write.edit(
      id,
      { ...after, findings: after.quotes === quotes ? null : { quotes: after.quotes, statistics: after.statistics } },
      { at: this.#options.clock(), author: key.name, fields: changed },
      { revision, within: key },
    );
    if (!outcome) throw refuseUnseen();
  }

  /** Takes an article out of every list; it can be brought back, and no import does so. */
  async withdraw(id: string, isSeen: Precondition, key: StoredKey): Promise<void> {
    await this.#read(id);
    if (!(await isSeen(id))) throw refuseUnseen();
    if (!(await this.#options.write.shelve(id, this.#options.clock(), key))) throw refuseUnseen();
  }

  /**
   * Publishes a draft, and brings a withdrawn article back as it was, with its edits and corrections. A draft that nobody dated is
   * dated now, and so is a scheduled one that comes early. Throws `not_found` where there is none.
   */
  async restore(id: string, key: StoredKey): Promise<void> {
    const { read, write, clock } = this.#options;
    const found = await read.getUnpublished(id);
    const date = found && dateNow(found, clock());
    if (found && date) {
      const { timeZone } = await read.getState();
      await this.#changeUnpublished(found, { publishedAt: formatInstant(clock(), timeZone) }, found, key);
    }
    if (await write.restore(id, clock(), key)) return;
    throw refuseUnknown();
  }

  /**
   * Sets fields of an article that is not published, and when it is to be. Throws `precondition_failed` when it is not as it was
   * seen, `not_found`, and `invalid_body` for a time that does not go with the status.
   */
  async changeUnpublished(
    id: string,
    fields: EditedFields,
    given: GivenStanding,
    isSeen: UnpublishedPrecondition,
    key: StoredKey,
  ): Promise<void> {
    const found = await this.#options.read.getUnpublished(id);
    if (found === null) throw refuseUnknown();
    if (!isSeen(found)) throw refuseUnseen();
    const standing = settleStanding(found, given);
    const { timeZone } = await this.#options.read.getState();
    const followed = followTime(found, standing, timeZone);
    await this.#changeUnpublished(found, { ...followed, ...fields }, standing, key);
  }

  /** Forgets an article that is not published, for good. Throws as {@link changeUnpublished} does. */
  async discard(id: string, isSeen: UnpublishedPrecondition, key: StoredKey): Promise<void> {
    const found = await this.getUnpublished(id, key);
    if (!isSeen(found)) throw refuseUnseen();
    if (!(await this.#options.write.discard(id, { revision: found.revision, within: key }))) throw refuseUnseen();
  }

  async #changeUnpublished(
    found: UnpublishedArticle,
    fields: EditedFields,
    { status, publishAt }: Pick<UnpublishedArticle, 'status' | 'publishAt'>,
    key: StoredKey,
  ): Promise<void> {
    const { read, write, clock } = this.#options;
    const { write: before, revision } = found;
    const at = clock();
    const changed = pickChanged(previewArticle(before, at, (await read.getState()).timeZone), fields);
    const isEdit = Object.keys(changed).length > 0;
    const { article, section, source, addresses, quotes, statistics } = applyEdit(before, changed);
    const edited = { article, section, source, addresses, findings: { quotes, statistics } };
    const edit = isEdit ? { at, author: key.name, fields: changed } : null;
    const when = { revision, within: key, status, publishAt, at };
    if (!(await write.editUnpublished(article.id, edited, edit, when))) throw refuseUnseen();
  }

  /** Articles that are not published, in order of id, behind `after`; those that are within the limits of a key alone. */
  async listUnpublished(after: string, limit: number, within: WriteLimits): Promise<UnpublishedArticle[]> {
    const found: UnpublishedArticle[] = [];
    let last = after;
    let isMore = true;
    while (isMore && found.length < limit) {
      const page = await this.#options.read.listUnpublished(last, limit);
      found.push(...page.filter(({ write }) => mayWrite(within, write)));
      isMore = page.length === limit;
      last = page.at(-1)?.write.article.id ?? last;
    }
    return found.slice(0, limit);
  }

  /** One of them. Throws `not_found`, and `forbidden` where it is outside of the limits. */
  async getUnpublished(id: string, within: WriteLimits): Promise<UnpublishedArticle> {
    const found = await this.#options.read.getUnpublished(id);
    if (found === null) throw refuseUnknown();
    checkLimits(within, found.write);
    return found;
  }

  /** The states of an article in which readers saw something else, the newest first. Of drafts, those within the limits alone. */
  async listRevisions(id: string, within: WriteLimits): Promise<Article[]> {
    const current = await this.#readAny(id, within);
    const kept = await this.#options.read.listRevisions(id);
    const before = await Promise.all(kept.map((revision) => this.getRevision(id, within, revision)));
    return [current, ...before];
  }

  /** An article as it was, or is when no revision is named. Throws `not_found` for one that is not kept. */
  async getRevision(id: string, within: WriteLimits, revision?: number): Promise<Article> {
    const current = await this.#readAny(id, within);
    if (revision === undefined || revision === current.revision) return current;
    const kept = await this.#options.read.getRevision(id, revision);
    if (kept !== null) return kept;
    throw new ArchiveError('not_found', `Revision ${revision} of this article is not kept`);
  }

  /** Sets all fields but the addresses as they were at a revision, as an edit. Throws as `change` and `getRevision` do. */
  async revert(id: string, revision: number, isSeen: Precondition, key: StoredKey): Promise<void> {
    const { url: _, aliases: __, ...said } = toFields(await this.getRevision(id, key, revision));
    await this.change(id, said, isSeen, key);
  }

  /** Adds a quote or statistic, and gives its id. Throws `invalid_body` when its words are not in the text. */
  async add(id: string, target: Target, given: GivenItem, note: string | null, key: StoredKey): Promise<string> {
    const { text } = fromJson(await this.#read(id)) as Article;
    const start = text.indexOf(given.text);
    if (given.span === undefined && start === -1) {
      throw new ArchiveError('invalid_body', 'The words are not in the text of the article', {
        parameter: 'text',
        suggestion: 'Give them as they stand there, or say where they stand with span.',
      });
    }
    const span = given.span ?? { start, end: start + given.text.length };
    const itemId = `${id}-${[...randomBytes(8)].map((byte) => ALPHABET[byte & 31]).join('')}`;
    await this.#correct(id, { action: 'add', target, item: { ...given, id: itemId, span }, note }, key);
    return itemId;
  }

  /** Sets fields of a quote or statistic. Throws `not_found` for one there is not. */
  async correct(id: string, target: Target, itemId: string, fields: object, note: string | null, key: StoredKey) {
    await this.#correct(id, { action: 'correct', target, id: itemId, fields, note }, key);
  }

  /** Takes a quote or statistic out, for good. Throws `not_found` for one there is not. */
  async reject(id: string, target: Target, itemId: string, note: string | null, key: StoredKey): Promise<void> {
    await this.#correct(id, { action: 'reject', target, id: itemId, note }, key);
  }

  async #correct(id: string, request: object, key: StoredKey): Promise<void> {
    await this.#read(id);
    const checked: CorrectionRequest = correctionRequest.parse({ ...request, author: key.name });
    if (await this.#options.write.correct(id, checked, this.#options.clock(), key)) return;
    throw new ArchiveError('not_found', 'The article has no such quote or statistic');
  }

  /** An article as it is, published or not. */
  async #readAny(id: string, within: WriteLimits): Promise<Article> {
    const { read, clock } = this.#options;
    const found = await read.getUnpublished(id);
    if (found !== null) checkLimits(within, found.write);
    if (found === null) return fromJson(await this.#read(id)) as Article;
    return previewArticle(found.write, clock(), (await read.getState()).timeZone, found.revision);
  }

  async #read(id: string): Promise<Json<Article>> {
    const found = await this.#options.read.getArticle(id, ['quotes', 'statistics']);
    if (found.state === 'published') return found.article;
    if (found.state === 'withdrawn') throw new ArchiveError('withdrawn', 'This article was withdrawn from the archive');
    throw new ArchiveError('not_found', 'The archive has no article with this id');
  }
}

const refuseUnknown = () => new ArchiveError('not_found', 'There is no unpublished article with this id');

/** Whether an article that is published now gets its date from that. */
function dateNow({ status, publishAt, write }: UnpublishedArticle, now: number): boolean {
  const { publishedAt, issue } = write.article;
  if (status === 'withdrawn') return false;
  if (publishedAt === null) return issue === null;
  return publishAt !== null && publishAt > now && Date.parse(publishedAt) === publishAt;
}

/** When the article is to be published from then on. */
function settleStanding(
  found: UnpublishedArticle,
  given: GivenStanding,
): Pick<UnpublishedArticle, 'status' | 'publishAt'> {
  if (given.status === undefined && given.publishAt === undefined) return found;
  const refuse = (message: string) => new ArchiveError('invalid_body', message, { parameter: 'publishAt' });
  if (found.status === 'withdrawn') throw refuse('A withdrawn article has no time: restore brings it back');
  const status = given.status ?? (given.publishAt === null ? 'draft' : 'scheduled');
  const publishAt =
    given.publishAt === undefined && status === 'scheduled' ? found.publishAt : (given.publishAt ?? null);
  if ((status === 'scheduled') !== (publishAt !== null)) {
    throw refuse('publishAt goes with the status scheduled, and only with it');
  }
  return { status, publishAt };
}

/** The date of an article, where it is none but the time at which it is to be published. */
function followTime(
  found: UnpublishedArticle,
  { publishAt }: { publishAt: number | null },
  timeZone: string,
): EditedFields {
  const { publishedAt } = found.write.article;
  const isOwn = publishedAt !== null && Date.parse(publishedAt) !== found.publishAt;
  if (isOwn || publishAt === found.publishAt) return {};
  return { publishedAt: publishAt === null ? null : formatInstant(publishAt, timeZone) };
}

const refuseUnseen = () =>
  new ArchiveError('precondition_failed', 'The article was changed since it was read', {
    suggestion: 'Read it again, and send its new ETag as If-Match.',
  });

/** The fields of an article as they can be given. */
export function toFields(article: Article): Required<EditedFields> {
  return {
    url: article.url,
    title: article.title,
    subtitle: article.subtitle,
    lead: article.lead,
    section: article.section?.path ?? [],
    source: article.source?.name ?? null,
    issue: article.issue,
    byline: article.byline,
    publishedAt: article.publishedAt,
    keywords: article.keywords,
    aliases: article.aliases,
    body: withoutSpans(article.body) as EditedFields['body'],
  };
}

/** Those of the fields that say something else than the article does. */
function pickChanged(article: Article, fields: EditedFields): EditedFields {
  const before = toFields(article);
  const names = Object.keys(editableFields.shape) as (keyof EditedFields)[];
  const isChanged = (name: keyof EditedFields) =>
    fields[name] !== undefined && JSON.stringify(sortKeys(fields[name])) !== JSON.stringify(sortKeys(before[name]));
  return Object.fromEntries(names.filter(isChanged).map((name) => [name, fields[name]]));
}

/** The same value with the members of its objects in one order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sortKeys(each)]),
  );
}
