/** The wall: quotes as cards, page after page, with what they can be narrowed down by. */
import type { BaokuError, FacetValue } from '../../../client/index.js';
import { formatCount, messages } from '../../messages/index.js';
import type { Answer, Question } from '../../query/question.js';
import { Choice } from '../choice.js';
import { FailureOf } from '../failure.js';
import { More, usePages } from '../pages.js';
import { YearRange } from '../year-range.js';
import { QuoteCard } from './card.js';
import type { QuoteFilterName, QuoteFilters } from './questions.js';
import { quoteWords } from './words.js';

interface Props {
  title: string;
  question: Question<'listQuotes'>;
  first: Answer<'listQuotes'> | undefined;
  error: BaokuError | undefined;
  isLoading: boolean;
  filters: QuoteFilters;
  set: SetFilters;
}

/** Sets filters, or takes them away; undefined stands for none. */
export type SetFilters = (changes: Partial<Record<QuoteFilterName, string | undefined>>) => void;

export function QuoteWall({ title, question, first, error, isLoading, filters, set }: Props) {
  const words = messages.value;
  const { pages, error: later, more } = usePages(question, first);
  const rows = pages.flatMap(({ data }) => data);
  const { total, facets } = first ?? {};
  return (
    <section class="quote-wall" aria-busy={isLoading}>
      <div class="head">
        <h2>{title}</h2>
        <p class="total" role="status">
          {total !== undefined && (total.relation === 'eq' ? words.found : words.atLeast)(formatCount(total.value))}
        </p>
        <Filters filters={filters} sections={facets?.section} years={facets?.year} set={set} />
      </div>
      {error !== undefined && <FailureOf error={error} />}
      {first === undefined && error === undefined && <p class="loading">{words.loading}</p>}
      {first !== undefined && rows.length === 0 && (
        <p class="nothing">
          <strong>{words.nothingFound}</strong> {words.nothingFoundHint}
        </p>
      )}
      <ul class="cards">
        {rows.map((quote) => (
          <li key={quote.id}>
            <QuoteCard quote={quote} />
          </li>
        ))}
      </ul>
      {later !== undefined && <FailureOf error={later} />}
      {more !== null && <More onMore={more} />}
    </section>
  );
}

interface FiltersProps {
  filters: QuoteFilters;
  sections: readonly FacetValue[] | undefined;
  years: readonly FacetValue[] | undefined;
  set: SetFilters;
}

function Filters({ filters, sections = [], years = [], set }: FiltersProps) {
  const words = quoteWords.value;
  const sorted = years.toSorted((a, b) => b.value.localeCompare(a.value));
  const toYear = ({ value, count }: FacetValue) => ({
    value,
    label: `${messages.value.year(value)} (${formatCount(count)})`,
  });
  const toSection = ({ value, name, count }: FacetValue) => ({ value, label: `${name} (${formatCount(count)})` });
  return (
    <fieldset class="filters">
      <legend class="unseen">{words.narrow}</legend>
      <Choice
        name={words.section}
        none={words.allSections}
        chosen={filters.section}
        options={sections.map(toSection)}
        onChoose={(section) => set({ section })}
      />
      <YearRange words={words} chosen={filters} years={sorted.map(toYear)} set={set} />
    </fieldset>
  );
}
