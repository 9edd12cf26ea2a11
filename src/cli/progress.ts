/** Progress of an import on a terminal: a bar with rate and ETA, and lines above it. Elsewhere only the lines. */
import cliProgress from 'cli-progress';
import { findFiles } from '../ingest/source/walk.js';
import type { Output } from './io.js';

/** Must be stopped. */
export interface Progress {
  /** Bytes of input that were read since the last call. */
  addBytes(bytes: number): void;
  /** One more page is done. */
  addPage(): void;
  writeLine(line: string): Promise<void>;
  stop(): void;
}

/** Starts to show progress over `inputs`. Their size is found out on the way, so the import does not wait for it. */
export function startProgress(inputs: readonly string[], output: Output): Progress {
  if (output.stream.isTTY !== true) {
    return { addBytes() {}, addPage() {}, writeLine: (line) => output.writeLine(line), stop() {} };
  }
  const known = !inputs.includes('-');
  const bars = new cliProgress.MultiBar(
    {
      stream: output.stream,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: false,
      barsize: 30,
      format: known
        ? '{bar} {percentage}% | {pages} pages | {rate}/s | ETA {left}'
        : '{pages} pages | {rate}/s | {duration_formatted}',
    },
    cliProgress.Presets.shades_classic,
  );
  const started = performance.now();
  let pages = 0;
  let bytes = 0;
  let stopped = false;
  const bar = bars.create(1, 0, { pages, rate: '-', left: '-' });
  const measure = async () => {
    let total = 0;
    for await (const found of findFiles(inputs)) {
      if (stopped) return;
      if (!('size' in found)) continue;
      total += found.size ?? 0;
      bar.setTotal(Math.max(total, bytes));
    }
  };
  if (known) void measure();
  return {
    addBytes(read) {
      bytes += read;
    },
    addPage() {
      pages += 1;
      const seconds = (performance.now() - started) / 1000;
      const total = bar.getTotal();
      bar.update(Math.min(bytes, total), {
        pages,
        rate: Math.round(pages / seconds),
        // Of the whole run: the bytes of a file of records come in pieces of many pages.
        left: bytes === 0 ? '-' : formatDuration((seconds * Math.max(0, total - bytes)) / bytes),
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

/** Seconds as `42s`, `7m30s` or `2h05m`. */
function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  const [large, small, units] = whole < 3600 ? [whole / 60, whole % 60, 'ms'] : [whole / 3600, (whole / 60) % 60, 'hm'];
  return `${Math.floor(large)}${units[0]}${String(Math.floor(small)).padStart(2, '0')}${units[1]}`;
}
