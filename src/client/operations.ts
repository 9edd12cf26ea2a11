/**
 * Every operation of the API, one line each: its name (the `operationId`), how it is sent, what it takes and what it answers. A new
 * route is a new line here.
 */
import type { Article, QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import type { ChangeEntry } from '../domain/change-entry.js';
import type { Histogram, Series } from '../domain/chart.js';
import type { Coverage } from '../domain/coverage.js';
import type { Explanation } from '../domain/explanation.js';
import type { ArticleNeighbors, IssueWithPages } from '../domain/issue.js';
import type { Organization, OrganizationSummary } from '../domain/organization.js';
import type { Person, PersonSummary } from '../domain/person.js';
import type { Quote } from '../domain/quote.js';
import type { RelatedArticle } from '../domain/related.js';
import type { Section } from '../domain/section.js';
import type { Issue, Source } from '../domain/source.js';
import type { Statistic } from '../domain/statistic.js';
import type { Suggestion } from '../domain/suggestion.js';
import type * as answers from './answers.js';
import type * as queries from './queries.js';
import type * as writes from './writes.js';

declare const input: unique symbol;
declare const output: unique symbol;

export type OperationKind = 'one' | 'pages' | 'rows' | 'bytes';

/**
 * How an operation is called: `one` answer, `pages` of a list that are turned with the parameter `turn`, `rows` of a file, or the `bytes` of one.
 * What it takes has the parameters of its path and query, and under `body` what is sent: as JSON, or with `sends` as it is.
 */
export interface Operation<I, O, Kind extends OperationKind = OperationKind> {
  kind: Kind;
  method: string;
  path: string;
  turn?: string;
  /** Media type of a body that is no JSON. */
  sends?: string;
  /** Whether the server carries a request out once that it gets twice under one name. */
  isNamed?: true;
  readonly [input]?: I;
  readonly [output]?: O;
}

const get = <I, O>(path: string): Operation<I, O, 'one'> => ({ kind: 'one', method: 'GET', path });
const list = <I, O>(path: string, turn = 'cursor'): Operation<I, O, 'pages'> => ({
  kind: 'pages',
  method: 'GET',
  path,
  turn,
});
const send = <I, O>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string): Operation<I, O, 'one'> => ({
  kind: 'one',
  method,
  path,
});
const bytes = <I>(path: string): Operation<I, never, 'bytes'> => ({ kind: 'bytes', method: 'GET', path });
const rows = <I, O>(path: string): Operation<I, O, 'rows'> => ({ kind: 'rows', method: 'GET', path });
/** A request that is carried out once, however often it is sent. */
const named = <I, O>(operation: Operation<I, O, 'one'>): Operation<I, O, 'one'> => ({ ...operation, isNamed: true });
/** A body whose bytes say what it is. */
const raw = <O extends Operation<unknown, unknown>>(operation: O): O => ({
  ...operation,
  sends: 'application/octet-stream',
});

type Nothing = Record<never, never>;
type AtState = queries.AtState;
type ById = AtState & { id: string };
type OfArticle = { id: string };
type OfItem = OfArticle & { itemId: string };
type OfRevision = OfArticle & { revision: number };
type OfOne = { id: string };
type ByName = AtState & { name: string };
type BySlug = AtState & { slug: string };
type QuotesPage = answers.CountedPage<QuoteInArticle, queries.FacetOf<'quotes'>>;

export const operations = {
  listArticles: list<queries.ArticlesQuery, answers.CountedPage<answers.ArticleInList, queries.FacetOf<'articles'>>>(
    '/v1/articles',
  ),
  countArticlesOverTime: get<queries.HistogramQuery, Histogram>('/v1/articles/histogram'),
  lookUpArticle: get<AtState & { url: string } & Pick<queries.ArticlesQuery, 'include' | 'fields'>, Article>(
    '/v1/articles/lookup',
  ),
  getArticle: get<ById & Pick<queries.ArticlesQuery, 'include' | 'fields'>, Article>('/v1/articles/{id}'),
  listArticleQuotes: get<ById, answers.WholeList<Quote>>('/v1/articles/{id}/quotes'),
  listArticleStatistics: get<ById, answers.WholeList<Statistic>>('/v1/articles/{id}/statistics'),
  listRelatedArticles: get<ById & { limit?: number | undefined }, answers.WholeList<RelatedArticle>>(
    '/v1/articles/{id}/related',
  ),
  getArticleNeighbors: get<ById, ArticleNeighbors>('/v1/articles/{id}/neighbors'),
  listQuotes: list<queries.QuotesQuery, QuotesPage>('/v1/quotes'),
  listStatistics: list<queries.StatisticsQuery, answers.CountedPage<StatisticInArticle, queries.FacetOf<'statistics'>>>(
    '/v1/statistics',
  ),
  listStatisticSeries: get<queries.SeriesQuery, Series>('/v1/statistics/series'),
  search: list<queries.SearchQuery, answers.SearchPage>('/v1/search'),
  explainSearch: get<queries.ExplainQuery, Explanation>('/v1/search/explain'),
  suggest: get<queries.SuggestQuery, answers.WholeList<Suggestion>>('/v1/search/suggest'),
  listPeople: list<queries.IndexQuery, answers.Page<PersonSummary>>('/v1/people'),
  getPerson: get<ByName, Person>('/v1/people/{name}'),
  listPersonQuotes: list<ByName & Omit<queries.QuotesQuery, 'speaker'>, QuotesPage>('/v1/people/{name}/quotes'),
  listOrganizations: list<queries.IndexQuery, answers.Page<OrganizationSummary>>('/v1/organizations'),
  getOrganization: get<ByName, Organization>('/v1/organizations/{name}'),
  listOrganizationQuotes: list<ByName & Omit<queries.QuotesQuery, 'organization'>, QuotesPage>(
    '/v1/organizations/{name}/quotes',
  ),
  listSections: get<AtState, answers.WholeList<Section>>('/v1/sections'),
  listSources: get<AtState, answers.WholeList<Source>>('/v1/sources'),
  listIssues: list<BySlug & queries.PageQuery, answers.Page<Issue>>('/v1/sources/{slug}/issues'),
  getIssue: get<BySlug & { date: string }, IssueWithPages>('/v1/sources/{slug}/issues/{date}'),
  getCoverage: get<BySlug & queries.DaysQuery, Coverage>('/v1/sources/{slug}/coverage'),
  listChanges: list<queries.ChangesQuery, { data: ChangeEntry[]; page: answers.ChangePageInfo }>(
    '/v1/changes',
    'since',
  ),
  exportList: rows<queries.ExportQuery, answers.ArticleInList | QuoteInArticle | StatisticInArticle>('/v1/export'),
  listArchives: get<AtState, answers.ArchiveManifest>('/v1/archives'),
  downloadArchive: bytes<{ name: string }>('/v1/archives/{name}'),
  createPage: raw(named(send<writes.SentPage, writes.StoredArticle>('POST', '/v1/pages'))),
  previewPage: raw(send<writes.SentPage, writes.ArticlePreview>('POST', '/v1/pages/preview')),
  createArticle: named(send<{ body: writes.GivenArticle }, writes.StoredArticle>('POST', '/v1/articles')),
  patchArticle: named(send<OfArticle & { body: writes.ArticlePatch }, Article>('PATCH', '/v1/articles/{id}')),
  putArticle: named(send<OfArticle & { body: writes.ArticleReplacement }, Article>('PUT', '/v1/articles/{id}')),
  withdrawArticle: send<OfArticle, writes.Withdrawn>('DELETE', '/v1/articles/{id}'),
  restoreArticle: send<OfArticle, Article>('POST', '/v1/articles/{id}/restore'),
  listUnpublished: get<writes.UnpublishedQuery, answers.WholeList<writes.UnpublishedSummary>>('/v1/unpublished'),
  getUnpublished: get<OfArticle, writes.UnpublishedArticle>('/v1/unpublished/{id}'),
  patchUnpublished: named(
    send<OfArticle & { body: writes.UnpublishedPatch }, writes.ChangedArticle>('PATCH', '/v1/unpublished/{id}'),
  ),
  discardUnpublished: send<OfArticle, writes.Discarded>('DELETE', '/v1/unpublished/{id}'),
  listRevisions: get<OfArticle, answers.WholeList<writes.Revision>>('/v1/articles/{id}/revisions'),
  getRevision: get<OfRevision, Article>('/v1/articles/{id}/revisions/{revision}'),
  diffRevision: get<OfRevision & { to?: number | undefined }, writes.ArticleDifferences>(
    '/v1/articles/{id}/revisions/{revision}/diff',
  ),
  revertArticle: send<OfRevision, Article>('POST', '/v1/articles/{id}/revisions/{revision}/revert'),
  addQuote: named(send<OfArticle & { body: writes.GivenQuote }, Article>('POST', '/v1/articles/{id}/quotes')),
  correctQuote: named(
    send<OfItem & { body: writes.QuotePatch }, Article>('PATCH', '/v1/articles/{id}/quotes/{itemId}'),
  ),
  rejectQuote: send<OfItem, Article>('DELETE', '/v1/articles/{id}/quotes/{itemId}'),
  addStatistic: named(
    send<OfArticle & { body: writes.GivenStatistic }, Article>('POST', '/v1/articles/{id}/statistics'),
  ),
  correctStatistic: named(
    send<OfItem & { body: writes.StatisticPatch }, Article>('PATCH', '/v1/articles/{id}/statistics/{itemId}'),
  ),
  rejectStatistic: send<OfItem, Article>('DELETE', '/v1/articles/{id}/statistics/{itemId}'),
  importPages: raw({ ...rows<writes.SentImport, writes.ImportLine>('/v1/import'), method: 'POST' }),
  listJobs: get<Nothing, answers.WholeList<writes.ImportJob>>('/v1/jobs'),
  getJob: get<OfOne, writes.ImportJob>('/v1/jobs/{id}'),
  getJobResults: rows<OfOne, writes.ImportResult>('/v1/jobs/{id}/results'),
  cancelJob: send<OfOne, writes.ImportJob>('DELETE', '/v1/jobs/{id}'),
  listWebhooks: get<Nothing, answers.WholeList<writes.Webhook>>('/v1/webhooks'),
  createWebhook: send<{ body: writes.WebhookRequest }, writes.MadeWebhook>('POST', '/v1/webhooks'),
  getWebhook: get<OfOne, writes.Webhook>('/v1/webhooks/{id}'),
  removeWebhook: send<OfOne, writes.Webhook>('DELETE', '/v1/webhooks/{id}'),
  rotateWebhook: send<OfOne & { body: queries.KeyRotation }, writes.MadeWebhook>('POST', '/v1/webhooks/{id}/rotate'),
  pauseWebhook: send<OfOne, writes.Webhook>('POST', '/v1/webhooks/{id}/pause'),
  resumeWebhook: send<OfOne, writes.Webhook>('POST', '/v1/webhooks/{id}/resume'),
  testWebhook: send<OfOne, writes.WebhookMessage>('POST', '/v1/webhooks/{id}/test'),
  replayWebhook: send<OfOne & { body: writes.WebhookReplay }, { count: number | null }>(
    'POST',
    '/v1/webhooks/{id}/replay',
  ),
  listWebhookMessages: get<OfOne & writes.MessagesQuery, answers.WholeList<writes.WebhookMessage>>(
    '/v1/webhooks/{id}/deliveries',
  ),
  listKeys: get<Nothing, answers.WholeList<answers.Key>>('/v1/keys'),
  createKey: send<{ body: queries.KeyRequest }, answers.MadeKey>('POST', '/v1/keys'),
  getKey: get<{ id: string }, answers.Key>('/v1/keys/{id}'),
  revokeKey: send<{ id: string }, answers.Key>('DELETE', '/v1/keys/{id}'),
  rotateKey: send<{ id: string; body: queries.KeyRotation }, answers.MadeKey>('POST', '/v1/keys/{id}/rotate'),
  checkLiveness: get<Nothing, answers.Liveness>('/livez'),
  checkReadiness: get<Nothing, answers.Readiness>('/readyz'),
} as const;
