/** Query strings: from the text after `?` to names and values. It says what is damaged, and judges no value. */

/** Where a parsed query keeps the name of the first parameter that is not percent-encoded UTF-8. */
export const damaged = Symbol('damaged');

/** A parsed query: a parameter given twice has an array. It has no prototype, so every name is only a name. */
export interface ParsedQuery {
  [name: string]: string | string[];
  [damaged]?: string;
}

/** Undefined when `text` is not percent-encoded UTF-8, as `%B1%A8` (GBK) or a lone `%` is not. */
function decode(text: string): string | undefined {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return undefined;
  }
}

/**
 * Parses a query string. It throws nothing, because the router calls it before any error handler is there: what cannot
 * be decoded is named under {@link damaged} and refused by the validator of the route.
 */
export function parseQueryString(text: string): ParsedQuery {
  const query: ParsedQuery = Object.create(null);
  if (text === '') return query;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const rawName = equals === -1 ? pair : pair.slice(0, equals);
    const rawValue = equals === -1 ? '' : pair.slice(equals + 1);
    const name = decode(rawName);
    const value = decode(rawValue);
    if (name === undefined || value === undefined) query[damaged] ??= name ?? rawName;
    const key = name ?? rawName;
    const earlier = query[key];
    if (earlier === undefined) query[key] = value ?? rawValue;
    else query[key] = Array.isArray(earlier) ? [...earlier, value ?? rawValue] : [earlier, value ?? rawValue];
  }
  return query;
}

/**
 * An address as handlers and links use it: from the path on, also when the request line gave a host, and without the
 * marks that would break out of a `Link` header.
 */
export function tidyAddress(address: string): string {
  const path = address.startsWith('/') ? address : address.replace(/^https?:\/\/[^/?#]*/i, '');
  return path.replace(/[<>"]/g, encodeURIComponent);
}
