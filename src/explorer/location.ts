/** Where the page is: the address as a signal, and links that go to another one without loading the page anew. */
import { computed, signal } from '@preact/signals';
import { type Place, readPlace } from './paths.js';

/** What stands before the addresses of views and of the API, without a slash at the end: the server may be under a path. */
export const base = new URL(import.meta.url).pathname.replace(/\/(?:explorer\/assets\/[^/]*|[^/]*)$/, '');

const readAddress = () => {
  const { pathname, search, hash } = window.location;
  return pathname.slice(base.length) + search + hash;
};

/** From the slash on, without {@link base}. */
export const address = signal(readAddress());
/** The view that is shown; null: there is none at this address. */
export const place = computed<Place | null>(() => readPlace(address.value));
/** How far down each entry of the history was read. */
const depths = new Map<string, number>();
const entry = () => String((history.state as { key?: string } | null)?.key ?? '');

/** Goes to an address of the explorer; `replace` leaves no entry in the history, for what changes as somebody types. */
export function navigate(to: string, { replace = false } = {}): void {
  if (to === address.value) return;
  depths.set(entry(), window.scrollY);
  const isOther = readPlace(to)?.view !== place.value?.view || to.split('?')[0] !== address.value.split(/[?#]/)[0];
  history[replace ? 'replaceState' : 'pushState'](
    { key: crypto.randomUUID?.() ?? String(Math.random()) },
    '',
    base + to,
  );
  address.value = to;
  if (isOther && !to.includes('#')) {
    window.scrollTo(0, 0);
    // Whoever cannot see the page change hears the new one from its beginning.
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}

/** Lets links and the history of the browser lead from view to view. */
export function followLinks(): void {
  history.scrollRestoration = 'manual';
  window.addEventListener('popstate', () => {
    address.value = readAddress();
    const depth = depths.get(entry());
    if (depth !== undefined) requestAnimationFrame(() => window.scrollTo(0, depth));
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || event.button !== 0 || link.target !== '') return;
    // Within the page the browser knows the way.
    if (link.getAttribute('href')?.startsWith('#')) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.hasAttribute('download')) return;
    const to = new URL(link.href);
    if (to.origin !== window.location.origin || !to.pathname.startsWith(`${base}/`)) return;
    const inside = to.pathname.slice(base.length) + to.search + to.hash;
    if (readPlace(inside) === null) return;
    event.preventDefault();
    navigate(inside);
  });
}
