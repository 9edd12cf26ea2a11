/**
 * Suggestions at 1,000,000 articles: what each keystroke costs, and what keeping them costs each article that is taken in. The
 * archive has titles, people, organizations, sections and sources as a generated one of that size, and no bodies.
 */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { pinyin } from 'pinyin-pro';
import { suggestionType } from '../src/domain/suggestion.js';
import { openReader } from '../src/store/sqlite/reader.js';
import { createSuggestionIndex } from '../src/store/sqlite/search/suggestion-index.js';
import { wrapConnection } from '../src/store/sqlite/statement.js';
import { termKinds } from '../src/store/sqlite/terms.js';
import { migrateArchive } from '../src/store/sqlite/upkeep/migrate.js';
import { prepareRows } from '../src/store/sqlite/writing/rows.js';
import { generateArchive } from './archive.js';
import { folder } from './servers.js';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1000000' }, queries: { type: 'string', default: '5000' } },
});
const count = Number(values.articles);
const LIMIT_MS = 5;
const BATCH = 100;
const BODIES = ['水利局', '教育局', '统计局', '人民医院', '供电公司', '第一中学'];

mkdirSync(folder, { recursive: true });
const file = `${folder}/suggest-${count}.sqlite`;
if (!existsSync(file)) {
  const seconds = build(`${file}.part`);
  renameSync(`${file}.part`, file);
  console.log(`keeping suggestions: ${((1e6 * seconds) / count).toFixed(1)} µs of CPU an article (all else left out)`);
}
console.log(
  `size: ${(statSync(file).size / count).toFixed(0)} bytes an article, ${measureIndex()} of them suggestions`,
);
measureReads();

/** Fills an archive with all that is suggested; gives the seconds of CPU that the suggestions took of it. */
function build(path: string): number {
  migrateArchive(path, { timeZone: '+08:00', at: 0 });
  const client = new Database(path);
  client.pragma('synchronous = OFF');
  client.pragma('foreign_keys = OFF');
  client.pragma('cache_size = -65536');
  const index = createSuggestionIndex(wrapConnection(client), prepareRows(wrapConnection(client)));
  const insertArticle = client.prepare(
    "insert into articles (rowid, id, fingerprint, revision, read_by, reference, document) values (?, ?, '', 1, '', '', ?)",
  );
  const insertTerm = client.prepare('insert into terms (id, kind, value, listed_as) values (?, ?, ?, ?)');
  const setCount = client.prepare('update terms set article_count = ? where id = ?');
  const terms = new Map<string, { id: number; kind: number; value: string; articleCount: number }>();
  const toTerm = (kind: number, value: string) => {
    const key = `${kind}${value}`;
    let term = terms.get(key);
    if (!term) {
      term = { id: terms.size + 1, kind, value, articleCount: 0 };
      insertTerm.run(term.id, kind, value, kind);
      terms.set(key, term);
    }
    return term;
  };
  let microseconds = 0;
  const records = generateArchive(count, { chars: 1 });
  for (let at = 1; at <= count; ) {
    const batch = Array.from({ length: Math.min(BATCH, count - at + 1) }, () => records.next().value).flatMap(
      (record) => record ?? [],
    );
    client.exec('begin');
    const prepared = batch.map((record, n) => {
      const { title, byline } = record;
      insertArticle.run(at + n, `a${String(at + n).padStart(15, '0')}`, JSON.stringify({ title }));
      const body = `${title.slice(0, 3)}${BODIES[(at + n) % BODIES.length]}`;
      const found = [toTerm(termKinds.speaker, byline), toTerm(termKinds.organization, body)];
      return { title: { title, published: Date.parse(record.publishedAt) }, found };
    });
    client.exec('commit');
    const before = process.cpuUsage();
    client.exec('begin');
    prepared.forEach(({ title, found }, n) => {
      index.moveTitle(at + n, null, title);
      for (const term of found) {
        term.articleCount += 1;
        index.weigh({ ...term, isListed: true }, 1);
      }
    });
    index.flush();
    client.exec('commit');
    index.forget();
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
    at += batch.length;
  }
  client.transaction(() => {
    for (const { articleCount, id } of terms.values()) setCount.run(articleCount, id);
  })();
  client.close();
  return microseconds / 1e6;
}

function measureIndex(): string {
  const client = new Database(file, { readonly: true });
  const blocks = client.prepare('select sum(length(block)) from search_suggestions_data').pluck().get() as number;
  client.close();
  return (blocks / count).toFixed(0);
}

/** One keystroke after the other of names and titles that are there, in each of the ways they are typed. */
function measureReads(): void {
  const { suggestions, close } = openReader(file, { guarded: false });
  const client = new Database(file, { readonly: true });
  const queries = Number(values.queries);
  const pick = client.prepare("select document ->> '$.title' from articles where rowid = ?").pluck();
  const name = client.prepare('select value from terms where id = ?').pluck();
  const names = client.prepare('select count(*) from terms').pluck().get() as number;
  const texts = Array.from({ length: queries }, (_, n) => {
    const place = (n * 7_919) % (n % 2 === 0 ? count : names);
    return String((n % 2 === 0 ? pick : name).get(place + 1)).slice(0, 8);
  });
  client.close();
  const spell = (text: string, pattern: 'pinyin' | 'first') =>
    pinyin(text, { toneType: 'none', type: 'array', pattern }).join('');
  const ways: Record<string, (text: string) => string> = {
    characters: (text) => text,
    pinyin: (text) => spell(text, 'pinyin'),
    initials: (text) => spell(text, 'first'),
  };
  console.log(
    `${'typed as'.padEnd(10)}  p50 ms  p99 ms  max ms  p99 / limit (${LIMIT_MS} ms)  p99 of CPU, ms  nothing found`,
  );
  for (const [way, type] of Object.entries(ways)) {
    const typed = texts.map(type).map((text, n) => text.slice(0, 1 + (n % Math.min(8, text.length))));
    const ask = (q: string) => suggestions.listSuggestions({ q, types: suggestionType.options, limit: 10 });
    typed.slice(0, 500).forEach(ask);
    const cpu: number[] = [];
    let missed = 0;
    const times = typed.map((q) => {
      const before = process.cpuUsage();
      const started = performance.now();
      const found = ask(q);
      const milliseconds = performance.now() - started;
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
      if (found.length === 0) missed += 1;
      return milliseconds;
    });
    const p99 = at(times, 0.99);
    const shown = [at(times, 0.5), p99, at(times, 1)].map((ms) => ms.toFixed(2).padStart(6)).join('  ');
    const ratio = (p99 / LIMIT_MS).toFixed(2).padStart(18);
    console.log(
      `${way.padEnd(10)}  ${shown}  ${ratio}  ${at(cpu, 0.99).toFixed(2).padStart(14)}  ${String(missed).padStart(13)}`,
    );
  }
  close();
}

/** The value that a share of all is below. */
function at(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(share * values.length))] as number;
}
