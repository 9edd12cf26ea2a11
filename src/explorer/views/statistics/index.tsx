/** Figures over time: what articles say of a measure, each figure a point that leads to its sentence. */
import { useMemo } from 'preact/hooks';
import type { FacetValue, Series } from '../../../client/index.js';
import { useAnswer } from '../../archive.js';
import { navigate } from '../../location.js';
import { formatCount, messages } from '../../messages/index.js';
import { Choice } from '../../parts/choice.js';
import { FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import { YearRange } from '../../parts/year-range.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { Chart } from './chart.js';
import { MeasureForm, Measures } from './measure-form.js';
import { findDisputes, toPoints } from './points.js';
import { askForFigures, askForSeries, bases, type Charted, countValues, intervals, readCharted } from './questions.js';
import { Disputes, FigureTable } from './table.js';
import { statisticsWords } from './words.js';
import './statistics.css';

/** Measures to begin with. */
const PROPOSED = 24;

export default function Statistics({ query }: ViewProps) {
  const words = statisticsWords.value;
  const charted = readCharted(query);
  const { measure } = charted;
  const figures = askForFigures(charted);
  const known = useAnswer(figures);
  const rows = known.answer?.data ?? [];
  const units = countValues(rows, 'normalizedUnit');
  const unit = charted.unit ?? (known.isLoading ? undefined : units[0]?.value);
  const asked = measure === '' || unit === undefined ? null : askForSeries(charted, unit);
  const { answer, error } = useAnswer(asked);
  useTitle(measure === '' ? words.title : measure);
  const set = (changes: Record<string, string | undefined>) =>
    navigate(toAddress('statistics', {}, { ...query, ...changes }));
  const { section: sections = [], year: years = [] } = known.answer?.facets ?? {};
  const failed = error ?? known.error;

  return (
    <div class="statistics">
      <h1>{words.title}</h1>
      <MeasureForm measure={measure} onChoose={(measure) => navigate(toAddress('statistics', {}, { measure }))} />
      {measure === '' && <Measures measures={countValues(rows, 'measure').slice(0, PROPOSED)} />}
      {measure !== '' && (
        <Choices {...{ charted, unit, sections, years, set }} units={units.map(({ value }) => value)} />
      )}
      {failed !== undefined && <FailureOf error={failed} />}
      {measure !== '' && failed === undefined && (
        <Drawn series={asked === null ? undefined : answer} isKnown={!known.isLoading && asked === null} />
      )}
      <QueryPanel
        questions={asked === null ? [figures] : [asked, figures]}
        feeds={measure === '' ? undefined : { list: 'statistics', query: toFeedQuery(charted, unit) }}
      />
    </div>
  );
}

/** What was found, or that nothing was; `isKnown`: there is no unit to ask for. */
function Drawn({ series, isKnown }: { series: Series | undefined; isKnown: boolean }) {
  const words = statisticsWords.value;
  const disputes = useMemo(() => (series === undefined ? [] : findDisputes(series)), [series]);
  const points = useMemo(() => (series === undefined ? [] : toPoints(series, disputes)), [series, disputes]);
  if (series === undefined && !isKnown) return <p class="loading">{messages.value.loading}</p>;
  if (series === undefined || points.length === 0) {
    return (
      <p class="nothing">
        <strong>{words.nothing}</strong> {words.nothingHint}
      </p>
    );
  }
  return (
    <>
      <p class="total" role="status">
        {words.figures(formatCount(points.length))} {series.truncated && words.truncated}
      </p>
      <Chart series={series} points={points} />
      <Disputes disputes={disputes} />
      <FigureTable points={points} />
    </>
  );
}

interface ChoicesProps {
  charted: Charted;
  unit: string | undefined;
  units: readonly string[];
  sections: readonly FacetValue[];
  years: readonly FacetValue[];
  set: (changes: Record<string, string | undefined>) => void;
}

function Choices({ charted: { basis, interval, filters }, unit, units, sections, years, set }: ChoicesProps) {
  const words = statisticsWords.value;
  const same = (value: string) => ({ value, label: value });
  const toYear = ({ value }: FacetValue) => ({ value, label: messages.value.year(value) });
  const sorted = years.toSorted((a, b) => a.value.localeCompare(b.value));
  return (
    <fieldset class="choices-of-chart">
      <legend class="unseen">{messages.value.filters}</legend>
      <Choice
        name={words.section}
        none={words.allSections}
        chosen={filters.section}
        options={sections.map(({ value, name }) => ({ value, label: name }))}
        onChoose={(section) => set({ section })}
      />
      <Choice name={words.unit} chosen={unit} options={units.map(same)} onChoose={(unit) => set({ unit })} />
      <Choice
        name={words.basis}
        none={words.anyBasis}
        chosen={basis}
        options={bases.map((value) => ({ value, label: messages.value.bases[value] }))}
        onChoose={(basis) => set({ basis })}
      />
      <Choice
        name={words.interval}
        chosen={interval}
        options={intervals.map((value) => ({ value, label: words.intervals[value] }))}
        onChoose={(interval) => set({ interval })}
      />
      <YearRange words={words} chosen={filters} years={sorted.map(toYear)} set={set} />
    </fieldset>
  );
}

function toFeedQuery({ measure, filters }: Charted, unit: string | undefined): string {
  const pairs = Object.entries({ measure, ...(unit !== undefined && { unit }), ...filters });
  return `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
