/** What is written so that articles, quotes and statistics can be searched: the tokens of their texts, and their terms. */
import type { ArticleContent, ArticleSummary } from '../../domain/article.js';
import type { Findings } from '../../domain/correction.js';
import { findOrganization } from '../../domain/names.js';
import { listCharacters, listProminent, tokenizeText } from '../../text/search-tokens.js';
import type { ListName } from '../store.js';
import { createSearchKeys, keyOfRow, positionMask } from './search-keys.js';
import type { Connection } from './statement.js';
import { type TermKey, termKinds } from './terms.js';

/**
 * The columns of each search table that texts stand in, and how much a find in each counts. The first takes the least room:
 * FTS5 writes the number of the column before the places in every other one.
 */
export const searchColumns = {
  articles: { body: 1, title: 1.5, lead: 1.3, headings: 1.15, section: 0.5, speaker: 0.5, credits: 0.5 },
  quotes: { body: 1, speaker: 1 },
  statistics: { body: 1 },
} as const satisfies Record<ListName, Record<string, number>>;

const ofArticles = [termKinds.section, termKinds.source, termKinds.issueDate, termKinds.page];
/** The kinds of terms that rows are searched by: those that filters of their list have, of a quote or a figure its own. */
export const searchedKinds: Record<ListName, readonly number[]> = {
  articles: ofArticles,
  quotes: [...ofArticles, termKinds.speaker, termKinds.organization, termKinds.quoteKind],
  statistics: [...ofArticles, termKinds.unit],
};

/** The token of a term: longer than those of texts. */
export function tokenOfTerm(id: number): string {
  return `term${id}`;
}

/** What is searched of one article: what is stored of it, and its terms. */
export interface Searched extends Findings {
  summary: Pick<ArticleSummary, 'title' | 'subtitle' | 'lead' | 'byline' | 'source' | 'section'>;
  body: ArticleContent['body'];
  terms: readonly SearchedTerm[];
}

export interface SearchedTerm extends TermKey {
  id: number;
}

/** The tables that have a row for each article. */
export const articleTables = ['search_articles', 'search_characters', 'prominent_articles'] as const;
export type SearchTable = `search_${ListName}` | (typeof articleTables)[number];

export type SearchIndex = ReturnType<typeof createSearchIndex>;

/** Prepares the writing of the index. */
export function createSearchIndex(connection: Connection) {
  const { client } = connection;
  const keys = createSearchKeys(connection);
  const prepareInsert = (table: string, columns: readonly string[]) => {
    const written = ['rowid', ...columns];
    return client.prepare(`insert into ${table} (${written.join()}) values (${written.map(() => '?').join()})`);
  };
  const columnsOf = (list: ListName) => [...Object.keys(searchColumns[list]), 'terms'];
  const inserts = {
    articles: prepareInsert('search_articles', columnsOf('articles')),
    quotes: prepareInsert('search_quotes', columnsOf('quotes')),
    statistics: prepareInsert('search_statistics', columnsOf('statistics')),
    characters: prepareInsert('search_characters', ['tokens']),
    prominent: prepareInsert('prominent_articles', ['tokens']),
  };
  const prepareRemove = (table: string) => client.prepare(`delete from ${table} where rowid = ?`);
  const removes = {
    articles: articleTables.map(prepareRemove),
    quotes: prepareRemove('search_quotes'),
    statistics: prepareRemove('search_statistics'),
  };
  const countRows = {
    quotes: client.prepare<[number], number>('select count(*) from quotes where article = ?').pluck(),
    statistics: client.prepare<[number], number>('select count(*) from statistics where article = ?').pluck(),
  };

  return {
    /** Adds an article that is not in the index. Beyond the first 4,096 quotes or statistics of an article, they are not found. */
    add(article: number, published: number, searched: Searched): void {
      const { summary, quotes, statistics } = searched;
      const { byline, source, section } = summary;
      const key = keys.assign(article, published);
      const terms = writeTerms(searched.terms);
      const texts = textsOf(searched);
      const title = tokenizeText(`${summary.title}\n${summary.subtitle ?? ''}`);
      const lead = tokenizeText(summary.lead ?? '');
      const headings = tokenizeText(texts.headings);
      const body = tokenizeText(texts.body);
      const others = [
        (section?.path ?? []).join('\n'),
        [...new Set(quotes.map(({ speaker }) => speaker ?? ''))].join('\n'),
        `${byline ?? ''}\n${source?.name ?? ''}`,
      ].map(tokenizeText);
      inserts.articles.run(key, body, title, lead, headings, ...others, terms.ofArticle);
      inserts.characters.run(key, `${listCharacters([body, title, lead, headings, ...others])} ${terms.ofArticle}`);
      inserts.prominent.run(key, `${listProminent({ title, lead, headings, body })} ${terms.ofArticle}`);
      for (const [position, quote] of quotes.slice(0, positionMask('quotes') + 1).entries()) {
        const { text, speaker, organization, role, kind } = quote;
        const who = [organization, role, speaker].filter((part) => part !== null).join('\n');
        const own = terms.ofRow([
          [termKinds.speaker, speaker],
          [termKinds.organization, findOrganization(quote)],
          [termKinds.quoteKind, kind],
        ]);
        inserts.quotes.run(keyOfRow('quotes', key, position), tokenizeText(text), tokenizeText(who), own);
      }
      for (const [position, statistic] of statistics.slice(0, positionMask('statistics') + 1).entries()) {
        const { text, measure, unit, normalizedUnit } = statistic;
        const own = terms.ofRow([
          [termKinds.unit, unit],
          [termKinds.unit, normalizedUnit],
        ]);
        const shown = measure === null ? text : `${measure}\n${text}`;
        inserts.statistics.run(keyOfRow('statistics', key, position), tokenizeText(shown), own);
      }
    },

    /** Takes an article out, as it is stored when this is called. */
    remove(article: number): void {
      const key = keys.find(article);
      if (key === undefined) return;
      for (const remove of removes.articles) remove.run(key);
      for (const list of ['quotes', 'statistics'] as const) {
        const rows = Math.min(countRows[list].get(article) ?? 0, positionMask(list) + 1);
        for (let position = 0; position < rows; position += 1) removes[list].run(keyOfRow(list, key, position));
      }
    },
  };
}

/** The tokens of the terms of an article, and how to write those of one of its rows. */
function writeTerms(terms: readonly SearchedTerm[]) {
  const ids = new Map(terms.map(({ kind, value, id }) => [`${kind} ${value}`, id]));
  const ofArticle = terms
    .filter(({ kind }) => searchedKinds.articles.includes(kind))
    .map(({ id }) => tokenOfTerm(id))
    .join(' ');
  return {
    ofArticle,
    ofRow(own: readonly [kind: number, value: string | null][]): string {
      const found = new Set(own.map(([kind, value]) => ids.get(`${kind} ${value}`)));
      return [ofArticle, ...[...found].flatMap((id) => (id === undefined ? [] : tokenOfTerm(id)))].join(' ');
    },
  };
}

/** The headings of a body, and all else that a reader sees in it. */
function textsOf({ body }: Searched): { headings: string; body: string } {
  const texts = { headings: [] as string[], body: [] as string[] };
  for (const block of body) {
    if (block.type === 'heading') texts.headings.push(block.text);
    else if (block.type === 'list') texts.body.push(...block.items);
    else if (block.type === 'image') texts.body.push(block.caption ?? '');
    else if (block.type === 'table') texts.body.push(block.caption ?? '', ...block.rows.flat());
    else texts.body.push(block.text);
  }
  return { headings: texts.headings.join('\n'), body: texts.body.join('\n') };
}
