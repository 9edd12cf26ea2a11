/** Articles as people read them in a terminal; JSON is for programs. Pure. */
import type { Article, Block } from '../domain/article.js';
import type { ArchiveError } from '../domain/errors.js';
import type { Quote } from '../domain/quote.js';
import type { Statistic } from '../domain/statistic.js';
import type { Warning } from '../ingest/article.js';
import type { Repair } from '../store/sqlite/upkeep/rederive.js';
import { toPrintable } from './io.js';

/** An article in short: what it says of itself, its quotes and its figures, under the name of its page. */
export function renderArticle(name: string, article: Article, warnings: readonly Warning[]): string {
  const { quotes = [], statistics = [] } = article;
  return [
    toPrintable(name),
    ...renderFields(article),
    ...(quotes.length > 0 ? [`  Quotes      ${quotes.length}`] : []),
    ...quotes.map((quote) => `    “${toPrintable(quote.text)}” ${describeQuote(quote)}`),
    ...(statistics.length > 0 ? [`  Statistics  ${statistics.length}`] : []),
    ...statistics.map((statistic) => `    ${toPrintable(statistic.text)}: ${describeStatistic(statistic)}`),
    ...warnings.map(({ code, message }) => `  Warning     ${toPrintable(message)} (${code})`),
    '',
  ].join('\n');
}

/** What was mended in an archive, or written anew. */
export function renderRepair({ reindexed, removed, recounted, suggested }: Repair): string {
  return `${reindexed} articles indexed anew, ${removed} stray rows of the index removed, ${recounted} terms counted anew, ${suggested} titles suggested.`;
}

/** Why a page failed, and what to do about it. */
export function renderFailure(name: string, { code, message, suggestion }: ArchiveError): string {
  const advice = suggestion === undefined ? '' : ` ${suggestion}`;
  return `failed: ${toPrintable(name)}: ${toPrintable(message)} (${code})${advice}`;
}

/** One line for each field that has a value. */
export function renderFields(article: Article): string[] {
  const { issue, source, section } = article;
  const printed = issue === null ? null : `${issue.date}${issue.page === null ? '' : `, page ${issue.page}`}`;
  const fields: [label: string, value: string | null][] = [
    ['Title', article.title],
    ['Subtitle', article.subtitle],
    ['Section', section?.path.join(' › ') ?? null],
    ['Source', source?.name ?? null],
    ['Issue', printed],
    ['Published', article.publishedAt],
    ['Byline', article.byline],
    ['Keywords', article.keywords.join('、') || null],
    ['Aliases', article.aliases.join(' ') || null],
    ['URL', article.url],
    ['Lead', article.lead],
    ['Body', `${article.charCount} characters: ${countBlocks(article.body)}`],
    ['Id', article.id],
  ];
  return fields.flatMap(([label, value]) => (value === null ? [] : [`  ${label.padEnd(11)} ${toPrintable(value)}`]));
}

/** Who said it and how that was found. */
export function describeQuote({ kind, speaker, role, organization, verb }: Quote): string {
  const capacity = [organization, role].filter((part) => part !== null).join(' ');
  const who = speaker ?? 'speaker not found';
  return toPrintable(
    `— ${who}${capacity === '' ? '' : ` (${capacity})`}${verb === null ? '' : `, ${verb}`}${kind === 'direct' ? '' : ` [${kind}]`}`,
  );
}

/** What the figure says: value, unit, measure, time, and its value in a base unit. */
export function describeStatistic(statistic: Statistic): string {
  const {
    value,
    valueMax,
    qualifier,
    unit,
    measure,
    asOf,
    normalizedValue,
    normalizedValueMax,
    normalizedUnit,
    basis,
  } = statistic;
  const range = (from: string, to: string | null) => (to === null ? from : `${from}–${to}`);
  const parts = [
    `${qualifier ?? ''} ${range(value, valueMax)} ${unit ?? ''}`.trim(),
    measure === null ? '' : `of ${measure}`,
    asOf === null ? '' : `as of ${asOf.text}${asOf.to === null ? '' : ` (${asOf.from ?? ''}…${asOf.to})`}`,
    basis === 'level' ? '' : `[${basis}]`,
    normalizedValue === null ? '' : `= ${range(normalizedValue, normalizedValueMax)} ${normalizedUnit ?? ''}`.trim(),
  ];
  return toPrintable(parts.filter((part) => part !== '').join(' '));
}

function countBlocks(body: readonly Block[]): string {
  const counts = new Map<string, number>();
  for (const { type } of body) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${type}${count === 1 ? '' : 's'}`).join(', ');
}
