/** The terms of articles as a transaction writes them, and how their counts change by it; they are written once, at its end. */
import type { SectionReference } from '../../../domain/section.js';
import type { SourceReference } from '../../../domain/source.js';
import type { SearchedTerm } from '../search/search-index.js';
import type { SuggestionIndex } from '../search/suggestion-index.js';
import { type ArticleTerm, type SortKeys, termKinds } from '../terms.js';
import type { Named, Naming } from './naming.js';
import type { Rows } from './rows.js';

/** Must be cleared at the end of each transaction. */
export class TermCounts {
  readonly #rows: Rows;
  readonly #naming: Naming;
  readonly #suggestions: SuggestionIndex;
  /** How many articles and quotes each term gained or lost in this transaction. */
  readonly #differences = new Map<number, { articles: number; quotes: number }>();

  constructor(rows: Rows, naming: Naming, suggestions: SuggestionIndex) {
    this.#rows = rows;
    this.#naming = naming;
    this.#suggestions = suggestions;
  }

  clear(): void {
    this.#differences.clear();
  }

  /** Writes which terms an article has, and gives them: behind those that are given, those of its sections and its source. */
  insert(
    article: number,
    terms: readonly ArticleTerm[],
    places: { sections: readonly Named<SectionReference>[]; source: Named<SourceReference> | null },
    { published, issued, modified }: SortKeys,
  ): SearchedTerm[] {
    const inserted: SearchedTerm[] = [];
    const insert = (id: number, { kind, value, quoteCount }: ArticleTerm) => {
      this.#rows.insertArticleTerm({ article, kind, term: id, published, issued, modified, quoteCount });
      this.#count(id, 1, quoteCount);
      inserted.push({ id, kind, value });
    };
    for (const term of terms) insert(this.#naming.findTerm(term), term);
    for (const { term, reference } of places.sections)
      insert(term, { kind: termKinds.section, value: reference.slug, quoteCount: 0 });
    if (places.source)
      insert(places.source.term, { kind: termKinds.source, value: places.source.reference.slug, quoteCount: 0 });
    return inserted;
  }

  /** Takes an article out of the counts of its terms. */
  uncount(article: number): void {
    for (const [term, quoteCount] of this.#rows.readTermsOf.all({ article })) this.#count(term, -1, -quoteCount);
  }

  /** Writes the counts that this transaction changed. */
  write(): void {
    for (const [term, { articles, quotes }] of this.#differences) {
      if (articles === 0 && quotes === 0) continue;
      const row = this.#rows.addToTerm.get({ term, articles, quotes });
      if (row === undefined) throw new Error(`there is no term ${term}`);
      const [id, kind, value, listedAs, articleCount] = row;
      this.#suggestions.weigh({ id, kind, value, isListed: listedAs !== null, articleCount }, articles);
    }
  }

  #count(term: number, articles: number, quotes: number): void {
    const known = this.#differences.get(term);
    if (known) {
      known.articles += articles;
      known.quotes += quotes;
    } else {
      this.#differences.set(term, { articles, quotes });
    }
  }
}
