/** “Did you mean”: queries that are like one that found nothing, or only some of its words. Each of them does find something. */
import { ArchiveError } from '../domain/errors.js';
import type { SearchQuery } from '../domain/search.js';
import type { ListFilters, ListName, ReadStore } from '../store/store.js';
import { normalizeText } from '../text/normalize.js';
import { listRuns } from '../text/runs.js';
import { readQuery } from './dictionary.js';

/** Corrections that are given, at most. */
const GIVEN = 3;
/** Corrections that are tried, at most: each is a search. */
const TRIED = 8;

/** Runs of characters of a query that has corrections, at most: a longer one is a question, and finds what it can. */
const RUNS = 3;

interface Corrected<L extends ListName> {
  list: L;
  filter: ListFilters[L];
  q: string;
  query: SearchQuery;
}

/** Corrections of a query that found nothing by all its words, the likeliest first; none when there is no time for them. */
export async function correctQuery<L extends ListName>(read: ReadStore, asked: Corrected<L>): Promise<string[]> {
  try {
    // What stands somewhere in the archive is no mistake, though the filters leave none of it.
    const anywhere = { ...asked, filter: { date: 'published' } as ListFilters[L] };
    return (await isFound(read, anywhere, asked.query)) ? [] : await findCorrections(read, asked);
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'deadline_exceeded') return [];
    throw error;
  }
}

async function findCorrections<L extends ListName>(read: ReadStore, asked: Corrected<L>): Promise<string[]> {
  const normal = normalizeText(asked.q);
  const texts = asked.query.clauses.flat().map(({ text }) => normalizeText(text));
  const runs = [...new Set(texts.flatMap(listRuns))].filter((run) => normal.includes(run));
  if (runs.length > RUNS) return [];
  const similar = await read.listSimilarWords(runs);
  const candidates = new Set<string>();
  // The likeliest correction of each run comes before the second of any.
  for (let rank = 0; rank < TRIED; rank += 1)
    for (const [at, run] of runs.entries()) {
      const other = similar[at]?.[rank];
      const base = asked.q.includes(run) ? asked.q : normal;
      if (other !== undefined) candidates.add(base.replace(run, () => other));
    }
  const found: string[] = [];
  for (const candidate of [...candidates].slice(0, TRIED)) {
    if (found.length === GIVEN) break;
    if (await isFound(read, asked, readQuery(candidate).query)) found.push(candidate);
  }
  return found;
}

/** Whether there are rows that hold all of a query. */
async function isFound<L extends ListName>(
  read: ReadStore,
  { list, filter }: Corrected<L>,
  query: SearchQuery,
): Promise<boolean> {
  const options = { sort: '-publishedAt', limit: 1, include: [], content: false } as const;
  const { places, strategy } = await read.search(list, filter, query, options);
  return places.length > 0 && strategy !== 'any';
}
