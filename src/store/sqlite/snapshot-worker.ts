/** A thread that holds the archive of one moment and reads one list of it, page by page, as it is asked to. */
import { limits } from '../../domain/query.js';
import type { ArchiveState, ListFilters, ListName, SnapshotOptions } from '../store.js';
import { planList } from './plan.js';
import { openReader } from './reader.js';
import { type Answer, takeApart } from './worker.js';

/** What a snapshot is of. */
export interface SnapshotTask {
  location: string;
  list: ListName;
  filter: ListFilters[ListName];
  options: SnapshotOptions;
}

/** What the thread answers: first the state with the first page, then a page each; `last` with the last. */
export interface SnapshotPage {
  state?: ArchiveState;
  items: Uint8Array;
  last: boolean;
}

function openPages({ location, list, filter, options }: SnapshotTask): () => SnapshotPage {
  const { beginSnapshot, changeLog, lookup, lists } = openReader(location, { guarded: false });
  beginSnapshot();
  let state: ArchiveState | undefined = changeLog.getState();
  const plan = planList(lookup, list, filter, options.sort);
  let cursor: string | undefined;
  return () => {
    const page = { ...options, limit: limits.page.max, cursor };
    const { items, next } = {
      articles: () => lists.listArticles(plan, page),
      quotes: () => lists.listQuotes(plan, page),
      statistics: () => lists.listStatistics(plan, page),
    }[list]();
    cursor = next ?? undefined;
    const first = state && { state };
    state = undefined;
    return { ...first, items, last: next === null };
  };
}

let readNext: (() => SnapshotPage) | undefined;

export default function answer(task: SnapshotTask): Answer {
  try {
    readNext ??= openPages(task);
    return { result: readNext() };
  } catch (error) {
    return takeApart(error);
  }
}
