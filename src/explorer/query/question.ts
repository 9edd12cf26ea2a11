/** Questions: what a view asks the API, as data, so that it can be asked, shown and copied. Types and little else. */
import type { Client } from '../../client/index.js';

/** The operations of the API that views ask. */
export type QuestionName =
  | 'search'
  | 'suggest'
  | 'listArticles'
  | 'countArticlesOverTime'
  | 'getArticle'
  | 'getArticleNeighbors'
  | 'listRelatedArticles'
  | 'listSections'
  | 'listSources'
  | 'getIssue'
  | 'getCoverage'
  | 'listQuotes'
  | 'listPeople'
  | 'getPerson'
  | 'listOrganizations'
  | 'getOrganization'
  | 'listStatistics'
  | 'listStatisticSeries'
  | 'listJobs'
  | 'listKeys'
  | 'listWebhooks'
  | 'getWebhook'
  | 'listWebhookMessages';

export type Input<N extends QuestionName> = NonNullable<Parameters<Client[N]>[0]>;
export type Answer<N extends QuestionName> = Awaited<ReturnType<Client[N]>>;

/** An operation and what it is given. */
export interface Question<N extends QuestionName = QuestionName> {
  name: N;
  input: Input<N>;
}

/** Puts a question; it is not asked yet. */
export const question = <N extends QuestionName>(name: N, input: Input<N>): Question<N> => ({ name, input });

/** What is given, without what has no value. */
export function givenOf(input: object): [name: string, value: unknown][] {
  return Object.entries(input).filter(([, value]) => value !== undefined);
}
