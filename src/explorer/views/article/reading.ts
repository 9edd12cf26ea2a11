/** What somebody who reads an article looks at: its text, what was found in it, and which of that is in sight. */
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Finding } from './findings.js';

/** Findings whose details are shown, and below which place of the article. */
export interface Shown {
  findings: readonly Finding[];
  left: number;
  top: number;
  /** Whether they stay until they are closed. */
  isPinned: boolean;
}

export interface Reading {
  /** Id of the article. */
  id: string;
  text: string;
  findings: readonly Finding[];
  shown: Signal<Shown | null>;
  /** The finding that is pointed at in the list beside. */
  lit: Signal<string | null>;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === null) throw new Error('outside an article');
  return reading;
}

/** Shows findings below a piece of text that holds them. */
export function showBelow({ shown }: Reading, element: Element, findings: readonly Finding[], isPinned: boolean): void {
  const article = element.closest('.sheet')?.getBoundingClientRect();
  // A piece may run over lines: below the first of them.
  const piece = element.getClientRects()[0];
  if (article === undefined || piece === undefined) return;
  shown.value = { findings, left: piece.left - article.left, top: piece.bottom - article.top, isPinned };
}
