/** What caches between the server and its readers are told of an answer: how long it keeps, and the tags to purge it by. */
import type { FastifyRequest } from 'fastify';

/**
 * How an answer may be cached. `list`: it changes with the archive, and its ETag follows from the state of the archive alone.
 * `item`: its ETag is that of its own bytes, which other articles leave as they are. `file`: its address names its bytes, and the
 * route its ETag. `posted`: it is what a body asks for, which no cache on the way keeps, so that it is kept here alone. `none`: it is
 * about this moment.
 */
export type Caching = Lasting | 'posted' | 'none';
/** What caches on the way may keep. */
export type Lasting = 'list' | 'item' | 'file';

const DAY = 86_400_000;
/** What is about a day so long ago is hardly corrected any more. */
const SETTLED = 30 * DAY;

const controls = {
  list: 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400',
  item: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  file: 'public, max-age=31536000, immutable',
  settled: 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800',
};

/** `Cache-Control` of an answer that is about `date` (begins with YYYY-MM-DD), when it is about a date. */
export function chooseCacheControl(caching: Lasting, date: string | undefined, now: number): string {
  const about = date === undefined ? Number.NaN : Date.parse(date.slice(0, 10));
  return about < now - SETTLED ? controls.settled : controls[caching];
}

type Parameters = Readonly<Record<string, unknown>>;
const isText = (value: unknown): value is string => typeof value === 'string';

/** The last day that a request is about, when its parameters name one. */
export function findLastDay({ params, query }: Pick<FastifyRequest, 'params' | 'query'>): string | undefined {
  const { date } = params as Parameters;
  const { issueDate, to } = query as Parameters;
  return [date, issueDate, to].filter(isText).find((day) => /^\d{4}-\d{2}-\d{2}/.test(day));
}

/**
 * The text of the first member of this name in JSON bytes. A quotation mark inside a string is escaped, so that the name
 * between two of them is never found in one.
 */
export function findMember(json: Buffer, name: string): string | undefined {
  const mark = `"${name}":"`;
  const at = json.indexOf(mark);
  if (at === -1) return undefined;
  const start = at + mark.length;
  return json.toString('utf8', start, json.indexOf('"', start));
}

/** Caches take tags up to about this many bytes. */
const TAG_BYTES = 1_000;

/**
 * The tags of an answer: its collection (`articles`) and what the request asks for (`article:…`, `section:…`, `source:…`,
 * `issue:…`); the collection alone where they are too many or too long.
 */
export function listTags({ url, params, query }: Pick<FastifyRequest, 'url' | 'params' | 'query'>): readonly string[] {
  const [, , collection = 'baoku'] = (url.split('?', 1)[0] ?? '').split('/');
  const { id, slug, date } = params as Parameters;
  const { ids, section, source, issueDate } = query as Parameters;
  const tags: string[] = [collection];
  const add = (kind: string, value: unknown) => {
    // As it stands in the address: visible ASCII, without the space and the comma that separate tags.
    if (isText(value)) tags.push(`${kind}:${encodeURIComponent(value)}`);
  };
  if (collection === 'articles') add('article', id);
  for (const each of Array.isArray(ids) ? ids : []) add('article', each);
  add('section', section);
  add('source', source ?? slug);
  if (isText(slug) && isText(date)) tags.push(`issue:${slug}/${date}`);
  add('issue', issueDate);
  return tags.join(' ').length <= TAG_BYTES ? tags : [collection];
}
