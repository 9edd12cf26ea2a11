/** The frame around the views: the masthead with the search box, the navigation, and the view of the address. */
import { useEffect, useState } from 'preact/hooks';
import { base, place } from './location.js';
import { messages } from './messages/index.js';
import { Failure } from './parts/failure.js';
import { SearchBox } from './parts/search-box.js';
import { toAddress, type ViewName } from './paths.js';
import { language, type Scheme, scheme } from './settings.js';
import { entrances, type View, views } from './views.js';

export function App() {
  const words = messages.value;
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Masthead />
      <main id="main" tabIndex={-1}>
        <CurrentView />
      </main>
      <footer class="colophon">
        <a href={`${base}/docs`}>{words.views.docs}</a>
        <a href={`${base}/graphiql`}>{words.views.graphiql}</a>
        <a href={`${base}/openapi.json`}>OpenAPI</a>
        <a href={`${base}/feeds/sections.opml`}>OPML</a>
      </footer>
    </>
  );
}

function Masthead() {
  const words = messages.value;
  return (
    <header class="masthead">
      <a class="nameplate" href={`${base}/`}>
        <span class="name" lang="zh-CN">
          报库
        </span>
        <span class="tagline">{words.tagline}</span>
      </a>
      <SearchBox />
      <nav aria-label={words.navigation}>
        {entrances.map((view) => (
          <a key={view} href={base + toAddress(view)} aria-current={isIn(view) ? 'page' : undefined}>
            {words.views[view]}
          </a>
        ))}
      </nav>
      <div class="choices">
        <button
          type="button"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => {
            language.value = language.value === 'zh' ? 'en' : 'zh';
          }}
        >
          {words.language}
        </button>
        <select
          aria-label={words.scheme.label}
          value={scheme.value}
          onChange={(event) => {
            scheme.value = event.currentTarget.value as Scheme;
          }}
        >
          {(['system', 'light', 'dark'] as const).map((name) => (
            <option key={name} value={name}>
              {words.scheme[name]}
            </option>
          ))}
        </select>
      </div>
    </header>
  );
}

/** What lies behind an entrance, beside its own view. */
const rooms: Partial<Record<ViewName, readonly ViewName[]>> = {
  sources: ['source', 'issue', 'page'],
  people: ['person', 'organizations', 'organization'],
  desk: ['correct', 'jobs', 'keys', 'webhooks', 'webhook'],
};

/** Whether the address is in the part of the explorer that an entrance leads to. */
function isIn(entrance: ViewName): boolean {
  const view = place.value?.view;
  return view === entrance || (view !== undefined && (rooms[entrance] ?? []).includes(view));
}

const loaded = new Map<ViewName, View>();

function CurrentView() {
  const where = place.value;
  const name = where?.view;
  const [, setReady] = useState<ViewName>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (name === undefined || loaded.has(name)) return;
    views[name]().then(({ default: view }) => {
      loaded.set(name, view);
      setReady(name);
    }, setError);
  }, [name]);
  if (where === null || name === undefined) return <Failure code="not_found" />;
  const View = loaded.get(name);
  if (View !== undefined) return <View {...where} key={name} />;
  return error === undefined ? <p class="loading">{messages.value.loading}</p> : <Failure code="network_error" />;
}
