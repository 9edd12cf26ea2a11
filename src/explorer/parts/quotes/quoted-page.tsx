/** One who is quoted: how often, in which roles over time, and the quotes themselves. */
import type { BaokuError, OrganizationSummary } from '../../../client/index.js';
import { useAnswer } from '../../archive.js';
import { navigate } from '../../location.js';
import { formatCount } from '../../messages/index.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import type { Question } from '../../query/question.js';
import { FailureOf } from '../failure.js';
import { useTitle } from '../title.js';
import { askForQuotes, type QuotedKind, readFilters, toQuoteFeed } from './questions.js';
import { type Tenure, Tenures } from './tenures.js';
import { QuoteWall } from './wall.js';
import { quoteWords } from './words.js';
import './quotes.css';

interface Props extends Pick<ViewProps, 'query'> {
  kind: QuotedKind;
  name: string;
  /** The question after the entry in the index. */
  entryQuestion: Question<'getPerson' | 'getOrganization'>;
  /** The entry; a description that is no name (一位村民) has quotes and no entry. */
  entry: OrganizationSummary | undefined;
  entryError: BaokuError | undefined;
  /** Of the organization itself. */
  ownQuoteCount?: number | undefined;
  tenures: readonly Tenure[];
}

export function QuotedPage({ kind, name, query, entryQuestion, entry, entryError, ownQuoteCount = 0, tenures }: Props) {
  const words = quoteWords.value;
  const filters = readFilters(query);
  const asked = askForQuotes({ [kind]: name, ...filters });
  const { answer, error, isLoading } = useAnswer(asked);
  useTitle(name);
  const isMissing = entryError?.code === 'not_found';
  if (entryError !== undefined && !isMissing) return <FailureOf error={entryError} />;
  const hasNothing = isMissing && answer?.data.length === 0 && Object.keys(filters).length === 0;
  if (entryError !== undefined && hasNothing) return <FailureOf error={entryError} />;
  const view = kind === 'speaker' ? 'person' : 'organization';
  return (
    <div class="quoted-page">
      <h1 lang="zh-CN">{name}</h1>
      <p class="summary">{isMissing ? words.notIndexed : entry !== undefined && describe(entry, ownQuoteCount)}</p>
      {tenures.length > 0 && (
        <section class="roles">
          <h2>{kind === 'speaker' ? words.roles : words.peopleOf}</h2>
          <Tenures tenures={tenures} />
          <p class="hint">{words.rolesHint}</p>
        </section>
      )}
      <QuoteWall
        title={words.quotes}
        {...{ question: asked, first: answer, error, isLoading, filters }}
        set={(changes) => navigate(toAddress(view, { name }, { ...filters, ...changes }))}
      />
      <QueryPanel questions={[entryQuestion, asked]} feeds={toQuoteFeed({ [kind]: name, ...filters })} />
    </div>
  );
}

function describe({ quoteCount, articleCount }: OrganizationSummary, ownQuoteCount: number): string {
  const words = quoteWords.value;
  const counts = [words.quoteCount(formatCount(quoteCount)), words.inArticles(formatCount(articleCount))];
  if (ownQuoteCount > 0) counts.push(words.ownQuotes(formatCount(ownQuoteCount)));
  return counts.join(' · ');
}
