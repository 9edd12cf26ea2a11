/** A newspaper: a year of its issues as a calendar, with the days that are missing. */
import type { CoverageDay } from '../../../client/index.js';
import { useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { formatCount, formatPeriod, messages } from '../../messages/index.js';
import { Failure, FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { listWeeks } from './calendar.js';
import './source.css';

const sources = question('listSources', {});

export default function SourceView({ parts: { slug = '' }, query }: ViewProps) {
  const words = messages.value;
  const { answer, error } = useAnswer(sources);
  const source = answer?.data.find((each) => each.slug === slug);
  const last = Number(source?.lastIssueDate?.slice(0, 4));
  const year = Number(query.from?.slice(0, 4)) || last;
  const asked = question('getCoverage', { slug, from: `${year}-01-01`, to: `${year}-12-31` });
  const hasIssues = source !== undefined && source.lastIssueDate !== null;
  const coverage = useAnswer(hasIssues ? asked : null);
  useTitle(source?.name);
  if (error !== undefined) return <FailureOf error={error} />;
  if (answer === undefined) return <p class="loading">{words.loading}</p>;
  if (source === undefined) return <Failure code="not_found" />;
  const { name, articleCount, issueCount, firstIssueDate, lastIssueDate } = source;
  return (
    <>
      <h1 lang="zh-CN">{name}</h1>
      <p class="summary">
        <a href={base + toAddress('search', {}, { source: slug })}>
          {words.allOfSource} · {words.articles(formatCount(articleCount))}
        </a>
        {firstIssueDate !== null && lastIssueDate !== null && (
          <span>
            {words.issues(formatCount(issueCount))} ·{' '}
            {words.fromTo(formatPeriod(firstIssueDate), formatPeriod(lastIssueDate))}
          </span>
        )}
      </p>
      {!hasIssues && <p>{words.noIssues}</p>}
      {hasIssues && (
        <section class="coverage" aria-label={words.coverage}>
          <Years slug={slug} year={year} first={Number(firstIssueDate?.slice(0, 4))} last={last} />
          <Legend />
          {coverage.error !== undefined && <FailureOf error={coverage.error} />}
          <Year slug={slug} year={year} days={coverage.answer?.data ?? []} />
        </section>
      )}
      <QueryPanel
        questions={hasIssues ? [asked, sources] : [sources]}
        feeds={{ list: 'articles', query: `?source=${encodeURIComponent(slug)}` }}
      />
    </>
  );
}

function Years({ slug, year, first, last }: { slug: string; year: number; first: number; last: number }) {
  const words = messages.value;
  const link = (other: number, name: string, arrow: string) => (
    <a
      class="button"
      title={name}
      href={base + toAddress('source', { slug }, { from: `${other}-01-01`, to: `${other}-12-31` })}
    >
      <span aria-hidden="true">{arrow}</span>
      <span class="unseen">{name}</span>
    </a>
  );
  return (
    <div class="years">
      {year > first && link(year - 1, words.previousYear, '←')}
      <h2>{words.year(String(year))}</h2>
      {year < last && link(year + 1, words.nextYear, '→')}
    </div>
  );
}

function Legend() {
  const words = messages.value;
  return (
    <ul class="legend">
      {(['present', 'suspect', 'missing'] as const).map((state) => (
        <li key={state}>
          <span class={`day ${state}`} aria-hidden="true" /> {words.coverageStates[state]}
        </li>
      ))}
    </ul>
  );
}

function Year({ slug, year, days }: { slug: string; year: number; days: readonly CoverageDay[] }) {
  const words = messages.value;
  const byDate = new Map(days.map((day) => [day.date, day]));
  // Months in which nothing appeared, and nothing should have, have nothing to tell.
  const months = [...new Set(days.map(({ date }) => Number(date.slice(5, 7))))];
  return (
    <div class="year">
      {months.map((month) => (
        <table key={month}>
          <caption>{words.month(String(year), month)}</caption>
          <thead>
            <tr>
              {words.weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listWeeks(year, month).map((week, at) => (
              <tr key={String(at)}>
                {week.map((date, weekday) => (
                  <td key={date ?? String(weekday)}>
                    {date !== null && <Day slug={slug} date={date} day={byDate.get(date)} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Day({ slug, date, day }: { slug: string; date: string; day: CoverageDay | undefined }) {
  const words = messages.value;
  const number = String(Number(date.slice(8)));
  if (day === undefined) return <span class="day">{number}</span>;
  const { state, pageCount, articleCount, missingPages } = day;
  const said = [
    formatPeriod(date),
    words.coverageStates[state],
    ...(state === 'missing' ? [] : [words.pageCount(String(pageCount)), words.articles(String(articleCount))]),
    ...(missingPages.length > 0 ? [words.missingPages(missingPages.join('、'))] : []),
  ].join(' · ');
  if (state === 'missing') {
    return (
      <span class="day missing" title={said}>
        <span aria-hidden="true">{number}</span>
        <span class="unseen">{said}</span>
      </span>
    );
  }
  return (
    <a class={`day ${state}`} href={base + toAddress('issue', { slug, date })} title={said} aria-label={said}>
      {number}
    </a>
  );
}
