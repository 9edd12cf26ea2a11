/** Identity: ids that come out the same for the same page on every machine, and fingerprints that tell change. */
import { hash as digest } from 'node:crypto';
import { normalizePageNumber } from '../domain/article.js';
import type { ParsedArticle } from './article.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 bits of SHA-256 over the parts as 16 characters of Crockford's base32, in lower case. */
function hash(...parts: readonly (string | number | null)[]): string {
  const bytes = digest('sha256', JSON.stringify(parts), 'buffer');
  let id = '';
  for (let bit = 0; bit < 80; bit += 5) {
    id += ALPHABET[((bytes.readUInt16BE(bit >> 3) << (bit & 7)) >> 11) & 31];
  }
  return id;
}

/**
 * The id of an article: over its canonical URL, or else over source, date, page and title. `date` is the issue date or,
 * failing that, the local date of publication. A page that gives neither is told apart by its text.
 */
export function identifyArticle(article: ParsedArticle, date: string | null, text: string): string {
  if (article.url !== null) return hash('url', canonicalizeUrl(article.url));
  const page = article.issue?.page ?? null;
  return hash(
    'page',
    article.source,
    date,
    page === null ? null : normalizePageNumber(page),
    article.title.replace(/\s+/g, ''),
    date === null ? text : null,
  );
}

/** Numbers equal items of one article apart, so that an id does not depend on what else was found. */
export function identifyItems<T extends { text: string }>(
  articleId: string,
  kind: 'quote' | 'statistic',
  items: readonly T[],
): (T & { id: string })[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const occurrence = (seen.get(item.text) ?? 0) + 1;
    seen.set(item.text, occurrence);
    return { id: hash(articleId, kind, item.text, occurrence), ...item };
  });
}

/** One value for everything a reader or a filter can see of an article. */
export function fingerprint(content: unknown): string {
  return digest('sha256', JSON.stringify(content), 'base64url');
}

/** The same address written the same way: no fragment, no tracking parameters, host in lower case, no default port. */
function canonicalizeUrl(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address.trim());
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_\w+|spm|share_\w+)$/i.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  return url.href.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
