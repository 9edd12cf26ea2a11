/** What is written so that articles, quotes and statistics can be searched: the tokens of their texts, and their terms. */
import type { ArticleContent, ArticleSummary } from '../../domain/article.js';
import type { Findings } from '../../domain/correction.js';
import { tokenizeText } from '../../text/search-tokens.js';
import type { ListName } from '../store.js';
import type { Connection } from './statement.js';

/** The columns of each search table that texts stand in, and how much a find in each counts. */
export const searchColumns = {
  articles: { title: 2, lead: 1.5, headings: 1.25, body: 1, section: 0.5, speaker: 0.5, credits: 0.5 },
  quotes: { body: 1, speaker: 1 },
  statistics: { body: 1 },
} as const satisfies Record<ListName, Record<string, number>>;

/** Bits of a row's key: minutes of publication, then the article, then the position in it. */
const ARTICLE_BITS = 24;
const POSITION_BITS = 12;
export const positionMask = 2 ** POSITION_BITS - 1;
export const articleMask = 2 ** ARTICLE_BITS - 1;
export const articleShift = POSITION_BITS;
export const minuteShift = BigInt(ARTICLE_BITS + POSITION_BITS);
/** Minutes that keys have room for on either side of 1970: 127 years and more. */
export const MOST_MINUTES = 2 ** 26 - 1;

/** The first key of those whose articles were published in the minute of an instant. */
export function keyOfInstant(published: number): bigint {
  const minutes = Math.max(-MOST_MINUTES, Math.min(MOST_MINUTES, Math.floor(published / 60_000)));
  return BigInt(minutes) << minuteShift;
}

function keyOf(published: number, article: number, position: number): bigint {
  return keyOfInstant(published) | (BigInt(article & articleMask) << BigInt(articleShift)) | BigInt(position);
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
  };
  const removes = {
    articles: client.prepare('delete from search_articles where rowid = ?'),
    quotes: client.prepare('delete from search_quotes where rowid = ?'),
    statistics: client.prepare('delete from search_statistics where rowid = ?'),
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
      const { title, subtitle, lead, byline, source, section } = searched.summary;
      const terms = searched.terms.map(tokenOfTerm).join(' ');
      const texts = textsOf(searched);
      const speakers = [...new Set(searched.quotes.map(({ speaker }) => speaker ?? ''))].join('\n');
      inserts.articles.run(
        keyOf(published, article, 0),
        tokenizeText(`${title}\n${subtitle ?? ''}`),
        tokenizeText(lead ?? ''),
        tokenizeText(texts.headings),
        tokenizeText(texts.body),
        tokenizeText((section?.path ?? []).join('\n')),
        tokenizeText(speakers),
        tokenizeText(`${byline ?? ''}\n${source?.name ?? ''}`),
        terms,
      );
      searched.quotes.slice(0, positionMask + 1).forEach(({ text, speaker, organization, role }, position) => {
        const who = [organization, role, speaker].filter((part) => part !== null).join('\n');
        inserts.quotes.run(keyOf(published, article, position), tokenizeText(text), tokenizeText(who), terms);
      });
      searched.statistics.slice(0, positionMask + 1).forEach(({ text, measure }, position) => {
        inserts.statistics.run(
          keyOf(published, article, position),
          tokenizeText(measure === null ? text : `${measure}\n${text}`),
          terms,
        );
      });
    },

    /** Takes an article out, as it is stored when this is called. */
    remove(article: number): void {
      const [published, quotes, statistics] = stored.get(article) as [number, number, number];
      removes.articles.run(keyOf(published, article, 0));
      for (let at = 0; at < Math.min(quotes, positionMask + 1); at += 1)
        removes.quotes.run(keyOf(published, article, at));
      for (let at = 0; at < Math.min(statistics, positionMask + 1); at += 1)
        removes.statistics.run(keyOf(published, article, at));
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
