/** Identity: ids that come out the same for the same page on every machine, and fingerprints that tell change. */
import { hash as digest } from 'node:crypto';
import { normalizePageNumber } from '../domain/article.js';
import type { Address } from '../domain/write.js';
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
  if (article.url !== null) return identifyUrl(article.url);
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

/** The URL that was asked for last: that of a page is asked for as its id and as its address. */
let last: { url: string; id: string } | null = null;

function identifyUrl(url: string): string {
  if (last?.url !== url) last = { url, id: hash('url', canonicalizeUrl(url)) };
  return last.id;
}

const ID = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** The id that an address stands for: an id for itself, and anything else for that of a page with this URL. */
export function identifyAddress(address: string): string {
  return ID.test(address) ? address : identifyUrl(address);
}

/** The addresses of an article, and its aliases without those that say the same as its URL or as one before. */
export function listAddresses(
  url: string | null,
  aliases: readonly string[],
): { aliases: string[]; addresses: Address[] } {
  const byId = new Map(url === null ? [] : [[identifyAddress(url), url]]);
  const kept = aliases.filter((alias) => {
    const id = identifyAddress(alias);
    return !byId.has(id) && byId.set(id, alias);
  });
  return { aliases: kept, addresses: [...byId].map(([id, address]) => ({ id, address })) };
}

/**
 * Gives items their ids: that of the article, which an item can be found by, and eight characters over the item's words.
 * Equal words of one article are numbered, so that an id does not depend on what else was found.
 */
export function identifyItems<T extends { text: string }>(
  articleId: string,
  kind: 'quote' | 'statistic',
  items: readonly T[],
): (T & { id: string })[] {
  const taken = new Set<string>();
  // From the last of the same words on, so that a page of one figure a thousand times takes no million tries.
  const last = new Map<string, number>();
  return items.map((item) => {
    let occurrence = last.get(item.text) ?? 0;
    let id: string;
    do {
      occurrence += 1;
      id = `${articleId}-${digestWords(item.text, kind === 'quote' ? occurrence : -occurrence)}`;
    } while (taken.has(id));
    taken.add(id);
    last.set(item.text, occurrence);
    return { id, ...item };
  });
}

/**
 * 40 bits over a text and a number, as eight characters: two lanes of multiply and fold. Within one article this is plenty,
 * and an article has dozens of items, for each of which a call of SHA-256 would cost more than finding it.
 */
function digestWords(text: string, number: number): string {
  let high = 0x9e3779b1 ^ number;
  let low = 0x85ebca6b ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0xc2b2ae35);
  }
  high = Math.imul(high ^ (high >>> 15) ^ low, 0x2c1b3c6d);
  low = Math.imul(low ^ (low >>> 13) ^ high, 0x297a2d39);
  high ^= high >>> 12;
  low ^= low >>> 15;
  let digest = '';
  for (const lane of [high, low]) {
    for (let shift = 27; shift > 7; shift -= 5) digest += ALPHABET[(lane >>> shift) & 31];
  }
  return digest;
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
  if (url.href.includes('?')) {
    for (const name of [...url.searchParams.keys()]) {
      if (/^(utm_\w+|spm|share_\w+)$/i.test(name)) url.searchParams.delete(name);
    }
    url.searchParams.sort();
  }
  return url.href.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
