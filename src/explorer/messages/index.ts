/** The words of the language that is chosen, and numbers and dates in it. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { language } from '../settings.js';
import { en } from './en.js';
import { type Messages, type Widen, zh } from './zh.js';

const tables: Record<typeof language.value, Messages> = { zh, en };

/** All messages, in the language that is chosen. */
export const messages = computed(() => tables[language.value]);

/** Words that only one part of the explorer uses; they lie beside it, and are loaded with it. */
export const translate = <T>(chinese: T, english: Widen<T>): ReadonlySignal<Widen<T>> =>
  computed(() => (language.value === 'zh' ? (chinese as Widen<T>) : english));

/** A count, with its digits grouped. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** A year, month or day as the API writes it; also the day of an instant. */
export function formatPeriod(period: string): string {
  const [year = '', month, day] = period.slice(0, 10).split('-');
  const { year: yearOf, month: monthOf, day: dayOf } = messages.value;
  if (month === undefined) return yearOf(year);
  return day === undefined ? monthOf(year, Number(month)) : dayOf(year, Number(month), Number(day));
}

/** An instant to the minute, on the clock of the archive. */
export const formatInstant = (instant: string): string => `${formatPeriod(instant)} ${instant.slice(11, 16)}`;
