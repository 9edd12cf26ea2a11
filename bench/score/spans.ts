/** Places in a reference text: finding, trimming and matching spans. It does not look at what the spans mean. */

/** An item with its place in the reference text; start -1: it has none. */
export interface Placed<T> {
  item: T;
  start: number;
  end: number;
}

/** A text without white space, with the offset of every character in the original. */
interface Squeezed {
  text: string;
  offsets: number[];
}

function squeeze(text: string): Squeezed {
  const offsets: number[] = [];
  let squeezed = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (/\s/.test(char)) continue;
    offsets.push(i);
    squeezed += char;
  }
  return { text: squeezed, offsets };
}

/**
 * Places labels that come without offsets: each at its first occurrence behind the start of the label before it that is
 * no part of a longer number, or at its n-th with `occurrence: n`. Throws for a label that is not there.
 */
export function placeInReadingOrder<T extends { text: string; start?: number; end?: number; occurrence?: number }>(
  labels: readonly T[],
  plain: string,
  name: string,
): Placed<T>[] {
  let from = 0;
  return labels.map((item) => {
    if (item.start !== undefined && item.end !== undefined) return { item, start: item.start, end: item.end };
    let start = from - 1;
    for (let left = item.occurrence ?? 1; left > 0; ) {
      start = plain.indexOf(item.text, start + 1);
      if (start < 0) throw new Error(`${name}: label not found in its text, in reading order: ${item.text}`);
      const cutsNumber = /^[\d０-９]/.test(item.text) && /[\d.０-９．]/.test(plain.charAt(start - 1));
      if (!cutsNumber) left -= 1;
    }
    from = start + 1;
    return { item, start, end: start + item.text.length };
  });
}

/**
 * Carries spans of our text over to a reference text that may break lines and set white space differently. Whole lines
 * are aligned, in order; the result is null for a span whose line is not in the reference.
 */
export function alignTexts(
  ours: string,
  reference: string,
): (span: { start: number; end: number }) => [number, number] | null {
  const target = squeeze(reference);
  const carried = new Map<number, number>();
  let from = 0;
  let lineStart = 0;
  for (const line of ours.split('\n')) {
    const source = squeeze(line);
    const inOrder = target.text.indexOf(source.text, from);
    const at = inOrder >= 0 ? inOrder : target.text.indexOf(source.text);
    if (source.text !== '' && at >= 0) {
      source.offsets.forEach((offset, i) => {
        carried.set(lineStart + offset, target.offsets[at + i] ?? -1);
      });
      from = at + source.text.length;
    }
    lineStart += line.length + 1;
  }
  return ({ start, end }) => {
    const first = carried.get(start);
    const last = carried.get(end - 1);
    return first === undefined || last === undefined ? null : [first, last + 1];
  };
}

/** Finds words in a text, white space ignored; asked again for the same words it gives the next occurrence. */
export function createFinder(text: string): (words: string) => [number, number] | null {
  const squeezed = squeeze(text);
  const next = new Map<string, number>();
  return (words) => {
    const wanted = squeeze(words).text;
    const at = wanted === '' ? -1 : squeezed.text.indexOf(wanted, next.get(wanted) ?? 0);
    if (at < 0) return null;
    next.set(wanted, at + 1);
    return [squeezed.offsets[at] ?? 0, (squeezed.offsets[at + wanted.length - 1] ?? 0) + 1];
  };
}

const quoteEdges = /[\s\u3000“”"「」『』‘’'。，！？；：、,.!?;:…]/;
const numberPrefixes =
  '大约 将近 超过 突破 不足 不到 不超过 最多 最少 至少 高达 多达 达到 接近 起码 几乎 仅 近 约 超 逾 达 上 破'.split(
    ' ',
  );
const numberSuffixes = '左右 以上 以下 以内 上下'.split(' ');

/** Takes marks and outer punctuation off a quote. */
export function trimQuote<T>({ item, start, end }: Placed<T>, plain: string): Placed<T> {
  while (start < end && quoteEdges.test(plain.charAt(start))) start += 1;
  while (end > start && quoteEdges.test(plain.charAt(end - 1))) end -= 1;
  return { item, start, end };
}

/** Takes outer qualifiers (近, 达到, 左右 …) off a figure. */
export function trimStatistic<T>({ item, start, end }: Placed<T>, plain: string): Placed<T> {
  for (let changed = true; changed; ) {
    while (start < end && /\s/.test(plain.charAt(start))) start += 1;
    while (end > start && /\s/.test(plain.charAt(end - 1))) end -= 1;
    const text = plain.slice(start, Math.max(start, end));
    const prefix = numberPrefixes.find((word) => text.startsWith(word) && word.length < text.length);
    if (prefix !== undefined) start += prefix.length;
    const rest = plain.slice(start, Math.max(start, end));
    const suffix = numberSuffixes.find((word) => rest.endsWith(word) && word.length < rest.length);
    if (suffix !== undefined) end -= suffix.length;
    changed = prefix !== undefined || suffix !== undefined;
  }
  return { item, start, end };
}

/** Shared length over joint length (intersection over union), 0 to 1. */
function measureOverlap(a: Placed<unknown>, b: Placed<unknown>): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared === 0 ? 0 : shared / (a.end - a.start + (b.end - b.start) - shared);
}

/** How well two spans must agree to be taken for one. */
export const agreements = {
  exact: (a: Placed<unknown>, b: Placed<unknown>, _overlap: number) => a.start === b.start && a.end === b.end,
  half: (_a: Placed<unknown>, _b: Placed<unknown>, overlap: number) => overlap >= 0.5,
  any: (_a: Placed<unknown>, _b: Placed<unknown>, overlap: number) => overlap > 0,
};

/** Pairs labels with findings one to one, best overlap first. */
export function pairUp<L, F>(
  labels: readonly Placed<L>[],
  findings: readonly Placed<F>[],
  agree: (label: Placed<L>, finding: Placed<F>, overlap: number) => boolean,
): Map<Placed<L>, Placed<F>> {
  const candidates: { overlap: number; label: Placed<L>; finding: Placed<F> }[] = [];
  for (const label of labels) {
    for (const finding of findings) {
      if (finding.start < 0) continue;
      const overlap = measureOverlap(label, finding);
      if (overlap > 0 && agree(label, finding, overlap)) candidates.push({ overlap, label, finding });
    }
  }
  candidates.sort((a, b) => b.overlap - a.overlap);
  const pairs = new Map<Placed<L>, Placed<F>>();
  const taken = new Set<Placed<F>>();
  for (const { label, finding } of candidates) {
    if (pairs.has(label) || taken.has(finding)) continue;
    pairs.set(label, finding);
    taken.add(finding);
  }
  return pairs;
}
