/** Roles over time: each with the days of the first and the last article that says so, as words and as a line among the others. */
import { base } from '../../location.js';
import { formatCount, formatPeriod, messages } from '../../messages/index.js';
import { toAddress } from '../../paths.js';
import { quoteWords } from './words.js';

export interface Tenure {
  /** Who, or in which role. */
  label: string | null;
  /** Where it leads to, and what is called so. */
  link: { view: 'person' | 'organization'; name: string } | null;
  from: string | null;
  to: string | null;
  quoteCount: number;
}

export function Tenures({ tenures }: { tenures: readonly Tenure[] }) {
  const words = quoteWords.value;
  const days = tenures.flatMap(({ from, to }) =>
    from === null || to === null ? [] : [Date.parse(from), Date.parse(to)],
  );
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const toShare = (day: string) => ((Date.parse(day) - first) / Math.max(1, last - first)) * 100;
  return (
    <ol class="tenures">
      {tenures.map(({ label, link, from, to, quoteCount }) => (
        <li key={`${link?.name} ${label}`}>
          <span class="label" lang="zh-CN">
            {link !== null && <a href={base + toAddress(link.view, { name: link.name })}>{link.name}</a>}{' '}
            {label ?? (link === null && words.noRole)}
          </span>
          <span class="when">{from === null || to === null ? words.undated : describe(from, to)}</span>
          <span class="count">{words.quoteCount(formatCount(quoteCount))}</span>
          <svg class="bar" viewBox="0 0 101 1" preserveAspectRatio="none" aria-hidden="true">
            {from !== null && to !== null && (
              <rect x={toShare(from)} width={Math.max(1, toShare(to) - toShare(from))} height={1} />
            )}
          </svg>
        </li>
      ))}
    </ol>
  );
}

const describe = (from: string, to: string) =>
  from === to ? formatPeriod(from) : messages.value.fromTo(formatPeriod(from), formatPeriod(to));
