/** What the resolvers of each type are handed. Fields that a parent holds under their own name need no resolver. */
import type { Change as LoggedChange } from '../domain/change.js';
import type { IndexEntry } from '../domain/person.js';
import type { Quote as QuoteInDocument } from '../domain/quote.js';
import type { SearchReport } from '../domain/search.js';
import type { Section as SectionNode, SectionReference } from '../domain/section.js';
import type { Issue, Source as ListedSource, SourceReference } from '../domain/source.js';
import type { Statistic as StatisticInDocument } from '../domain/statistic.js';
import type { Snippet } from '../text/highlight.js';
import type { Connection, CountedConnection, DocumentConnection } from './connections.js';
import type { LoadedArticle } from './context.js';

/** A quote or statistic, with its article as far as that has been read. */
export type Quote = QuoteInDocument & { article: LoadedArticle };
export type Statistic = StatisticInDocument & { article: LoadedArticle };

/** The reference that an article carries, or the whole. */
export type Section = SectionReference & Partial<SectionNode>;
export type Source = SourceReference & Partial<ListedSource>;

export type Change = Omit<LoggedChange, 'at'> & { at: string };
export interface ArticleEvent {
  cursor: string;
  id: string;
}

export interface SearchHit {
  type: 'article' | 'quote' | 'statistic';
  score: number;
  article: LoadedArticle | null;
  quote: Quote | null;
  statistic: Statistic | null;
  findSnippets(field: string): Snippet[];
}

export type ArticleConnection = DocumentConnection<LoadedArticle>;
export type QuoteConnection = DocumentConnection<Quote>;
export type StatisticConnection = DocumentConnection<Statistic>;
export type SearchConnection = CountedConnection<SearchHit> & { search: SearchReport };
export type IssueConnection = Connection<Issue>;
/** Of people and of organizations. */
export type EntryConnection = Connection<IndexEntry>;
