/** The wall of everybody: whom the archive quotes most, and the latest quotes, of all or of a section and a time. */
import { useAnswer } from '../../archive.js';
import { base, navigate } from '../../location.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { useTitle } from '../title.js';
import { askForMostQuoted, askForQuotes, type QuotedKind, readFilters, toQuoteFeed } from './questions.js';
import { MostQuoted, MostQuotedAmong } from './ranking.js';
import { QuoteWall } from './wall.js';
import { quoteWords } from './words.js';
import '../tabs.css';
import './quotes.css';

const viewOf = { speaker: 'people', organization: 'organizations' } as const;

export function QuotedIndex({ kind, query }: { kind: QuotedKind } & Pick<ViewProps, 'query'>) {
  const words = quoteWords.value;
  const filters = readFilters(query);
  const isWhole = Object.keys(filters).length === 0;
  const asked = askForQuotes(filters, isWhole ? undefined : kind);
  const { answer, error, isLoading } = useAnswer(asked);
  const title = kind === 'speaker' ? words.mostQuotedPeople : words.mostQuotedOrganizations;
  useTitle(title);
  return (
    <div class="quoted">
      <h1>{words.quotes}</h1>
      <nav class="tabs" aria-label={words.by}>
        {(['speaker', 'organization'] as const).map((each) => (
          <a
            key={each}
            href={base + toAddress(viewOf[each], {}, filters)}
            aria-current={each === kind ? 'page' : undefined}
          >
            {words[viewOf[each]]}
          </a>
        ))}
      </nav>
      <section class="most-quoted">
        <h2>{title}</h2>
        {isWhole ? (
          <MostQuoted kind={kind} key={kind} />
        ) : (
          <MostQuotedAmong kind={kind} values={answer?.facets?.[kind] ?? []} />
        )}
      </section>
      <QuoteWall
        title={words.latest}
        {...{ question: asked, first: answer, error, isLoading, filters }}
        set={(changes) => navigate(toAddress(viewOf[kind], {}, { ...filters, ...changes }))}
      />
      <QueryPanel questions={isWhole ? [askForMostQuoted[kind], asked] : [asked]} feeds={toQuoteFeed(filters)} />
    </div>
  );
}
