/** What is written so that articles, quotes and statistics can be searched: the tokens of their texts, and their terms. */
import type { ArticleContent, ArticleSummary } from '../../domain/article.js';
import type { Findings } from '../../domain/correction.js';
import { listProminent, tokenizeText } from '../../text/search-tokens.js';
import type { ListName } from '../store.js';
import type { Connection } from './statement.js';

/** The columns of each search table that texts stand in, and how much a find in each counts. */
export const searchColumns = {
  articles: { title: 1.5, lead: 1.3, headings: 1.15, body: 1, section: 0.5, speaker: 0.5, credits: 0.5 },
  quotes: { body: 1, speaker: 1 },
  statistics: { body: 1 },
} as const satisfies Record<ListName, Record<string, number>>;

/**
 * Bits of a row's key: minutes of publication, then the article, then the position in it. The fewer there are, the smaller the
 * index is, since it holds the distance from one key to the next: articles have no position.
 */
const ARTICLE_BITS = 24;
export const positionBits = { articles: 0, quotes: 12, statistics: 12 } as const satisfies Record<ListName, number>;
const MOST_POSITIONS = 2 ** 12;
export const articleMask = 2 ** ARTICLE_BITS - 1;
/** Minutes that keys have room for on either side of 1970: 127 years and more. */
export const MOST_MINUTES = 2 ** 26 - 1;

export const positionMask = (list: ListName): number => 2 ** positionBits[list] - 1;
/** Where in a key the minutes begin. */
export const minuteShift = (list: ListName): number => ARTICLE_BITS + positionBits[list];

/** The first key of those whose articles were published in the minute of an instant. */
export function keyOfInstant(list: ListName, published: number): bigint {
  const minutes = Math.max(-MOST_MINUTES, Math.min(MOST_MINUTES, Math.floor(published / 60_000)));
  return BigInt(minutes) << BigInt(minuteShift(list));
}

/** The minute of a key. */
export function minuteOfKey(list: ListName, key: string): number {
  return Number(BigInt(key) >> BigInt(minuteShift(list)));
}

/** The key of a row. */
export function keyOf(list: ListName, published: number, article: number, position = 0): bigint {
  return (
    keyOfInstant(list, published) | (BigInt(article & articleMask) << BigInt(positionBits[list])) | BigInt(position)
  );
}

/** The token of a term: longer than those of texts. */
export function tokenOfTerm(id: number): string {
  return `term${id}`;
}

/** What is searched of one article: what is stored of it, and the ids of its terms. */
export interface Searched extends Findings {
  summary: Pick<ArticleSummary, 'title' | 'subtitle' | 'lead' | 'byline' | 'source' | 'section'>;
  body: ArticleContent['body'];
  terms: readonly number[];
}

export type SearchIndex = ReturnType<typeof createSearchIndex>;

/** Prepares the writing of the index. */
export function createSearchIndex({ client }: Connection) {
  const prepareInsert = (list: ListName) => {
    const columns = [...Object.keys(searchColumns[list]), 'terms'];
    return client.prepare(
      `insert into search_${list} (rowid, ${columns.join()}) values (${['rowid', ...columns].map(() => '?').join()})`,
    );
  };
  const inserts = {
    articles: prepareInsert('articles'),
    quotes: prepareInsert('quotes'),
    statistics: prepareInsert('statistics'),
    prominent: client.prepare('insert into prominent_articles (rowid, tokens) values (?, ?)'),
  };
  const removes = {
    articles: client.prepare('delete from search_articles where rowid = ?'),
    quotes: client.prepare('delete from search_quotes where rowid = ?'),
    statistics: client.prepare('delete from search_statistics where rowid = ?'),
    prominent: client.prepare('delete from prominent_articles where rowid = ?'),
  };
  const stored = client
    .prepare(
      `select (select published from article_terms where article = a.rowid limit 1),
        (select count(*) from quotes where article = a.rowid), (select count(*) from statistics where article = a.rowid)
        from articles a where a.rowid = ?`,
    )
    .raw();

  return {
    /** Adds an article that is not in the index. Beyond the first 4,096 quotes or statistics of an article, they are not found. */
    add(article: number, published: number, searched: Searched): void {
      const { summary } = searched;
      const { byline, source, section } = summary;
      const terms = searched.terms.map(tokenOfTerm).join(' ');
      const texts = textsOf(searched);
      const speakers = [...new Set(searched.quotes.map(({ speaker }) => speaker ?? ''))].join('\n');
      const key = keyOf('articles', published, article);
      const title = tokenizeText(`${summary.title}\n${summary.subtitle ?? ''}`);
      const lead = tokenizeText(summary.lead ?? '');
      const headings = tokenizeText(texts.headings);
      const body = tokenizeText(texts.body);
      inserts.articles.run(
        key,
        title,
        lead,
        headings,
        body,
        tokenizeText((section?.path ?? []).join('\n')),
        tokenizeText(speakers),
        tokenizeText(`${byline ?? ''}\n${source?.name ?? ''}`),
        terms,
      );
      inserts.prominent.run(key, `${listProminent({ title, lead, headings, body })} ${terms}`);
      searched.quotes.slice(0, MOST_POSITIONS).forEach(({ text, speaker, organization, role }, position) => {
        const who = [organization, role, speaker].filter((part) => part !== null).join('\n');
        inserts.quotes.run(keyOf('quotes', published, article, position), tokenizeText(text), tokenizeText(who), terms);
      });
      searched.statistics.slice(0, MOST_POSITIONS).forEach(({ text, measure }, position) => {
        inserts.statistics.run(
          keyOf('statistics', published, article, position),
          tokenizeText(measure === null ? text : `${measure}\n${text}`),
          terms,
        );
      });
    },

    /** Takes an article out, as it is stored when this is called. */
    remove(article: number): void {
      const [published, quotes, statistics] = stored.get(article) as [number, number, number];
      const key = keyOf('articles', published, article);
      removes.articles.run(key);
      removes.prominent.run(key);
      for (let at = 0; at < Math.min(quotes, MOST_POSITIONS); at += 1)
        removes.quotes.run(keyOf('quotes', published, article, at));
      for (let at = 0; at < Math.min(statistics, MOST_POSITIONS); at += 1)
        removes.statistics.run(keyOf('statistics', published, article, at));
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
