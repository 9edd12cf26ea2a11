/** A thread that holds the archive of one moment and reads one list or month of it, page by page, as it is asked to. */
import type { Month } from '../../domain/month.js';
import { limits } from '../../domain/query.js';
import type { ArchiveState, ListFilters, ListName, SnapshotOptions } from '../store.js';
import { planList } from './plan.js';
import { openReader, type Reader } from './reader.js';
import { type Answer, takeApart } from './worker.js';

/** What a snapshot is of. */
export type SnapshotTask = { location: string } & (
  | { list: ListName; filter: ListFilters[ListName]; options: SnapshotOptions }
  | { month: Month }
);

/** What the thread answers: first the state with the first page, then a page each; `last` with the last. */
export interface SnapshotPage {
  state?: ArchiveState;
  items: Uint8Array;
  last: boolean;
}

type Page = Omit<SnapshotPage, 'state'>;

function openPages(task: SnapshotTask): () => SnapshotPage {
  const reader = openReader(task.location, { guarded: false });
  reader.beginSnapshot();
  let state: ArchiveState | undefined = reader.changeLog.getState();
  const readPage = 'month' in task ? openMonth(reader, task) : openList(reader, task);
  return () => {
    const page = readPage();
    const first = state && { state };
    state = undefined;
    return { ...first, ...page };
  };
}

function openList(
  { lookup, lists }: Reader,
  { list, filter, options }: Extract<SnapshotTask, { list: unknown }>,
): () => Page {
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
    return { items, last: next === null };
  };
}

function openMonth({ months }: Reader, { month }: Extract<SnapshotTask, { month: unknown }>): () => Page {
  const lines = months.readLines(month);
  return () => {
    const { value: items = new Uint8Array(), done = false } = lines.next();
    return { items, last: done };
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
