/** Whom the archive quotes most: in all by the index of people or organizations, of a section or a time by counting its quotes. */
import type { FacetValue } from '../../../client/index.js';
import { useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { formatCount, formatPeriod, messages } from '../../messages/index.js';
import { toAddress } from '../../paths.js';
import { FailureOf } from '../failure.js';
import { usePages } from '../pages.js';
import { askForMostQuoted, NAMES, type QuotedKind } from './questions.js';
import { quoteWords } from './words.js';

const viewOf = { speaker: 'person', organization: 'organization' } as const;

/** The index, page after page. */
export function MostQuoted({ kind }: { kind: QuotedKind }) {
  const question = askForMostQuoted[kind];
  const { answer, error } = useAnswer<'listPeople' | 'listOrganizations'>(question);
  const { pages, error: later, more } = usePages<'listPeople' | 'listOrganizations'>(question, answer);
  const failed = error ?? later;
  const rows = pages.flatMap(({ data }) => data);
  return (
    <>
      {failed !== undefined && <FailureOf error={failed} />}
      {answer === undefined && error === undefined && <Room />}
      <Names
        kind={kind}
        rows={rows.map(({ name, quoteCount, firstQuotedOn, lastQuotedOn }) => ({
          name,
          count: quoteCount,
          when: describeYears(firstQuotedOn, lastQuotedOn),
        }))}
      />
      {more !== null && (
        <button type="button" class="plain" onClick={more}>
          {messages.value.more}
        </button>
      )}
    </>
  );
}

/** As much room as the first page takes, so that nothing moves when it comes. */
const Room = () => (
  <ol class="ranking" aria-hidden="true">
    {Array.from({ length: NAMES }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
      <li key={at}>
        <span class="name">{'\u00a0'}</span>
        <svg class="bar" />
        <span class="when">{'\u00a0'}</span>
      </li>
    ))}
  </ol>
);

/** Those of the quotes that are shown. */
export const MostQuotedAmong = ({ kind, values }: { kind: QuotedKind; values: readonly FacetValue[] }) => (
  <Names kind={kind} rows={values.map(({ name, count }) => ({ name, count, when: null }))} />
);

interface Row {
  name: string;
  count: number;
  when: string | null;
}

function Names({ kind, rows }: { kind: QuotedKind; rows: readonly Row[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ol class="ranking">
      {rows.map(({ name, count, when }) => (
        <li key={name}>
          <a lang="zh-CN" href={base + toAddress(viewOf[kind], { name })}>
            {name}
          </a>
          <span class="count">{quoteWords.value.quoteCount(formatCount(count))}</span>
          <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(count / most) * 100} height={1} />
          </svg>
          {when !== null && <span class="when">{when}</span>}
        </li>
      ))}
    </ol>
  );
}

function describeYears(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return null;
  const [from, to] = [formatPeriod(first.slice(0, 4)), formatPeriod(last.slice(0, 4))];
  return from === to ? from : messages.value.fromTo(from, to);
}
