/**
 * The chart: uPlot draws axes and the range of each period on a canvas; the figures are links laid over it, so that keys and screen
 * readers reach every one. One of them is in the order of the Tab key, arrows lead on.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Series } from '../../../client/index.js';
import { base } from '../../location.js';
import { formatPeriod } from '../../messages/index.js';
import { toAddress } from '../../paths.js';
import { language, scheme } from '../../settings.js';
import { formatShort, formatValue } from './format.js';
import { isWide, type Point } from './points.js';
import { statisticsWords } from './words.js';

interface Props {
  series: Series;
  points: readonly Point[];
}

/** Of the whole chart, in CSS pixels. */
const HEIGHT = 340;
/** Between figures of one value and period, and how many are told apart. */
const STEP = 7;
const STEPS = 6;

interface Place {
  left: number;
  top: number;
}

export function Chart({ series, points }: Props) {
  const words = statisticsWords.value;
  const frame = useRef<HTMLDivElement>(null);
  const links = useRef<HTMLUListElement>(null);
  const [places, setPlaces] = useState<Place[]>([]);
  const [chosen, setChosen] = useState(0);
  const isDark = useDarkness();
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours and labels are drawn, too.
  useEffect(() => {
    const element = frame.current as HTMLDivElement;
    const place = (plot: uPlot) => setPlaces(points.map((point) => findPlace(plot, point)));
    // Where things are is known when they are drawn, which is later.
    const options = { ...toOptions(element, series, isWide(points)), hooks: { draw: [place] } };
    const plot = new uPlot(options, toData(series), element);
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === plot.width) return;
      plot.setSize({ width: element.clientWidth, height: HEIGHT });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [series, points, isDark, language.value]);
  const current = points[Math.min(chosen, points.length - 1)];

  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ...{ ArrowLeft: chosen - 1, ArrowDown: chosen - 1, ArrowRight: chosen + 1, ArrowUp: chosen + 1 },
      ...{ Home: 0, End: points.length - 1 },
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(points.length - 1, to));
    setChosen(next);
    links.current?.querySelectorAll('a')[next]?.focus();
  };

  return (
    <figure class="chart">
      <div class="frame">
        <div ref={frame} class="canvas" aria-hidden="true" />
        <ul ref={links} class="points" aria-label={words.points}>
          {points.map((point, at) => (
            <li key={point.statistic.id} style={toStyle(places[at])}>
              <a
                class={point.isDisputed ? 'disputed' : undefined}
                href={toSentence(point)}
                tabIndex={at === chosen ? 0 : -1}
                onFocus={() => setChosen(at)}
                onPointerEnter={() => setChosen(at)}
                onKeyDown={move}
              >
                <span class="unseen">{describe(point)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
      <figcaption>
        {current !== undefined && (
          <p class="current" lang="zh-CN" aria-hidden="true">
            <strong>{formatPeriod(current.period)}</strong> {current.statistic.measure} {current.statistic.text}
            <span> {current.statistic.article.title}</span>
          </p>
        )}
        <p class="hint">
          {words.chart} {isWide(points) && words.logarithmic}
        </p>
      </figcaption>
    </figure>
  );
}

/** The sentence of a figure, in the reading view. */
export const toSentence = ({ statistic: { id, article } }: Pick<Point, 'statistic'>) =>
  `${base + toAddress('article', { id: article.id })}#${id}`;

function describe({ statistic, period, isDisputed }: Point): string {
  const { measure, text } = statistic;
  const parts = [formatPeriod(period), measure, text, `(${formatValue(statistic)})`, statistic.article.title];
  return [...parts, isDisputed && statisticsWords.value.disputed].filter(Boolean).join(' ');
}

const toStyle = (place: Place | undefined) =>
  place === undefined ? { visibility: 'hidden' } : { left: `${place.left}px`, top: `${place.top}px` };

const toData = ({ data }: Series): uPlot.AlignedData => {
  const numbers = (ends: (string | null)[]) => ends.map((end) => (end === null ? null : Number(end)));
  return [data.map((_, at) => at), numbers(data.map(({ min }) => min)), numbers(data.map(({ max }) => max))];
};

function findPlace(plot: uPlot, { at, value, rank }: Point): Place {
  const { offsetLeft, offsetTop } = plot.over;
  return {
    left: offsetLeft + plot.valToPos(at, 'x') + (rank % STEPS) * STEP,
    top: offsetTop + plot.valToPos(value, 'y'),
  };
}

/** Colours come from the style of the element: a canvas knows no custom properties. */
function toOptions(element: HTMLElement, { data }: Series, isLogarithmic: boolean): uPlot.Options {
  const { color: ink, borderTopColor: rule, outlineColor: line, font } = getComputedStyle(element);
  const axis = { stroke: ink, font, grid: { stroke: rule, width: 1 }, ticks: { show: false } };
  const edge = { stroke: line, width: 1.5, spanGaps: true, points: { show: false } };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [-0.5, Math.max(0.5, data.length - 0.5)] },
      y: { distr: isLogarithmic ? 3 : 1 },
    },
    axes: [
      {
        ...axis,
        incrs: [1, 2, 3, 6, 12, 24, 60, 120, 240],
        space: 80,
        values: (_, splits) => splits.map((at) => (data[at] === undefined ? '' : formatPeriod(data[at].period))),
      },
      { ...axis, size: 68, values: (_, splits) => splits.map((value) => (value === null ? '' : formatShort(value))) },
    ],
    series: [{}, edge, edge],
    bands: [{ series: [2, 1], fill: `color-mix(in srgb, ${line} 15%, transparent)` }],
  };
}

/** Whether colours are those of the dark scheme, chosen here or by the system. */
function useDarkness(): boolean {
  const [isSystemDark, setSystemDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setSystemDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return scheme.value === 'system' ? isSystemDark : scheme.value === 'dark';
}
