/** Plain relational rows of the articles of an archive, for the peer that serves them with prepared statements. */
import { existsSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Article } from '../src/domain/article.js';
import { folder } from './servers.js';

const TABLES = `
  create table sections (id integer primary key, slug text unique, name text, path text, root text);
  create table sources (id integer primary key, slug text unique, name text);
  create table articles (
    rowid integer primary key, id text unique, url text, title text, subtitle text, lead text, breadcrumb text,
    section integer, source integer, issue_date text, issue_page text, byline text, published_at text,
    published_ms integer, modified_at text, keywords text, char_count integer, revision integer, extractor text,
    body text, text text);
  create index articles_by_time on articles (published_ms);
  create index articles_by_section on articles (section, published_ms);
  create table quotes (
    article text, position integer, id text, text text, kind text, speaker text, role text, organization text,
    verb text, start integer, "end" integer, confidence real, rule text, primary key (article, position)) without rowid;
  create table statistics (
    article text, position integer, id text, text text, value text, valueMax text, qualifier text, unit text,
    measure text, asOf text, normalizedValue text, normalizedValueMax text, normalizedUnit text, basis text,
    start integer, "end" integer, confidence real, rule text, primary key (article, position)) without rowid;`;

type Ask = (path: string) => Promise<string>;

/** A file with the rows of what a server serves, which has so many articles. */
export async function prepareRows(count: number, ask: Ask): Promise<string> {
  const file = `${folder}/rows-${count}.sqlite`;
  if (existsSync(file)) return file;
  await buildRows(walk(ask), `${file}.part`);
  renameSync(`${file}.part`, file);
  return file;
}

/** Writes articles, with their quotes and statistics, into a new SQLite file of plain rows. */
async function buildRows(articles: AsyncIterable<Article>, file: string): Promise<void> {
  const rows = new Database(file);
  rows.exec(`pragma journal_mode = off; pragma synchronous = off; ${TABLES}`);
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    return rows
      .prepare(
        `insert or ignore into ${table} (${names.map((n) => `"${n}"`).join()}) values (${names.map(() => '?').join()})`,
      )
      .run(...Object.values(row));
  };
  const idOf = (table: string, slug: string) =>
    rows.prepare(`select id from ${table} where slug = ?`).pluck().get(slug);

  const addArticle = rows.transaction((article: Article) => {
    const { section, source, issue, body, quotes = [], statistics = [] } = article;
    if (section)
      insert('sections', {
        slug: section.slug,
        name: section.name,
        path: JSON.stringify(section.path),
        root: section.path[0],
      });
    if (source) insert('sources', { slug: source.slug, name: source.name });
    insert('articles', {
      id: article.id,
      url: article.url,
      title: article.title,
      subtitle: article.subtitle,
      lead: article.lead,
      breadcrumb: JSON.stringify(article.breadcrumb),
      section: section && idOf('sections', section.slug),
      source: source && idOf('sources', source.slug),
      issue_date: issue?.date ?? null,
      issue_page: issue?.page ?? null,
      byline: article.byline,
      published_at: article.publishedAt,
      published_ms: article.publishedAt && Date.parse(article.publishedAt),
      modified_at: article.modifiedAt,
      keywords: JSON.stringify(article.keywords),
      char_count: article.charCount,
      revision: article.revision,
      extractor: article.extractor,
      body: JSON.stringify(body),
      text: article.text,
    });
    for (const [position, { span, ...quote }] of quotes.entries()) {
      insert('quotes', { article: article.id, position, ...quote, ...span });
    }
    for (const [position, { span, asOf, ...statistic }] of statistics.entries()) {
      insert('statistics', {
        article: article.id,
        position,
        ...statistic,
        asOf: asOf && JSON.stringify(asOf),
        ...span,
      });
    }
  });

  for await (const article of articles) addArticle(article);
  rows.close();
}

/** All articles, whole, with their children. */
async function* walk(ask: Ask): AsyncGenerator<Article> {
  const { data } = JSON.parse(await ask('/v1/articles?limit=1')) as { data: Article[] };
  const fields = [...Object.keys(data[0] ?? {}), 'body', 'text'].join();
  const path = `/v1/articles?limit=100&sort=publishedAt&include=quotes,statistics&fields=${fields}`;
  for (let next: string | null = ''; next !== null; ) {
    const answer = JSON.parse(await ask(next === '' ? path : `${path}&cursor=${next}`)) as {
      data: Article[];
      page: { next: string | null };
    };
    yield* answer.data;
    next = answer.page.next;
  }
}
