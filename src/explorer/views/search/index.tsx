/** The search view: what was found, or without a query the latest; beside it what it can be narrowed down by. */
import { useAnswer } from '../../archive.js';
import { navigate } from '../../location.js';
import { formatCount, messages } from '../../messages/index.js';
import { FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { ActiveFilters } from './active-filters.js';
import { Facets } from './facets.js';
import { Histogram } from './histogram.js';
import {
  askForList,
  askForTimes,
  readSought,
  type SetParameters,
  type Sought,
  toFeedQuery,
  types,
} from './questions.js';
import { Results } from './results.js';
import './search.css';

const sections = question('listSections', {});

export default function Search({ query }: ViewProps) {
  const words = messages.value;
  const sought = readSought(query);
  const list = askForList(sought);
  const times = askForTimes(sought);
  const { answer, error, isLoading } = useAnswer(list);
  const counted = useAnswer(times);
  const tree = useAnswer(sections);
  useTitle(sought.q === '' ? words.tagline : sought.q);

  const set: SetParameters = (changes) => navigate(toAddress('search', {}, { ...query, ...changes }));
  const { total, facets } = answer ?? {};
  return (
    <div class="search">
      <div class="head">
        <h1>{sought.q === '' ? words.latest : words.results}</h1>
        <p class="total" role="status" aria-live="polite">
          {total !== undefined && describeTotal(total)}
        </p>
        {sought.q !== '' && <Types sought={sought} set={set} />}
        <Sorts sought={sought} set={set} />
      </div>
      <ActiveFilters sought={sought} facets={facets} sections={tree.answer?.data} set={set} />
      <Histogram histogram={counted.answer} from={sought.filters.from} to={sought.filters.to} set={set} />
      <Facets sought={sought} facets={facets} sections={tree.answer?.data ?? (tree.error && [])} set={set} />
      <div class="results" aria-busy={isLoading}>
        {error === undefined ? <Results question={list} first={answer} /> : <FailureOf error={error} />}
      </div>
      <QueryPanel
        questions={[list, times, sections]}
        feeds={{
          list: ({ article: 'articles', quote: 'quotes', statistic: 'statistics' } as const)[sought.type],
          query: toFeedQuery(sought),
        }}
      />
    </div>
  );
}

function describeTotal({ value, relation }: { value: number; relation: 'eq' | 'gte' }): string {
  const { found, atLeast } = messages.value;
  return found(relation === 'eq' ? formatCount(value) : atLeast(formatCount(value)));
}

interface ChoiceProps {
  sought: Sought;
  set: SetParameters;
}

function Types({ sought, set }: ChoiceProps) {
  const words = messages.value;
  return (
    <fieldset class="types">
      <legend class="unseen">{words.resultType}</legend>
      {types.map((type) => (
        <label key={type}>
          <input
            type="radio"
            name="type"
            checked={sought.type === type}
            onChange={() => set({ type: type === 'article' ? undefined : type })}
          />
          <span>{words.types[type]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Sorts({ sought, set }: ChoiceProps) {
  const words = messages.value;
  const sorts = (['relevance', '-publishedAt', 'publishedAt'] as const).filter(
    (sort) => sought.q !== '' || sort !== 'relevance',
  );
  return (
    <select
      class="sort"
      aria-label={words.sort}
      value={sought.sort}
      onChange={(event) =>
        set({ sort: event.currentTarget.value === sorts[0] ? undefined : event.currentTarget.value })
      }
    >
      {sorts.map((sort) => (
        <option key={sort} value={sort}>
          {words.sorts[sort]}
        </option>
      ))}
    </select>
  );
}
