/** A printed issue, page by page, or one page of it, with the ways to those before and after. */
import { useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { formatCount, formatPeriod, messages } from '../../messages/index.js';
import { ArticleRow } from '../../parts/article-row.js';
import { Failure, FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { type Answer, question } from '../../query/question.js';
import { shiftDate } from './dates.js';
import './issue.css';

/** How far, in days, the issues before and after are looked for. */
const AROUND = 60;

export default function IssueView({ parts: { slug = '', date = '', page } }: ViewProps) {
  const words = messages.value;
  const asked = question('getIssue', { slug, date });
  const around = question('getCoverage', { slug, from: shiftDate(date, -AROUND), to: shiftDate(date, AROUND) });
  const { answer, error } = useAnswer(asked);
  const coverage = useAnswer(around);
  useTitle(answer && [answer.source.name, formatPeriod(date), page && words.pageName(page)].filter(Boolean).join(' '));
  if (error !== undefined) return <FailureOf error={error} />;
  if (answer === undefined) return <p class="loading">{words.loading}</p>;
  const at = answer.pages.findIndex((each) => each.page === page);
  if (page !== undefined && at === -1) return <Failure code="not_found" />;
  const shown = page === undefined ? answer.pages : answer.pages.slice(at, at + 1);
  return (
    <>
      <header class="issue-head">
        <h1>
          <a lang="zh-CN" href={base + toAddress('source', { slug })}>
            {answer.source.name}
          </a>{' '}
          <a href={base + toAddress('issue', { slug, date })}>{formatPeriod(date)}</a>
        </h1>
        <p>
          {words.pageCount(formatCount(answer.pageCount))} · {words.articles(formatCount(answer.articleCount))}
        </p>
      </header>
      <Pages slug={slug} date={date} pages={answer.pages} current={page} />
      {shown.map(({ page, articles }) => (
        <section class="issue-page" key={page}>
          <h2>{page === null ? words.pageUnknown : words.pageName(page)}</h2>
          {articles.map((article) => (
            <ArticleRow key={article.id} article={article} level={3}>
              {article.lead !== null && (
                <p class="passage" lang="zh-CN">
                  {article.lead}
                </p>
              )}
            </ArticleRow>
          ))}
        </section>
      ))}
      {page === undefined ? (
        <Issues slug={slug} date={date} days={coverage.answer?.data ?? []} />
      ) : (
        <Steps
          before={toPage(slug, date, answer.pages[at - 1]?.page)}
          after={toPage(slug, date, answer.pages[at + 1]?.page)}
          names={[words.previousPage, words.nextPage]}
        />
      )}
      <QueryPanel
        questions={[asked, around]}
        feeds={{ list: 'articles', query: `?source=${encodeURIComponent(slug)}&issueDate=${date}` }}
      />
    </>
  );
}

const toPage = (slug: string, date: string, page: string | null | undefined) =>
  page == null ? undefined : toAddress('page', { slug, date, page });

type Pages = Answer<'getIssue'>['pages'];

function Pages({
  slug,
  date,
  pages,
  current,
}: {
  slug: string;
  date: string;
  pages: Pages;
  current: string | undefined;
}) {
  const words = messages.value;
  return (
    <nav class="issue-pages" aria-label={words.issue}>
      {pages.map(
        ({ page }) =>
          page !== null && (
            <a
              key={page}
              class="button"
              href={base + toAddress('page', { slug, date, page })}
              aria-current={page === current ? 'page' : undefined}
              aria-label={words.pageName(page)}
            >
              {page}
            </a>
          ),
      )}
    </nav>
  );
}

/** The nearest issues that are there; days on which one is missing lead nowhere. */
function Issues({ slug, date, days }: { slug: string; date: string; days: Answer<'getCoverage'>['data'] }) {
  const words = messages.value;
  const there = days.filter(({ state }) => state !== 'missing').map((day) => day.date);
  const before = there.findLast((day) => day < date);
  const after = there.find((day) => day > date);
  const toIssue = (day: string | undefined) =>
    day === undefined ? undefined : toAddress('issue', { slug, date: day });
  return <Steps before={toIssue(before)} after={toIssue(after)} names={[words.previousIssue, words.nextIssue]} />;
}

interface StepsProps {
  before: string | undefined;
  after: string | undefined;
  names: readonly [before: string, after: string];
}

const Steps = ({ before, after, names }: StepsProps) =>
  before === undefined && after === undefined ? null : (
    <p class="steps">
      {before !== undefined && (
        <a class="button" rel="prev" href={base + before}>
          ← {names[0]}
        </a>
      )}
      {after !== undefined && (
        <a class="button" rel="next" href={base + after}>
          {names[1]} →
        </a>
      )}
    </p>
  );
