/** Progress of a long run on a terminal: a bar with rate and ETA, and lines above it. Elsewhere only the lines. */
import cliProgress from 'cli-progress';
import type { Output } from './io.js';

/** Must be stopped. */
export interface Progress {
  /** So much of the total was done since the last call. */
  advance(amount: number): void;
  /** One more page is done. */
  addPage(): void;
  writeLine(line: string): Promise<void>;
  stop(): void;
}

/**
 * Starts to show progress. `parts` add up to the total, in any unit; they are summed on the way, so that nothing waits for
 * them. Null: the total cannot be known. `noun` is what is counted.
 */
export function startProgress(parts: AsyncIterable<number> | null, output: Output, noun = 'pages'): Progress {
  if (output.stream.isTTY !== true) {
    return { advance() {}, addPage() {}, writeLine: (line) => output.writeLine(line), stop() {} };
  }
  const bars = new cliProgress.MultiBar(
    {
      stream: output.stream,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: false,
      barsize: 30,
      format: parts
        ? `{bar} {percentage}% | {pages} ${noun} | {rate}/s | ETA {left}`
        : `{pages} ${noun} | {rate}/s | {duration_formatted}`,
    },
    cliProgress.Presets.shades_classic,
  );
  const started = performance.now();
  let pages = 0;
  let done = 0;
  let stopped = false;
  const bar = bars.create(1, 0, { pages, rate: '-', left: '-' });
  const measure = async (parts: AsyncIterable<number>) => {
    let total = 0;
    for await (const part of parts) {
      if (stopped) return;
      total += part;
      bar.setTotal(Math.max(total, done));
    }
  };
  if (parts !== null) void measure(parts);
  return {
    advance(amount) {
      done += amount;
    },
    addPage() {
      pages += 1;
      const seconds = (performance.now() - started) / 1000;
      const total = bar.getTotal();
      bar.update(Math.min(done, total), {
        pages,
        rate: Math.round(pages / seconds),
        // Of the whole run: the bytes of a file of records come in pieces of many pages.
        left: done === 0 ? '-' : formatDuration((seconds * Math.max(0, total - done)) / done),
      });
    },
    async writeLine(line) {
      bars.log(`${line}\n`);
    },
    stop() {
      stopped = true;
      // Lines wait for the next drawing of the bar, and stopping draws none.
      bars.update();
      bars.stop();
    },
  };
}

/** What a long run is at, on a terminal; elsewhere nothing. Must be stopped. */
export interface StepProgress {
  /** A step has come so far, as a share up to 1. */
  show(step: string, share: number): void;
  stop(): void;
}

/** Starts to show the steps of a run that are as long as each other. */
export function startSteps(steps: readonly string[], output: Output): StepProgress {
  if (output.stream.isTTY !== true) return { show() {}, stop() {} };
  const bar = new cliProgress.SingleBar(
    {
      stream: output.stream,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: false,
      barsize: 30,
      format: '{bar} {percentage}% | {step}',
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(steps.length, 0, { step: steps[0] });
  return {
    show: (step, share) => bar.update(steps.indexOf(step) + share, { step }),
    stop: () => bar.stop(),
  };
}

/** Seconds as `42s`, `7m30s` or `2h05m`. */
function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  const [large, small, units] = whole < 3600 ? [whole / 60, whole % 60, 'ms'] : [whole / 3600, (whole / 60) % 60, 'hm'];
  return `${Math.floor(large)}${units[0]}${String(Math.floor(small)).padStart(2, '0')}${units[1]}`;
}
