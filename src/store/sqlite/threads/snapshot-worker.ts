/** A thread that holds the archive of one moment after the other and reads lists or months of it, page by page, as it is asked to. */
import type { Month } from '../../../domain/month.js';
import { limits } from '../../../domain/query.js';
import type { ListFilters, ListName, SnapshotOptions } from '../../store.js';
import { planList } from '../lists/plan.js';
import { openReader, type Reader } from '../reader.js';
import { type Answer, takeApart } from './reader-worker.js';

export interface ListTask {
  name: ListName;
  filter: ListFilters[ListName];
  options: SnapshotOptions;
}

/**
 * What to read next: first, with `open`, nothing but the state; then a page of the list, or of a month, from its beginning or on; at
 * last, with `close`, nothing.
 */
export interface SnapshotTask {
  location: string;
  open?: true;
  close?: true;
  list?: ListTask;
  month?: { month: Month; begin: boolean };
}

export interface SnapshotPage {
  items: Uint8Array;
  /** Of a list: this is its last page. Of a month: there was no more, and nothing is in `items`. */
  last: boolean;
}

function openList({ lookup, lists }: Reader, { name, filter, options }: ListTask): () => SnapshotPage {
  const plan = planList(lookup, name, filter, options.sort);
  let cursor: string | undefined;
  return () => {
    const page = { ...options, limit: limits.page.max, cursor };
    const { items, next } = {
      articles: () => lists.listArticles(plan, page),
      quotes: () => lists.listQuotes(plan, page),
      statistics: () => lists.listStatistics(plan, page),
    }[name]();
    cursor = next ?? undefined;
    return { items, last: next === null };
  };
}

let reader: Reader | undefined;
let readList: (() => SnapshotPage) | undefined;
let lines: Generator<Uint8Array, void, undefined> | undefined;

function read(opened: Reader, { open, close, list, month }: SnapshotTask): unknown {
  if (open) opened.beginSnapshot();
  if (close) {
    readList = lines = undefined;
    opened.endSnapshot();
    return null;
  }
  if (list !== undefined) readList ??= openList(opened, list);
  // Which begins the transaction, where no list was planned.
  if (open) return opened.changeLog.getState();
  if (readList !== undefined) return readList();
  if (month?.begin) lines = opened.months.readLines(month.month);
  const { value: items = new Uint8Array(), done = true } = lines?.next() ?? {};
  return { items, last: done } satisfies SnapshotPage;
}

export default function answer(task: SnapshotTask): Answer {
  try {
    reader ??= openReader(task.location, { guarded: false });
    return { result: read(reader, task) };
  } catch (error) {
    return takeApart(error);
  }
}
