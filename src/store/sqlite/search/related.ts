/**
 * Related articles: those that share what few articles have — words, people, organizations — and stand near in time. Of each of
 * these only the nearest articles are looked at, so that the time it takes has a bound whatever the archive.
 */
import type { ArticleContent, ArticleSummary } from '../../../domain/article.js';
import type { RelatedArticle, WeighedWord } from '../../../domain/related.js';
import { tokenizePhrase } from '../../../text/search-tokens.js';
import { listShingles, shareShingles } from '../../../text/shingles.js';
import type { Connection } from '../statement.js';
import { NEVER, termKinds } from '../terms.js';
import { writePhrase } from './match.js';
import { dayOfInstant, firstKeyOf } from './search-keys.js';

/** Words and names of an article that others are looked for by: those that say most. */
const WORDS = 24;
const NAMES = 12;
/** Articles on either side of this one in time that are looked at for each. */
const NEAREST = 400;
/** Articles that are compared with it, text with text. */
const COMPARED = 10;
/** Share of a text that makes an article a reprint of another. */
const REPRINTED = 0.8;
const DAY = 86_400_000;
/** Days after which nearness in time counts for little. */
const NEAR = 30;
/** A name in common says more than a word that is as rare. */
const NAME_WEIGHT = 1.5;
const SECTION_WEIGHT = 1;

type TermRow = { term: number; kind: number; value: string; articles: number };

interface Candidate {
  score: number;
  terms: string[];
  people: string[];
  organizations: string[];
}

export type RelatedArticles = ReturnType<typeof createRelatedArticles>;

/** Prepares the search for related articles on a connection. */
export function createRelatedArticles(connection: Connection) {
  const { client } = connection;
  const bySelf = client.prepare<[string], { article: number; published: number }>(
    `select t.article, t.published from articles a join article_terms t on t.article = a.rowid and t.kind = ${termKinds.all}
      where a.id = ? limit 1`,
  );
  const namesOf = client.prepare<[number], TermRow>(
    `select t.id term, t.kind, t.value, t.article_count articles from article_terms a join terms t on t.id = a.term
      where a.article = ? and a.kind in (${termKinds.speaker}, ${termKinds.organization})
        and t.listed_as is not null and t.article_count > 1
      order by t.article_count limit ${NAMES}`,
  );
  const countAll = client
    .prepare<[], number>(`select article_count from terms where kind = ${termKinds.all} and value = 'articles'`)
    .pluck();
  const countToken = client.prepare<[string], number>('select doc from search_articles_tokens where term = ?').pluck();
  const withWord = (compare: '<' | '>=', order: 'desc' | 'asc') =>
    client
      .prepare<[string, string], number>(
        `select k.article from search_articles s cross join search_keys k on k.key = s.rowid
          where s.search_articles match ? and s.rowid ${compare} cast(? as integer) order by s.rowid ${order} limit ${NEAREST}`,
      )
      .pluck();
  const wordSides = [withWord('<', 'desc'), withWord('>=', 'asc')];
  const withName = (compare: '<' | '>=', order: 'desc' | 'asc') =>
    client
      .prepare<[number, number], number>(
        `select article from article_terms where term = ? and published ${compare} ? order by published ${order} limit ${NEAREST}`,
      )
      .pluck();
  const nameSides = [withName('<', 'desc'), withName('>=', 'asc')];
  const readArticle = client.prepare<[number], { document: string; published: number; content: string }>(
    `select a.document, c.document content,
        (select published from article_terms where article = a.rowid and kind = ${termKinds.all} limit 1) published
      from articles a join article_contents c on c.article = a.rowid where a.rowid = ?`,
  );

  /** The words that say most: often here, and in few others. */
  function chooseWords(words: readonly WeighedWord[], all: number): { text: string; match: string; weight: number }[] {
    return words
      .flatMap(({ text, weight }) => {
        const phrase = tokenizePhrase(text, true);
        if (phrase === null || phrase.open) return [];
        const rows = Math.min(...phrase.tokens.map((token) => countToken.get(token) ?? 0));
        return rows < 2 ? [] : [{ text, match: writePhrase(phrase), weight: weight * Math.log(1 + all / rows) }];
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, WORDS);
  }

  /** All articles that share something, with what they share. */
  function collect(self: number, published: number, words: readonly WeighedWord[]): Map<number, Candidate> {
    const all = countAll.get() ?? 1;
    const found = new Map<number, Candidate>();
    const add = (article: number, weight: number, list: keyof Omit<Candidate, 'score'>, what: string) => {
      if (article === self) return;
      const candidate = found.get(article) ?? { score: 0, terms: [], people: [], organizations: [] };
      candidate.score += weight;
      candidate[list].push(what);
      found.set(article, candidate);
    };
    const key = String(firstKeyOf('articles', dayOfInstant(published)));
    for (const { text, match, weight } of chooseWords(words, all))
      for (const side of wordSides) for (const article of side.all(match, key)) add(article, weight, 'terms', text);
    for (const { term, kind, value, articles } of namesOf.all(self)) {
      const weight = NAME_WEIGHT * Math.log(1 + all / articles);
      const list = kind === termKinds.speaker ? 'people' : 'organizations';
      for (const side of nameSides) for (const article of side.all(term, published)) add(article, weight, list, value);
    }
    return found;
  }

  function read(article: number) {
    const row = readArticle.get(article);
    if (row === undefined) return undefined;
    const summary = JSON.parse(row.document) as ArticleSummary;
    const { text } = JSON.parse(row.content) as ArticleContent;
    return { summary, published: row.published, shingles: listShingles(text) };
  }

  return {
    /** Articles related to one that has these words, the closest first. Null: there is no such article. */
    listRelated(id: string, words: readonly WeighedWord[], limit: number): RelatedArticle[] | null {
      return connection.inTransaction(() => {
        const self = bySelf.get(id);
        const own = self && read(self.article);
        if (self === undefined || own === undefined) return null;
        const closest = [...collect(self.article, self.published, words)]
          .sort(([a, one], [b, other]) => other.score - one.score || b - a)
          .slice(0, limit + COMPARED);
        const related = closest.flatMap(([article, { score, ...shared }]) => {
          const other = read(article);
          if (other === undefined) return [];
          const dated = other.published !== NEVER && self.published !== NEVER;
          const daysApart = dated ? Math.round(Math.abs(other.published - self.published) / DAY) : null;
          const section = own.summary.section?.slug;
          const isSame = section !== undefined && other.summary.section?.slug === section;
          const nearness = daysApart === null ? 0 : 0.5 * Math.exp(-daysApart / NEAR);
          const reasons = { ...shared, section: isSame ? section : null, daysApart };
          const weighed = score * (1 + nearness) + (isSame ? SECTION_WEIGHT : 0);
          return [{ ...other, reasons, score: Math.round(weighed * 1000) / 1000 }];
        });
        related.sort((a, b) => b.score - a.score);
        return markReprints({ ...own, id }, related).slice(0, limit);
      });
    },
  };
}

type Compared = { summary: ArticleSummary; shingles: ReadonlySet<string> };

/** Puts articles last that say what another one says, and tells which. */
function markReprints(
  own: { id: string; shingles: ReadonlySet<string> },
  related: readonly (Compared & Pick<RelatedArticle, 'score' | 'reasons'>)[],
): RelatedArticle[] {
  const seen = [own];
  const [others, reprints]: [RelatedArticle[], RelatedArticle[]] = [[], []];
  for (const { summary, shingles, score, reasons } of related) {
    const same = seen.find((one) => shareShingles(one.shingles, shingles) >= REPRINTED);
    const item = { score, reprintOf: same?.id ?? null, reasons, article: summary };
    (same === undefined ? others : reprints).push(item);
    if (same === undefined) seen.push({ id: summary.id, shingles });
  }
  return [...others, ...reprints];
}
