/** What somebody has chosen for this browser: the language, the colours, and the key they read with. */
import { effect, type Signal, signal } from '@preact/signals';

const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
const schemes = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** A signal that is kept by the browser; where it keeps nothing, the choice holds until the page is left. */
function keep<T extends string>(name: string, values: readonly [T, ...T[]]): Signal<T> {
  const choice = signal<T>(values.find((value) => value === read(localStorage, name)) ?? values[0]);
  effect(() => write(localStorage, name, choice.value));
  return choice;
}

function read(storage: Storage, name: string): string | null {
  try {
    return storage.getItem(`baoku.${name}`);
  } catch {
    return null;
  }
}

function write(storage: Storage, name: string, value: string): void {
  try {
    storage.setItem(`baoku.${name}`, value);
  } catch {
    // Full, or switched off.
  }
}

export const language = keep<Language>('language', languages);
export const scheme = keep<Scheme>('scheme', schemes);

/** The secret of a key, for as long as the tab is open; empty: none. */
export const key = signal(read(sessionStorage, 'key') ?? '');
effect(() => write(sessionStorage, 'key', key.value));

effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
});
effect(() => {
  document.documentElement.dataset.scheme = scheme.value;
});
