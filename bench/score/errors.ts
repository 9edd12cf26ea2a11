/** What went wrong in one article, with the words around it, for whoever writes the rules. */
import type { Comparison, Track } from './compare.js';
import {
  isGiven,
  isRightAsOf,
  isRightMeasure,
  isRightOrganization,
  isRightQualifier,
  isRightRole,
  isRightSpeaker,
  isRightUnit,
  isRightValue,
} from './fields.js';
import type { Placed } from './spans.js';

/** A field to check on matched items: its name, what was labelled, what was found, and whether that is right. */
type FieldCheck<L, F> = [
  name: string,
  label: (label: L) => unknown,
  found: (found: F) => unknown,
  isRight: (label: L, found: F) => boolean,
];

/** Renders all errors of one article, one a line; empty when there is none. */
export function renderErrors(comparison: Comparison): string {
  const { plain, failure, quotes, indirect, statistics } = comparison;
  const lines = [
    ...(failure === null ? [] : [`  refused            ${failure}`]),
    ...comparison.metadata
      .filter(({ isLabelled, isFound, isRight }) => !isRight && (isLabelled || isFound))
      .map(
        ({ field, label, found }) => `  metadata ${field.padEnd(10)} ${render(label[field])} ≠ ${render(found[field])}`,
      ),
    ...(quotes ? listErrors('quote', plain, quotes, quoteChecks) : []),
    ...(indirect ? listErrors('indirect', plain, indirect, indirectChecks) : []),
    ...(statistics ? listErrors('statistic', plain, statistics, statisticChecks) : []),
  ];
  return lines.length === 0 ? '' : [comparison.id, ...lines].join('\n');
}

const quoteChecks: FieldCheck<TrackLabel<'quotes'>, TrackFinding<'quotes'>>[] = [
  ['speaker', (label) => label.speaker, (found) => found.speaker, isRightSpeaker],
  ['role', (label) => label.role, (found) => found.role, isRightRole],
  ['organization', (label) => label.organization, (found) => found.organization, isRightOrganization],
];
const indirectChecks = quoteChecks.slice(0, 1);
const statisticChecks: FieldCheck<TrackLabel<'statistics'>, TrackFinding<'statistics'>>[] = [
  ['value', (label) => label.normalizedValue, (found) => found.normalizedValue, isRightValue],
  ['unit', (label) => label.unit, (found) => found.unit, isRightUnit],
  ['qualifier', (label) => label.qualifier, (found) => found.qualifier, isRightQualifier],
  ['measure', (label) => label.measure, (found) => found.measure, isRightMeasure],
  ['asOf', (label) => label.asOf, (found) => found.asOf?.text, isRightAsOf],
];

type TrackLabel<K extends 'quotes' | 'statistics'> =
  NonNullable<Comparison[K]> extends Track<infer L, unknown> ? L : never;
type TrackFinding<K extends 'quotes' | 'statistics'> =
  NonNullable<Comparison[K]> extends Track<unknown, infer F> ? F : never;

function listErrors<L extends { text: string }, F extends { text: string; rule: string }>(
  name: string,
  plain: string,
  { exact, overlap }: Track<L, F>,
  checks: readonly FieldCheck<L, F>[],
): string[] {
  const exactLabels = new Set(exact.pairs.map(([label]) => label));
  return [
    ...overlap.missed.map((label) => `  ${name} missed      ${renderInPlace(label, plain)}`),
    ...overlap.inVain.map((found) => `  ${name} in vain     ${renderInPlace(found, plain)} (${found.item.rule})`),
    ...overlap.pairs
      .filter(([label]) => !exactLabels.has(label))
      .map(
        ([label, found]) =>
          `  ${name} span        ${render(label.item.text)} ≠ ${render(found.item.text)} (${found.item.rule})`,
      ),
    ...overlap.pairs.flatMap(([label, found]) =>
      checks
        .filter(([, read, , isRight]) => isGiven(read(label.item)) && !isRight(label.item, found.item))
        .map(
          ([field, readLabel, readFound]) =>
            `  ${name} ${field.padEnd(11)} ${render(readLabel(label.item))} ≠ ${render(readFound(found.item))} in ${renderInPlace(label, plain)} (${found.item.rule})`,
        ),
    ),
  ];
}

const render = (value: unknown) => (isGiven(value) ? shorten(String(value)) : '–');
const shorten = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 40)}…${text.slice(-15)}`);

function renderInPlace({ item, start, end }: Placed<{ text: string }>, plain: string): string {
  if (start < 0) return `【${shorten(item.text)}】 (not in the reference text)`;
  const before = plain.slice(Math.max(0, start - 24), start);
  return `${before}【${shorten(plain.slice(start, end))}】${plain.slice(end, end + 24)}`.replace(/\s+/g, ' ');
}
