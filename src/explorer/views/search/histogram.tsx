/** Articles over time, as a chart to choose a range in: by dragging, by a click on a bar, or by moving its ends with keys. */
import { useRef, useState } from 'preact/hooks';
import type { Histogram as Counts } from '../../../client/index.js';
import { formatCount, formatPeriod, messages } from '../../messages/index.js';
import { type Bar, findRange, toBars, toEnds } from './bars.js';
import type { SetParameters } from './questions.js';

interface Props {
  histogram: Counts | undefined;
  from: string | undefined;
  to: string | undefined;
  set: SetParameters;
}

export function Histogram({ histogram, from, to, set }: Props) {
  const words = messages.value;
  const chart = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<{ start: number; at: number }>();
  const bars = toBars(histogram?.data ?? []);
  const range: [number, number] =
    dragged === undefined
      ? findRange(bars, from, to)
      : [Math.min(dragged.start, dragged.at), Math.max(dragged.start, dragged.at)];
  const [first, last] = range;
  const isWhole = first === 0 && last === bars.length - 1;
  const most = Math.max(1, ...bars.map(({ count }) => count));

  const barAt = ({ clientX }: PointerEvent) => {
    const { left, width } = (chart.current as HTMLDivElement).getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((clientX - left) / width) * bars.length)));
  };
  const choose = (range: readonly [number, number]) => set(toEnds(bars, range));

  return (
    <section class="histogram" aria-label={words.histogram}>
      <div
        ref={chart}
        class="chart"
        onPointerDown={(event) => {
          if (event.button !== 0 || bars.length < 2 || (event.target as Element).closest('[role=slider]')) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged({ start: barAt(event), at: barAt(event) });
        }}
        onPointerMove={(event) => dragged && setDragged({ ...dragged, at: barAt(event) })}
        onPointerCancel={() => setDragged(undefined)}
        onPointerUp={() => {
          if (dragged === undefined) return;
          setDragged(undefined);
          choose(range);
        }}
      >
        <svg viewBox={`0 0 ${Math.max(1, bars.length)} 100`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map(({ period, count }, at) => (
            <rect
              key={period}
              class={at >= first && at <= last ? 'in' : 'out'}
              x={at + 0.1}
              width={0.8}
              y={100 - (count / most) * 100}
              height={(count / most) * 100}
            />
          ))}
        </svg>
        {bars.length > 1 && (
          <>
            <Handle
              name={words.rangeFrom}
              bars={bars}
              at={first}
              least={0}
              most={last}
              edge={first}
              onMove={(at) => choose([at, last])}
            />
            <Handle
              name={words.rangeTo}
              bars={bars}
              at={last}
              least={first}
              most={bars.length - 1}
              edge={last + 1}
              onMove={(at) => choose([first, at])}
            />
          </>
        )}
      </div>
      <p class="range">
        <span>{bars[first] !== undefined && formatPeriod(bars[first].period)}</span>
        <span class="hint">{isWhole ? words.histogramHint : describe(bars.slice(first, last + 1))}</span>
        {!isWhole && (
          <button type="button" class="plain" onClick={() => set({ from: undefined, to: undefined })}>
            {words.wholeRange}
          </button>
        )}
        <span>{bars[last] !== undefined && formatPeriod(bars[last].period)}</span>
      </p>
    </section>
  );
}

const describe = (bars: readonly Bar[]) =>
  messages.value.articles(formatCount(bars.reduce((sum, { count }) => sum + count, 0)));

interface HandleProps {
  name: string;
  bars: readonly Bar[];
  at: number;
  least: number;
  most: number;
  /** Before which bar it stands. */
  edge: number;
  onMove: (at: number) => void;
}

/** An end of the range, as a slider. */
function Handle({ name, bars, at, least, most, edge, onMove }: HandleProps) {
  const steps: Record<string, number> = {
    ...{ ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 },
    ...{ PageDown: at - 12, PageUp: at + 12, Home: least, End: most },
  };
  return (
    <div
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={at}
      aria-valuetext={formatPeriod(bars[at]?.period ?? '')}
      style={{ left: `${(edge / bars.length) * 100}%` }}
      onKeyDown={(event) => {
        const to = steps[event.key];
        if (to === undefined) return;
        event.preventDefault();
        onMove(Math.max(least, Math.min(most, to)));
      }}
    />
  );
}
