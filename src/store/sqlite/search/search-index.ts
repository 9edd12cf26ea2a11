/** What is written so that articles, quotes and statistics can be searched: the tokens of their texts, and their terms. */
import type { ArticleContent, ArticleSummary } from '../../../domain/article.js';
import type { Findings } from '../../../domain/correction.js';
import { findOrganization } from '../../../domain/names.js';
import { encodeTokens, listCharacters, listImpacts, partWeights, tokenizeText } from '../../../text/search-tokens.js';
import type { ListName } from '../../store.js';
import type { Connection } from '../statement.js';
import { type TermKey, termKinds } from '../terms.js';
import { createFullTextRows } from './full-text.js';
import { createSearchKeys, keyOfRow, positionMask } from './search-keys.js';

/**
 * The columns of each search table that texts stand in, and how much a find in each counts. The first takes the least room:
 * FTS5 writes the number of the column before the places in every other one.
 */
export const searchColumns = {
  articles: { ...partWeights, section: 0.5, speaker: 0.5, credits: 0.5 },
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

/** What is searched of one article. */
export interface Searched extends Findings, Pick<ArticleSummary, 'title' | 'subtitle' | 'lead' | 'byline'> {
  body: ArticleContent['body'];
  section: { path: readonly string[] } | null;
  source: { name: string } | null;
}

/**
 * The tokens of an article by its rows and their columns. Plain data; terms have no tokens before the archive numbers them. Impacts
 * stand with the terms: a find in that column counts nothing.
 */
export interface SearchTokens {
  article: readonly Uint8Array[];
  characters: Uint8Array;
  impacts: Uint8Array;
  quotes: readonly RowTokens[];
  statistics: readonly RowTokens[];
}

interface RowTokens {
  columns: readonly Uint8Array[];
  /** The terms of the row by itself: their places among those of the article. */
  own: readonly number[];
}

export interface SearchedTerm extends TermKey {
  id: number;
}

/** The tables that have a row for each article, and those that have one for each quote and each figure. */
export const articleTables = ['search_articles', 'search_characters'] as const;
const itemTables = ['search_quotes', 'search_statistics'] as const;
export type SearchTable = (typeof articleTables)[number] | (typeof itemTables)[number];

export type SearchIndex = ReturnType<typeof createSearchIndex>;

/**
 * Makes the tokens of an article, whose quotes and statistics have `terms` of their own. Pure. Beyond the first 4,096 quotes or
 * statistics of an article, they are not found.
 */
export function tokenizeArticle(searched: Searched, terms: readonly TermKey[]): SearchTokens {
  const places = new Map(terms.map(({ kind, value }, place) => [`${kind} ${value}`, place]));
  const placesOf = (own: readonly (readonly [kind: number, value: string | null])[]) => {
    const found = own.map(([kind, value]) => places.get(`${kind} ${value}`));
    return [...new Set(found.filter((place) => place !== undefined))];
  };
  const { section, byline, source, quotes, statistics } = searched;
  const texts = textsOf(searched);
  const title = tokenizeText(`${searched.title}\n${searched.subtitle ?? ''}`);
  const lead = tokenizeText(searched.lead ?? '');
  const headings = tokenizeText(texts.headings);
  const body = tokenizeText(texts.body);
  const others = [
    (section?.path ?? []).join('\n'),
    [...new Set(quotes.map(({ speaker }) => speaker ?? ''))].join('\n'),
    `${byline ?? ''}\n${source?.name ?? ''}`,
  ].map(tokenizeText);
  const article = [body, title, lead, headings, ...others];
  const encode = (text: string) => encodeTokens(tokenizeText(text));
  return {
    article: article.map(encodeTokens),
    characters: listCharacters(article),
    impacts: Buffer.from(listImpacts({ title, lead, headings, body })),
    quotes: quotes.slice(0, positionMask('quotes') + 1).map((quote) => {
      const { text, speaker, organization, role, kind } = quote;
      const who = [organization, role, speaker].filter((part) => part !== null).join('\n');
      return {
        columns: [encode(text), encode(who)],
        own: placesOf([
          [termKinds.speaker, speaker],
          [termKinds.organization, findOrganization(quote)],
          [termKinds.quoteKind, kind],
        ]),
      };
    }),
    statistics: statistics.slice(0, positionMask('statistics') + 1).map(({ text, measure, unit, normalizedUnit }) => ({
      columns: [encode(measure === null ? text : `${measure}\n${text}`)],
      own: placesOf([
        [termKinds.unit, unit],
        [termKinds.unit, normalizedUnit],
      ]),
    })),
  };
}

/**
 * Prepares the writing of the index, or of some of its tables alone. What is added and removed is written at the end of a
 * transaction, by `flush`.
 */
export function createSearchIndex(
  connection: Connection,
  written: readonly SearchTable[] = [...articleTables, ...itemTables],
) {
  const { client } = connection;
  const keys = createSearchKeys(connection);
  const open = <K extends number | bigint>(table: SearchTable, columns: readonly string[]) =>
    written.includes(table) ? createFullTextRows<K>(connection, table, columns) : undefined;
  const columnsOf = (list: ListName) => [...Object.keys(searchColumns[list]), 'terms'];
  const perArticle = {
    article: open<number>('search_articles', columnsOf('articles')),
    characters: open<number>('search_characters', ['tokens']),
  };
  const perItem = {
    quotes: open<bigint>('search_quotes', columnsOf('quotes')),
    statistics: open<bigint>('search_statistics', columnsOf('statistics')),
  };
  const tables = [...Object.values(perArticle), ...Object.values(perItem)].filter((rows) => rows !== undefined);
  const countRows = {
    quotes: client.prepare<[number], number>('select count(*) from quotes where article = ?').pluck(),
    statistics: client.prepare<[number], number>('select count(*) from statistics where article = ?').pluck(),
  };

  return {
    /** Adds an article that is not in the index. Its terms begin with those that it was tokenized with. */
    add(article: number, published: number, tokens: SearchTokens, terms: readonly SearchedTerm[]): void {
      const key = keys.assign(article, {
        published,
        section: findInnermost(terms, termKinds.section),
        source: findInnermost(terms, termKinds.source),
      });
      const termTokens = terms.map(({ id }) => tokenOfTerm(id));
      const isOfArticle = (_: string, place: number) =>
        searchedKinds.articles.includes((terms[place] as SearchedTerm).kind);
      const ofArticle = termTokens.filter(isOfArticle).join(' ');
      const named = Buffer.from(`${ofArticle} `);
      perArticle.article?.put(key, [...tokens.article, Buffer.concat([named, tokens.impacts])]);
      perArticle.characters?.put(key, [Buffer.concat([named, tokens.characters])]);
      for (const list of ['quotes', 'statistics'] as const) {
        const rows = perItem[list];
        if (rows === undefined) continue;
        for (const [position, { columns, own }] of tokens[list].entries())
          rows.put(keyOfRow(list, key, position), [
            ...columns,
            [ofArticle, ...own.map((place) => termTokens[place])].join(' '),
          ]);
      }
    },

    /** Takes an article out, as it is stored when this is called. */
    remove(article: number): void {
      const key = keys.find(article);
      if (key === undefined) return;
      for (const rows of Object.values(perArticle)) rows?.erase(key);
      for (const list of ['quotes', 'statistics'] as const) {
        const rows = perItem[list];
        if (rows === undefined) continue;
        const count = Math.min(countRows[list].get(article) ?? 0, positionMask(list) + 1);
        for (let position = 0; position < count; position += 1) rows.erase(keyOfRow(list, key, position));
      }
    },

    flush(): void {
      for (const table of tables) table.flush();
    },

    /** Forgets what was not written, when the transaction is not to be. */
    forget(): void {
      for (const table of tables) table.forget();
    },
  };
}

/** The term of a kind that an article stands in; of sections the innermost, since a section has a higher number than its parent. */
function findInnermost(terms: readonly SearchedTerm[], wanted: number): number | null {
  return terms.reduce<number | null>((last, { kind, id }) => (kind === wanted && id > (last ?? 0) ? id : last), null);
}

/** The headings of a body, and all else that a reader sees in it. */
function textsOf({ body }: Pick<Searched, 'body'>): { headings: string; body: string } {
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
