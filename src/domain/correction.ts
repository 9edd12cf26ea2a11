/** Corrections: what people said of a quote or statistic, and the rule by which that outlives every extraction. */
import * as z from 'zod';
import { ArchiveError } from './errors.js';
import { type Quote, quote } from './quote.js';
import type { Span } from './span.js';
import { type Statistic, statistic } from './statistic.js';

/** What people give; how sure it is and which rule found it follows from that. */
const givenQuote = quote.omit({ confidence: true, rule: true });
const givenStatistic = statistic.omit({ confidence: true, rule: true });
/** An item in another place is another item: that one is rejected, and this one added. */
export const quoteFields = givenQuote.omit({ id: true, span: true }).partial();
export const statisticFields = givenStatistic.omit({ id: true, span: true }).partial();

const author = z.string().nullable().meta({ description: 'Who says so.' });
const note = z.string().nullable().meta({ description: 'Why.' });

/**
 * What is asked for. `id` is that of a quote or statistic of the article as it is served, or of one that was rejected;
 * an added item brings an id of its own.
 */
export const correctionRequest = z.discriminatedUnion('action', [
  z.discriminatedUnion('target', [
    z.strictObject({
      action: z.literal('correct'),
      target: z.literal('quote'),
      id: z.string(),
      fields: quoteFields.strict(),
      author,
      note,
    }),
    z.strictObject({
      action: z.literal('correct'),
      target: z.literal('statistic'),
      id: z.string(),
      fields: statisticFields.strict(),
      author,
      note,
    }),
  ]),
  z.discriminatedUnion('target', [
    z.strictObject({ action: z.literal('add'), target: z.literal('quote'), item: givenQuote.strict(), author, note }),
    z.strictObject({
      action: z.literal('add'),
      target: z.literal('statistic'),
      item: givenStatistic.strict(),
      author,
      note,
    }),
  ]),
  z.strictObject({ action: z.literal('reject'), target: z.enum(['quote', 'statistic']), id: z.string(), author, note }),
]);
export type CorrectionRequest = z.infer<typeof correctionRequest>;

const standing = {
  action: z.enum(['correct', 'reject', 'add']),
  words: z.string().meta({ description: 'What the text said at the span of the item, to find the place again.' }),
  at: z.int().meta({ description: 'Epoch milliseconds.' }),
  author,
  note,
};

/**
 * What holds of one quote or statistic, whatever extraction finds from now on. It carries the whole item as it was last
 * served, so that nothing is lost when extraction finds it no more; `fields` are those that were corrected.
 */
export const correction = z
  .discriminatedUnion('target', [
    z.object({ target: z.literal('quote'), item: quote, fields: quoteFields, ...standing }),
    z.object({ target: z.literal('statistic'), item: statistic, fields: statisticFields, ...standing }),
  ])
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof correction>;

/** The quotes and statistics of an article. */
export interface Findings {
  quotes: readonly Quote[];
  statistics: readonly Statistic[];
}

/** What any of them has. */
type Item = Quote | Statistic;
type CorrectionOf<T extends Item> = Pick<Correction, 'action' | 'words'> & {
  item: T;
  fields: { [K in keyof T]?: T[K] | undefined };
};

const byHand = { confidence: 1, rule: 'correction' } as const;

/**
 * What extraction found, as it is to be served: rejected items are out, corrected fields win, added items are in, and a
 * corrected item that extraction finds no more is kept as it was corrected. Items that people touched have the rule
 * `correction` and confidence 1. `text` is that of the article; where the words of a kept item are no longer in it, its
 * span is empty. Pure, and in reading order.
 */
export function applyCorrections(found: Findings, corrections: readonly Correction[], text: string): Findings {
  return {
    quotes: applyTo(
      found.quotes,
      corrections.filter((one) => one.target === 'quote'),
      text,
    ),
    statistics: applyTo(
      found.statistics,
      corrections.filter((one) => one.target === 'statistic'),
      text,
    ),
  };
}

function applyTo<T extends Item>(
  found: readonly T[],
  corrections: readonly CorrectionOf<T>[],
  text: string,
): readonly T[] {
  if (corrections.length === 0) return found;
  let items = [...found];
  const settled = new Set<T>();
  for (const { action, item, fields, words } of corrections) {
    const { id } = item;
    const span = findPlace(item.span, words, text);
    const target = findTarget(
      items.filter((other) => !settled.has(other)),
      id,
      span,
    );
    // Ids number equal words, and one that is newly found shifts the numbers behind it: a correction belongs to its place.
    if (target?.id !== id) {
      items = items.map((other) => (other.id === id ? { ...other, id: target?.id ?? `${id}-2` } : other));
    }
    const served: T =
      action === 'correct' && target ? { ...target, ...fields, id, ...byHand } : { ...item, span, ...byHand };
    const outcome = action === 'reject' ? [] : [served];
    items = items.flatMap((other) => {
      if (other === target) return outcome;
      // The same words found with other bounds are the same item once more.
      return settled.has(other) || !sharesMost(other.span, span) ? [other] : [];
    });
    if (target === undefined) items.push(...outcome);
    settled.add(served);
  }
  return items.sort((a, b) => a.span.start - b.span.start);
}

/**
 * Makes the correction that holds after a request: fields that were corrected before stay so, and a rejected item can be
 * corrected back. Null: the article has no such item. Throws `invalid_parameter` for an item outside the text.
 */
export function settleCorrection(
  request: CorrectionRequest,
  { found, corrections, text }: { found: Findings; corrections: readonly Correction[]; text: string },
  at: number,
): Correction | null {
  const { target, author, note } = request;
  const settle = (action: Correction['action'], item: Item, fields: object, words: string) =>
    // One target has one kind of item; that the two go together is lost on the compiler.
    ({ target, action, item: { ...item, ...fields }, fields, words, at, author, note }) as Correction;

  if (request.action === 'add') {
    const { start, end } = request.item.span;
    if (start > end || end > text.length) {
      throw new ArchiveError('invalid_parameter', `The text of the article has no place ${start} to ${end}`, {
        parameter: 'span',
        suggestion: `Give offsets from 0 to ${text.length}, the start before the end.`,
      });
    }
    return settle('add', { ...request.item, ...byHand } as Item, {}, text.slice(start, end));
  }

  const before = corrections.find((one) => one.target === target && one.item.id === request.id);
  const served = applyCorrections(found, corrections, text);
  const items: readonly Item[] = target === 'quote' ? served.quotes : served.statistics;
  const shown = items.find(({ id }) => id === request.id);
  const item = shown ?? before?.item;
  if (item === undefined) return null;
  // A rejected item, and one that was kept without its words, still point into the text of that time.
  const words = (shown && text.slice(shown.span.start, shown.span.end)) || (before?.words ?? '');
  if (request.action === 'reject') return settle('reject', item, {}, words);
  const given = Object.entries(request.fields).filter(([, value]) => value !== undefined);
  const fields = { ...(before?.action === 'correct' ? before.fields : {}), ...Object.fromEntries(given) };
  return settle(before?.action === 'add' ? 'add' : 'correct', { ...item, ...byHand }, fields, words);
}

/** Where the words stand now: in their old place, or else in the nearest; an empty span where they stand nowhere. */
function findPlace({ start, end }: Span, words: string, text: string): Span {
  if (text.slice(start, end) === words) return { start, end };
  const [before, after] = [text.lastIndexOf(words, start), text.indexOf(words, start)];
  const nearest = before < 0 || (after >= 0 && after - start < start - before) ? after : before;
  if (nearest >= 0) return { start: nearest, end: nearest + words.length };
  const nowhere = Math.min(start, text.length);
  return { start: nowhere, end: nowhere };
}

/** The item a correction is about: the one in its place, or the one with its id unless that stands elsewhere. */
function findTarget<T extends Item>(items: readonly T[], id: string, place: Span): T | undefined {
  const inPlace = items.filter(({ span }) => span.start === place.start && span.end === place.end);
  const isThere = place.end > place.start;
  return (
    inPlace.find((item) => item.id === id) ??
    (isThere ? inPlace[0] : undefined) ??
    items.find((item) => item.id === id && (!isThere || overlap(item.span, place) > 0))
  );
}

/** How many characters two spans have in common. */
function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether two spans are more the same than not. */
function sharesMost(a: Span, b: Span): boolean {
  const common = overlap(a, b);
  return common > 0 && common * 2 > a.end - a.start + (b.end - b.start) - common;
}
