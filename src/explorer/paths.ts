/** The addresses of views, to and fro. Pure; what each view is, is in views.ts. */

/** Each view and its path; `http/explorer.ts` answers the same paths, and a test compares the two. */
export const paths = {
  search: '/',
  article: '/articles/:id',
  sources: '/sources',
  source: '/sources/:slug',
  issue: '/sources/:slug/:date',
  page: '/sources/:slug/:date/:page',
  people: '/people',
  person: '/people/:name',
  organizations: '/organizations',
  organization: '/organizations/:name',
  statistics: '/statistics',
  desk: '/desk',
  correct: '/desk/articles/:id',
  jobs: '/desk/jobs',
  keys: '/desk/keys',
  webhooks: '/desk/webhooks',
  webhook: '/desk/webhooks/:id',
} as const;

export type ViewName = keyof typeof paths;

/** Parameters of a path and of a query, by name. */
export type Parameters = Readonly<Record<string, string>>;

/** What an address asks for. */
export interface Place {
  view: ViewName;
  /** The parts of the path. */
  parts: Parameters;
  /** The query; of a parameter given twice the last. */
  query: Parameters;
}

/** What every view is given. */
export type ViewProps = Pick<Place, 'parts' | 'query'>;

/** Reads an address, which begins with a slash; null: no view has it. */
export function readPlace(address: string): Place | null {
  const [path = '', search = ''] = (address.split('#', 1)[0] ?? '').split(/\?(.*)/s, 2);
  const segments = path.replace(/(?<=.)\/$/, '').split('/');
  for (const [view, pattern] of Object.entries(paths) as [ViewName, string][]) {
    const parts = match(segments, pattern.split('/'));
    if (parts !== null) return { view, parts, query: Object.fromEntries(new URLSearchParams(search)) };
  }
  return null;
}

function match(segments: readonly string[], pattern: readonly string[]): Parameters | null {
  if (segments.length !== pattern.length) return null;
  const parts: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const given = segments[at] ?? '';
    if (!wanted.startsWith(':')) {
      if (given !== wanted) return null;
      continue;
    }
    const value = decode(given);
    if (value === null || value === '') return null;
    parts[wanted.slice(1)] = value;
  }
  return parts;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** The address of a view; parameters without a value are left out. */
export function toAddress(
  view: ViewName,
  parts: Parameters = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const path = paths[view].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = given.map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`).join('&');
  return search === '' ? path : `${path}?${search}`;
}
