/** What `serve` prints when it listens: what to open and what to try, with names that are in the archive. */

import { quoteFilter } from '../domain/query.js';
import { fromJson } from '../store/json.js';
import type { ReadStore } from '../store/store.js';

export interface Greeting {
  url: string;
  database: string;
  articleCount: number;
  hasExplorer: boolean;
  hasGraphiql: boolean;
  read: ReadStore;
}

/** Renders the greeting; its curl lines work as they are, in any shell, with Chinese values. */
export async function greet({
  url,
  database,
  articleCount,
  hasExplorer,
  hasGraphiql,
  read,
}: Greeting): Promise<string> {
  const sections = (await read.listSections()).sort((a, b) => b.articleCount - a.articleCount);
  const { items } = await read.listQuotes(quoteFilter.parse({}), { limit: 50 });
  const section = sections[0]?.name;
  // Of a short list and not by a count, which would take long in a large archive.
  const speaker = fromJson(items).find(({ speaker }) => speaker !== null)?.speaker;
  return [
    `Baoku serves ${database} (${articleCount} articles) at ${url}`,
    '',
    ...(hasExplorer ? [`  ${url}/              the archive, to look at in a browser`] : []),
    `  ${url}/docs          reference, to read and try in the browser`,
    `  ${url}/openapi.json  the same for programs`,
    ...(hasGraphiql ? [`  ${url}/graphiql      GraphQL, with queries to try`] : []),
    '',
    'Try:',
    `  curl '${url}/v1/articles?limit=3'`,
    ...(section === undefined
      ? []
      : [`  curl -G '${url}/v1/articles' --data-urlencode 'section=${section}' -d include=quotes,statistics`]),
    ...(speaker === undefined ? [] : [`  curl -G '${url}/v1/quotes' --data-urlencode 'speaker=${speaker}'`]),
    `  curl '${url}/v1/sections'`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}
