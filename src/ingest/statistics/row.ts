/** Finds the row a figure stands in: what 分别 opens, and which place in it is the figure's. */
import { trimOpening } from './affixes.js';
import type { Carried } from './carried.js';
import { LONGEST_ROW, repeatRow, spreadRow } from './parallel.js';
import { trimEnds } from './phrase.js';
import { readWords, type Setting } from './setting.js';

/** What a figure in a row that 分别 opens measures; null when it stands in none. */
export function readRow(setting: Setting, carried: Carried): string | null {
  const before = readWords(setting, setting.previous?.end ?? setting.clauseStart, setting.figure.start);
  if (carried.row.length > 0 && /^(?:、|和|及|与|以及|，)$/.test(before)) {
    const [measure = null, ...rest] = carried.row;
    carried.row = rest;
    return measure;
  }
  carried.row = [];
  const at = before.lastIndexOf('分别');
  if (at < 0) return null;
  const count = countRow(setting);
  if (count < 2) return null;
  const { previous, text, clauseStart } = setting;
  const listed = previous !== null && Number(previous.value) === count ? text.slice(clauseStart, previous.start) : null;
  const lead = trimEnds(before.slice(0, at));
  const compared = lead === '同比' || lead === '环比';
  const head = compared ? '' : lead;
  const tail = `${compared ? lead : ''}${trimEnds(before.slice(at + 2))}`;
  const things = carried.sentence === setting.sentenceStart ? carried.recent : [];
  const row =
    (head === '' ? (repeatRow(things, tail, count) ?? spreadRow(readListBefore(setting), tail, count, null)) : null) ??
    spreadRow(head, tail, count, listed === null ? null : trimOpening(listed)) ??
    // 甲3万公里,乙1万公里,占比分别为…: whose shares they are was told before.
    (RELATION.test(head) ? repeatRow(things, `${head}${tail}`, count) : null);
  if (row === null) return null;
  carried.row = row.slice(1);
  return row[0] ?? null;
}

/** What is told of things by a word of its own. */
const RELATION = /^(?:占比|比重|比例|份额|市占率|增速|增幅|降幅|涨幅|跌幅)$/;

/** 拥堵、事故、投诉情况，环比分别下降…: the list in the clause before; empty where it is none. */
function readListBefore({ text, clauseStart, sentenceStart, previous }: Setting): string {
  const end = clauseStart - 1;
  if (previous !== null || !/[，,]/.test(text.charAt(end))) return '';
  const before = text.slice(Math.max(sentenceStart, end - LONGEST_LIST), end);
  const list = before.slice(Math.max(...['，', ',', '；', ';', '：'].map((mark) => before.lastIndexOf(mark))) + 1);
  return list.includes('、') && !/\d/.test(list) ? trimOpening(list.replace(/(?:等)?(?:的)?情况$/, '')) : '';
}

const LONGEST_LIST = 60;

/** How many figures stand in a row from this one on, with nothing but 、 and 和 between them. */
function countRow({ text, figure, figures, index }: Setting): number {
  let count = 1;
  let end = figure.end;
  for (const other of figures.slice(index + 1, index + LONGEST_ROW)) {
    if (!/^(?:、|和|及|与|以及|，)$/.test(text.slice(end, other.start))) break;
    count += 1;
    end = other.end;
  }
  return count;
}
