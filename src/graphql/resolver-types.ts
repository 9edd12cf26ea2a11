/** Made from schema.graphql by `npm run generate:types`; not to be changed by hand. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LoadedArticle, QueryContext } from './context.js';
import type { Block as BlockParent } from '../domain/article.js';
import type { Change as ChangeParent, ArticleEvent as ArticleEventParent, Quote as QuoteParent, Statistic as StatisticParent, Section as SectionParent, Source as SourceParent, SearchHit as SearchHitParent, ArticleConnection as ArticleConnectionParent, QuoteConnection as QuoteConnectionParent, StatisticConnection as StatisticConnectionParent, SearchConnection as SearchConnectionParent, IssueConnection as IssueConnectionParent, EntryConnection } from './parents.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: string; output: string; }
  Date: { input: string; output: string; }
  Decimal: { input: string; output: string; }
  JSON: { input: unknown; output: unknown; }
};

export type Query = {
  __typename?: 'Query';
  article?: Maybe<Article>;
  articles: ArticleConnection;
  quotes: QuoteConnection;
  statistics: StatisticConnection;
  articleHistogram: Histogram;
  statisticSeries: Series;
  search: SearchConnection;
  explainSearch?: Maybe<SearchExplanation>;
  suggest: Array<Suggestion>;
  sections: Array<Section>;
  sources: Array<Source>;
  issues: IssueConnection;
  issue?: Maybe<IssueWithPages>;
  articleNeighbors?: Maybe<ArticleNeighbors>;
  relatedArticles?: Maybe<Array<RelatedArticle>>;
  coverage?: Maybe<Coverage>;
  people: PersonConnection;
  person?: Maybe<Person>;
  organizations: OrganizationConnection;
  organization?: Maybe<Organization>;
  changes: ChangeConnection;
  node?: Maybe<Node>;
  nodes: Array<Maybe<Node>>;
  previewPage: PagePreview;
  jobs: Array<ImportJob>;
  job?: Maybe<ImportJob>;
  unpublished: Array<UnpublishedSummary>;
  unpublishedArticle?: Maybe<UnpublishedArticle>;
  revisions?: Maybe<Array<Revision>>;
  revision?: Maybe<Article>;
  revisionDiff?: Maybe<ArticleDifferences>;
  keys: Array<Key>;
  key?: Maybe<Key>;
  webhooks: Array<Webhook>;
  webhook?: Maybe<Webhook>;
  webhookMessages?: Maybe<Array<WebhookMessage>>;
};


export type QueryArticleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryArticlesArgs = {
  q?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  issueDate?: InputMaybe<Scalars['Date']['input']>;
  page?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  date?: InputMaybe<DateField>;
  tz?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<Sort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuotesArgs = {
  q?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  issueDate?: InputMaybe<Scalars['Date']['input']>;
  page?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  date?: InputMaybe<DateField>;
  tz?: InputMaybe<Scalars['String']['input']>;
  speaker?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<Scalars['String']['input']>;
  organization?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<QuoteKind>;
  sort?: InputMaybe<Sort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryStatisticsArgs = {
  q?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  issueDate?: InputMaybe<Scalars['Date']['input']>;
  page?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  date?: InputMaybe<DateField>;
  tz?: InputMaybe<Scalars['String']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
  measure?: InputMaybe<Scalars['String']['input']>;
  minValue?: InputMaybe<Scalars['Decimal']['input']>;
  maxValue?: InputMaybe<Scalars['Decimal']['input']>;
  asOfFrom?: InputMaybe<Scalars['Date']['input']>;
  asOfTo?: InputMaybe<Scalars['Date']['input']>;
  sort?: InputMaybe<Sort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryArticleHistogramArgs = {
  q?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  issueDate?: InputMaybe<Scalars['Date']['input']>;
  page?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  date?: InputMaybe<DateField>;
  tz?: InputMaybe<Scalars['String']['input']>;
  interval?: InputMaybe<Interval>;
};


export type QueryStatisticSeriesArgs = {
  section?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  issueDate?: InputMaybe<Scalars['Date']['input']>;
  page?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  date?: InputMaybe<DateField>;
  tz?: InputMaybe<Scalars['String']['input']>;
  unit: Scalars['String']['input'];
  measure?: InputMaybe<Scalars['String']['input']>;
  minValue?: InputMaybe<Scalars['Decimal']['input']>;
  maxValue?: InputMaybe<Scalars['Decimal']['input']>;
  asOfFrom?: InputMaybe<Scalars['Date']['input']>;
  asOfTo?: InputMaybe<Scalars['Date']['input']>;
  basis?: InputMaybe<StatisticBasis>;
  interval?: InputMaybe<Interval>;
};


export type QuerySearchArgs = {
  q: Scalars['String']['input'];
  type?: InputMaybe<SearchType>;
  section?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  issueDate?: InputMaybe<Scalars['Date']['input']>;
  page?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  date?: InputMaybe<DateField>;
  tz?: InputMaybe<Scalars['String']['input']>;
  speaker?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<Scalars['String']['input']>;
  organization?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<QuoteKind>;
  unit?: InputMaybe<Scalars['String']['input']>;
  measure?: InputMaybe<Scalars['String']['input']>;
  minValue?: InputMaybe<Scalars['Decimal']['input']>;
  maxValue?: InputMaybe<Scalars['Decimal']['input']>;
  asOfFrom?: InputMaybe<Scalars['Date']['input']>;
  asOfTo?: InputMaybe<Scalars['Date']['input']>;
  sort?: InputMaybe<Sort>;
  halfLife?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExplainSearchArgs = {
  q: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type QuerySuggestArgs = {
  q: Scalars['String']['input'];
  types?: InputMaybe<Array<SuggestionType>>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryIssuesArgs = {
  source: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryIssueArgs = {
  source: Scalars['String']['input'];
  date: Scalars['Date']['input'];
};


export type QueryArticleNeighborsArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRelatedArticlesArgs = {
  id: Scalars['ID']['input'];
  limit?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCoverageArgs = {
  source: Scalars['String']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryPeopleArgs = {
  sort?: InputMaybe<IndexSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPersonArgs = {
  name: Scalars['String']['input'];
};


export type QueryOrganizationsArgs = {
  sort?: InputMaybe<IndexSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrganizationArgs = {
  name: Scalars['String']['input'];
};


export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryPreviewPageArgs = {
  input: GivenPage;
};


export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUnpublishedArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUnpublishedArticleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRevisionsArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRevisionArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
};


export type QueryRevisionDiffArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
  to?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryKeyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookMessagesArgs = {
  id: Scalars['ID']['input'];
  status?: InputMaybe<WebhookMessageStatus>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  createPage?: Maybe<StoredArticle>;
  createArticle?: Maybe<StoredArticle>;
  cancelJob?: Maybe<ImportJob>;
  patchArticle?: Maybe<Article>;
  putArticle?: Maybe<Article>;
  withdrawArticle?: Maybe<WithdrawnArticle>;
  restoreArticle?: Maybe<Article>;
  patchUnpublished?: Maybe<ChangedArticle>;
  discardUnpublished?: Maybe<DiscardedArticle>;
  revertArticle?: Maybe<Article>;
  addQuote?: Maybe<Quote>;
  correctQuote?: Maybe<Quote>;
  rejectQuote?: Maybe<Article>;
  addStatistic?: Maybe<Statistic>;
  correctStatistic?: Maybe<Statistic>;
  rejectStatistic?: Maybe<Article>;
  createKey?: Maybe<MadeKey>;
  rotateKey?: Maybe<MadeKey>;
  revokeKey?: Maybe<Key>;
  createWebhook?: Maybe<MadeWebhook>;
  removeWebhook?: Maybe<Webhook>;
  rotateWebhook?: Maybe<MadeWebhook>;
  pauseWebhook?: Maybe<Webhook>;
  resumeWebhook?: Maybe<Webhook>;
  testWebhook?: Maybe<WebhookMessage>;
  replayWebhook?: Maybe<WebhookReplayed>;
};


export type MutationCreatePageArgs = {
  input: GivenPage;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateArticleArgs = {
  input: GivenArticle;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCancelJobArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPatchArticleArgs = {
  id: Scalars['ID']['input'];
  input: ArticlePatch;
  ifMatch?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationPutArticleArgs = {
  id: Scalars['ID']['input'];
  input: ArticleReplacement;
  ifMatch?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWithdrawArticleArgs = {
  id: Scalars['ID']['input'];
  ifMatch?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRestoreArticleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPatchUnpublishedArgs = {
  id: Scalars['ID']['input'];
  input: UnpublishedPatch;
  ifMatch?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDiscardUnpublishedArgs = {
  id: Scalars['ID']['input'];
  ifMatch?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRevertArticleArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
  ifMatch?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAddQuoteArgs = {
  id: Scalars['ID']['input'];
  input: GivenQuote;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCorrectQuoteArgs = {
  id: Scalars['ID']['input'];
  itemId: Scalars['ID']['input'];
  input: QuotePatch;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRejectQuoteArgs = {
  id: Scalars['ID']['input'];
  itemId: Scalars['ID']['input'];
};


export type MutationAddStatisticArgs = {
  id: Scalars['ID']['input'];
  input: GivenStatistic;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCorrectStatisticArgs = {
  id: Scalars['ID']['input'];
  itemId: Scalars['ID']['input'];
  input: StatisticPatch;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRejectStatisticArgs = {
  id: Scalars['ID']['input'];
  itemId: Scalars['ID']['input'];
};


export type MutationCreateKeyArgs = {
  input: KeyRequest;
};


export type MutationRotateKeyArgs = {
  id: Scalars['ID']['input'];
  input?: InputMaybe<KeyRotation>;
};


export type MutationRevokeKeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateWebhookArgs = {
  input: WebhookRequest;
};


export type MutationRemoveWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRotateWebhookArgs = {
  id: Scalars['ID']['input'];
  input?: InputMaybe<WebhookRotation>;
};


export type MutationPauseWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type MutationResumeWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type MutationTestWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReplayWebhookArgs = {
  id: Scalars['ID']['input'];
  input?: InputMaybe<WebhookReplay>;
};

export type Subscription = {
  __typename?: 'Subscription';
  articlePublished: ArticleEvent;
};


export type SubscriptionArticlePublishedArgs = {
  section?: InputMaybe<Scalars['String']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type ArticleEvent = {
  __typename?: 'ArticleEvent';
  cursor: Scalars['String']['output'];
  article: Article;
};

export type Node = {
  id: Scalars['ID']['output'];
};

export type Article = Node & {
  __typename?: 'Article';
  id: Scalars['ID']['output'];
  url?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  subtitle?: Maybe<Scalars['String']['output']>;
  lead?: Maybe<Scalars['String']['output']>;
  section?: Maybe<Section>;
  breadcrumb: Array<Scalars['String']['output']>;
  source?: Maybe<Source>;
  issue?: Maybe<IssueReference>;
  byline?: Maybe<Scalars['String']['output']>;
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  modifiedAt: Scalars['DateTime']['output'];
  keywords: Array<Scalars['String']['output']>;
  aliases: Array<Scalars['String']['output']>;
  charCount: Scalars['Int']['output'];
  revision: Scalars['Int']['output'];
  etag: Scalars['String']['output'];
  extractor: Scalars['String']['output'];
  body: Array<Block>;
  text: Scalars['String']['output'];
  quotes: Array<Quote>;
  statistics: Array<Statistic>;
};

export type IssueReference = {
  __typename?: 'IssueReference';
  date: Scalars['Date']['output'];
  page?: Maybe<Scalars['String']['output']>;
};

export type Span = {
  __typename?: 'Span';
  start: Scalars['Int']['output'];
  end: Scalars['Int']['output'];
};

export type Block = {
  type: BlockType;
  span: Span;
};

export type BlockType =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'image'
  | 'table';

export type HeadingBlock = Block & {
  __typename?: 'HeadingBlock';
  type: BlockType;
  level: Scalars['Int']['output'];
  text: Scalars['String']['output'];
  span: Span;
};

export type ParagraphBlock = Block & {
  __typename?: 'ParagraphBlock';
  type: BlockType;
  text: Scalars['String']['output'];
  span: Span;
};

export type ListBlock = Block & {
  __typename?: 'ListBlock';
  type: BlockType;
  ordered: Scalars['Boolean']['output'];
  items: Array<Scalars['String']['output']>;
  span: Span;
};

export type ImageBlock = Block & {
  __typename?: 'ImageBlock';
  type: BlockType;
  url: Scalars['String']['output'];
  alt?: Maybe<Scalars['String']['output']>;
  caption?: Maybe<Scalars['String']['output']>;
  span: Span;
};

export type TableBlock = Block & {
  __typename?: 'TableBlock';
  type: BlockType;
  caption?: Maybe<Scalars['String']['output']>;
  rows: Array<Array<Scalars['String']['output']>>;
  span: Span;
};

export type Quote = Node & {
  __typename?: 'Quote';
  id: Scalars['ID']['output'];
  text: Scalars['String']['output'];
  kind: QuoteKind;
  speaker?: Maybe<Scalars['String']['output']>;
  role?: Maybe<Scalars['String']['output']>;
  organization?: Maybe<Scalars['String']['output']>;
  verb?: Maybe<Scalars['String']['output']>;
  span: Span;
  confidence: Scalars['Float']['output'];
  rule: Scalars['String']['output'];
  article: Article;
};

export type QuoteKind =
  | 'direct'
  | 'testimonial'
  | 'indirect';

export type Statistic = Node & {
  __typename?: 'Statistic';
  id: Scalars['ID']['output'];
  text: Scalars['String']['output'];
  value: Scalars['Decimal']['output'];
  valueMax?: Maybe<Scalars['Decimal']['output']>;
  qualifier?: Maybe<Scalars['String']['output']>;
  unit?: Maybe<Scalars['String']['output']>;
  measure?: Maybe<Scalars['String']['output']>;
  asOf?: Maybe<AsOf>;
  normalizedValue?: Maybe<Scalars['Decimal']['output']>;
  normalizedValueMax?: Maybe<Scalars['Decimal']['output']>;
  normalizedUnit?: Maybe<Scalars['String']['output']>;
  basis: StatisticBasis;
  span: Span;
  confidence: Scalars['Float']['output'];
  rule: Scalars['String']['output'];
  article: Article;
};

export type AsOf = {
  __typename?: 'AsOf';
  text: Scalars['String']['output'];
  from?: Maybe<Scalars['Date']['output']>;
  to?: Maybe<Scalars['Date']['output']>;
};

export type StatisticBasis =
  | 'level'
  | 'yoy'
  | 'mom'
  | 'share'
  | 'change'
  | 'rank';

export type Section = {
  __typename?: 'Section';
  slug: Scalars['String']['output'];
  name: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
  articleCount: Scalars['Int']['output'];
  children: Array<Section>;
};

export type Source = {
  __typename?: 'Source';
  slug: Scalars['String']['output'];
  name: Scalars['String']['output'];
  articleCount: Scalars['Int']['output'];
  issueCount: Scalars['Int']['output'];
  firstIssueDate?: Maybe<Scalars['Date']['output']>;
  lastIssueDate?: Maybe<Scalars['Date']['output']>;
};

export type Issue = {
  __typename?: 'Issue';
  source: Source;
  date: Scalars['Date']['output'];
  pageCount: Scalars['Int']['output'];
  articleCount: Scalars['Int']['output'];
};

export type IssueWithPages = {
  __typename?: 'IssueWithPages';
  source: Source;
  date: Scalars['Date']['output'];
  pageCount: Scalars['Int']['output'];
  articleCount: Scalars['Int']['output'];
  pages: Array<IssuePage>;
};

export type IssuePage = {
  __typename?: 'IssuePage';
  page?: Maybe<Scalars['String']['output']>;
  articles: Array<Article>;
};

export type ArticleNeighbors = {
  __typename?: 'ArticleNeighbors';
  prev?: Maybe<Article>;
  next?: Maybe<Article>;
};

export type Coverage = {
  __typename?: 'Coverage';
  source: Source;
  from: Scalars['Date']['output'];
  to: Scalars['Date']['output'];
  data: Array<CoverageDay>;
};

export type CoverageDay = {
  __typename?: 'CoverageDay';
  date: Scalars['Date']['output'];
  state: CoverageState;
  pageCount: Scalars['Int']['output'];
  articleCount: Scalars['Int']['output'];
  usualPageCount: Scalars['Int']['output'];
  missingPages: Array<Scalars['String']['output']>;
};

export type CoverageState =
  | 'present'
  | 'missing'
  | 'suspect';

export type Interval =
  | 'year'
  | 'month'
  | 'day';

export type Histogram = {
  __typename?: 'Histogram';
  interval: Interval;
  tz: Scalars['String']['output'];
  data: Array<HistogramPeriod>;
};

export type HistogramPeriod = {
  __typename?: 'HistogramPeriod';
  period: Scalars['String']['output'];
  count: Scalars['Int']['output'];
};

export type Series = {
  __typename?: 'Series';
  interval: Interval;
  tz: Scalars['String']['output'];
  truncated: Scalars['Boolean']['output'];
  data: Array<SeriesPeriod>;
};

export type SeriesPeriod = {
  __typename?: 'SeriesPeriod';
  period: Scalars['String']['output'];
  count: Scalars['Int']['output'];
  min?: Maybe<Scalars['Decimal']['output']>;
  max?: Maybe<Scalars['Decimal']['output']>;
  statistics: Array<Statistic>;
};

export type PersonSummary = {
  __typename?: 'PersonSummary';
  name: Scalars['String']['output'];
  quoteCount: Scalars['Int']['output'];
  articleCount: Scalars['Int']['output'];
  firstQuotedOn?: Maybe<Scalars['Date']['output']>;
  lastQuotedOn?: Maybe<Scalars['Date']['output']>;
};

export type Person = {
  __typename?: 'Person';
  name: Scalars['String']['output'];
  quoteCount: Scalars['Int']['output'];
  articleCount: Scalars['Int']['output'];
  firstQuotedOn?: Maybe<Scalars['Date']['output']>;
  lastQuotedOn?: Maybe<Scalars['Date']['output']>;
  roles: Array<PersonRole>;
};

export type PersonRole = {
  __typename?: 'PersonRole';
  role?: Maybe<Scalars['String']['output']>;
  organization?: Maybe<Scalars['String']['output']>;
  from?: Maybe<Scalars['Date']['output']>;
  to?: Maybe<Scalars['Date']['output']>;
  quoteCount: Scalars['Int']['output'];
};

export type OrganizationSummary = {
  __typename?: 'OrganizationSummary';
  name: Scalars['String']['output'];
  quoteCount: Scalars['Int']['output'];
  articleCount: Scalars['Int']['output'];
  firstQuotedOn?: Maybe<Scalars['Date']['output']>;
  lastQuotedOn?: Maybe<Scalars['Date']['output']>;
};

export type Organization = {
  __typename?: 'Organization';
  name: Scalars['String']['output'];
  quoteCount: Scalars['Int']['output'];
  articleCount: Scalars['Int']['output'];
  firstQuotedOn?: Maybe<Scalars['Date']['output']>;
  lastQuotedOn?: Maybe<Scalars['Date']['output']>;
  ownQuoteCount: Scalars['Int']['output'];
  people: Array<OrganizationPerson>;
};

export type OrganizationPerson = {
  __typename?: 'OrganizationPerson';
  name: Scalars['String']['output'];
  role?: Maybe<Scalars['String']['output']>;
  from?: Maybe<Scalars['Date']['output']>;
  to?: Maybe<Scalars['Date']['output']>;
  quoteCount: Scalars['Int']['output'];
};

export type Change = {
  __typename?: 'Change';
  seq: Scalars['Int']['output'];
  type: ChangeType;
  id: Scalars['ID']['output'];
  op: ChangeOp;
  at: Scalars['DateTime']['output'];
  contentChanged: Scalars['Boolean']['output'];
  article?: Maybe<Article>;
};

export type ChangeType =
  | 'article';

export type ChangeOp =
  | 'upsert'
  | 'delete';

export type DateField =
  | 'published'
  | 'issue'
  | 'modified';

export type Sort =
  | 'PUBLISHED_AT_DESC'
  | 'PUBLISHED_AT_ASC'
  | 'ISSUE_DATE_DESC'
  | 'ISSUE_DATE_ASC'
  | 'MODIFIED_AT_DESC'
  | 'MODIFIED_AT_ASC'
  | 'RELEVANCE';

export type IndexSort =
  | 'QUOTE_COUNT_DESC'
  | 'QUOTE_COUNT_ASC'
  | 'NAME_ASC'
  | 'NAME_DESC';

export type SearchType =
  | 'article'
  | 'quote'
  | 'statistic';

export type SearchStrategy =
  | 'literal'
  | 'substring'
  | 'all'
  | 'any';

export type FacetName =
  | 'section'
  | 'source'
  | 'year'
  | 'month'
  | 'day'
  | 'speaker'
  | 'organization'
  | 'unit';

export type Facet = {
  __typename?: 'Facet';
  name: FacetName;
  values: Array<FacetValue>;
  timedOut: Scalars['Boolean']['output'];
};

export type FacetValue = {
  __typename?: 'FacetValue';
  value: Scalars['String']['output'];
  name: Scalars['String']['output'];
  count: Scalars['Int']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
  endCursor?: Maybe<Scalars['String']['output']>;
};

export type SearchReport = {
  __typename?: 'SearchReport';
  tokens: Array<Scalars['String']['output']>;
  strategy: SearchStrategy;
  synonyms: Array<Synonyms>;
  dictionary?: Maybe<Scalars['String']['output']>;
  didYouMean: Array<Scalars['String']['output']>;
};

export type Synonyms = {
  __typename?: 'Synonyms';
  word: Scalars['String']['output'];
  also: Array<Scalars['String']['output']>;
};

export type ArticleConnection = {
  __typename?: 'ArticleConnection';
  nodes: Array<Article>;
  edges: Array<ArticleEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  facets: Array<Facet>;
  search?: Maybe<SearchReport>;
};


export type ArticleConnectionFacetsArgs = {
  names: Array<FacetName>;
};

export type ArticleEdge = {
  __typename?: 'ArticleEdge';
  cursor: Scalars['String']['output'];
  node: Article;
};

export type QuoteConnection = {
  __typename?: 'QuoteConnection';
  nodes: Array<Quote>;
  edges: Array<QuoteEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  facets: Array<Facet>;
  search?: Maybe<SearchReport>;
};


export type QuoteConnectionFacetsArgs = {
  names: Array<FacetName>;
};

export type QuoteEdge = {
  __typename?: 'QuoteEdge';
  cursor: Scalars['String']['output'];
  node: Quote;
};

export type StatisticConnection = {
  __typename?: 'StatisticConnection';
  nodes: Array<Statistic>;
  edges: Array<StatisticEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  facets: Array<Facet>;
  search?: Maybe<SearchReport>;
};


export type StatisticConnectionFacetsArgs = {
  names: Array<FacetName>;
};

export type StatisticEdge = {
  __typename?: 'StatisticEdge';
  cursor: Scalars['String']['output'];
  node: Statistic;
};

export type SearchConnection = {
  __typename?: 'SearchConnection';
  nodes: Array<SearchHit>;
  edges: Array<SearchEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  facets: Array<Facet>;
  search: SearchReport;
};


export type SearchConnectionFacetsArgs = {
  names: Array<FacetName>;
};

export type SearchEdge = {
  __typename?: 'SearchEdge';
  cursor: Scalars['String']['output'];
  node: SearchHit;
};

export type SearchHit = {
  __typename?: 'SearchHit';
  type: SearchType;
  score: Scalars['Float']['output'];
  highlights: Array<Snippet>;
  article?: Maybe<Article>;
  quote?: Maybe<Quote>;
  statistic?: Maybe<Statistic>;
};


export type SearchHitHighlightsArgs = {
  field: HighlightField;
};

export type HighlightField =
  | 'title'
  | 'lead'
  | 'body'
  | 'measure';

export type Snippet = {
  __typename?: 'Snippet';
  start: Scalars['Int']['output'];
  end: Scalars['Int']['output'];
  text: Scalars['String']['output'];
  html: Scalars['String']['output'];
  marks: Array<Span>;
};

export type SearchExplanation = {
  __typename?: 'SearchExplanation';
  id: Scalars['ID']['output'];
  normalized: Scalars['String']['output'];
  search: ExplainedSearch;
  matches: Array<PhraseMatch>;
  place?: Maybe<Scalars['Int']['output']>;
  score?: Maybe<Scalars['Float']['output']>;
  parts: Array<ScorePart>;
};

export type ExplainedSearch = {
  __typename?: 'ExplainedSearch';
  tokens: Array<Scalars['String']['output']>;
  strategy: SearchStrategy;
  synonyms: Array<Synonyms>;
  dictionary?: Maybe<Scalars['String']['output']>;
};

export type PhraseMatch = {
  __typename?: 'PhraseMatch';
  clause: Scalars['Int']['output'];
  text: Scalars['String']['output'];
  fields: Array<Scalars['String']['output']>;
};

export type ScorePart = {
  __typename?: 'ScorePart';
  step: SearchStrategy;
  part: ScorePartKind;
  score: Scalars['Float']['output'];
};

export type ScorePartKind =
  | 'step'
  | 'words'
  | 'nearness'
  | 'pairs';

export type RelatedArticle = {
  __typename?: 'RelatedArticle';
  score: Scalars['Float']['output'];
  reprintOf?: Maybe<Scalars['String']['output']>;
  reasons: RelatedReasons;
  article: Article;
};

export type RelatedReasons = {
  __typename?: 'RelatedReasons';
  terms: Array<Scalars['String']['output']>;
  people: Array<Scalars['String']['output']>;
  organizations: Array<Scalars['String']['output']>;
  section?: Maybe<Scalars['String']['output']>;
  daysApart?: Maybe<Scalars['Int']['output']>;
};

export type Suggestion = {
  __typename?: 'Suggestion';
  type: SuggestionType;
  text: Scalars['String']['output'];
  html: Scalars['String']['output'];
  marks: Array<Span>;
  value: Scalars['String']['output'];
  context?: Maybe<Scalars['String']['output']>;
  count: Scalars['Int']['output'];
};

export type SuggestionType =
  | 'section'
  | 'source'
  | 'organization'
  | 'person'
  | 'title';

export type IssueConnection = {
  __typename?: 'IssueConnection';
  nodes: Array<Issue>;
  edges: Array<IssueEdge>;
  pageInfo: PageInfo;
};

export type IssueEdge = {
  __typename?: 'IssueEdge';
  cursor: Scalars['String']['output'];
  node: Issue;
};

export type PersonConnection = {
  __typename?: 'PersonConnection';
  nodes: Array<PersonSummary>;
  edges: Array<PersonEdge>;
  pageInfo: PageInfo;
};

export type PersonEdge = {
  __typename?: 'PersonEdge';
  cursor: Scalars['String']['output'];
  node: PersonSummary;
};

export type OrganizationConnection = {
  __typename?: 'OrganizationConnection';
  nodes: Array<OrganizationSummary>;
  edges: Array<OrganizationEdge>;
  pageInfo: PageInfo;
};

export type OrganizationEdge = {
  __typename?: 'OrganizationEdge';
  cursor: Scalars['String']['output'];
  node: OrganizationSummary;
};

export type ChangeConnection = {
  __typename?: 'ChangeConnection';
  nodes: Array<Change>;
  edges: Array<ChangeEdge>;
  pageInfo: PageInfo;
};

export type ChangeEdge = {
  __typename?: 'ChangeEdge';
  cursor: Scalars['String']['output'];
  node: Change;
};

export type GivenPage = {
  content: Scalars['String']['input'];
  format?: InputMaybe<PageFormat>;
  url?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  issueDate?: InputMaybe<Scalars['Date']['input']>;
  page?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

export type PageFormat =
  | 'html'
  | 'markdown'
  | 'text';

export type GivenArticle = {
  url?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
  subtitle?: InputMaybe<Scalars['String']['input']>;
  lead?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Array<Scalars['String']['input']>>;
  source?: InputMaybe<Scalars['String']['input']>;
  issue?: InputMaybe<GivenIssue>;
  byline?: InputMaybe<Scalars['String']['input']>;
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  body?: InputMaybe<Array<GivenBlock>>;
  html?: InputMaybe<Scalars['String']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<GivenStatus>;
  publishAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type GivenStatus =
  | 'published'
  | 'draft'
  | 'scheduled';

export type GivenIssue = {
  date: Scalars['Date']['input'];
  page?: InputMaybe<Scalars['String']['input']>;
};

export type GivenBlock = {
  type: BlockType;
  level?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  ordered?: InputMaybe<Scalars['Boolean']['input']>;
  items?: InputMaybe<Array<Scalars['String']['input']>>;
  url?: InputMaybe<Scalars['String']['input']>;
  alt?: InputMaybe<Scalars['String']['input']>;
  caption?: InputMaybe<Scalars['String']['input']>;
  rows?: InputMaybe<Array<Array<Scalars['String']['input']>>>;
};

export type ArticlePatch = {
  url?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  subtitle?: InputMaybe<Scalars['String']['input']>;
  lead?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Array<Scalars['String']['input']>>;
  source?: InputMaybe<Scalars['String']['input']>;
  issue?: InputMaybe<GivenIssue>;
  byline?: InputMaybe<Scalars['String']['input']>;
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  body?: InputMaybe<Array<GivenBlock>>;
};

export type UnpublishedPatch = {
  url?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  subtitle?: InputMaybe<Scalars['String']['input']>;
  lead?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Array<Scalars['String']['input']>>;
  source?: InputMaybe<Scalars['String']['input']>;
  issue?: InputMaybe<GivenIssue>;
  byline?: InputMaybe<Scalars['String']['input']>;
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  body?: InputMaybe<Array<GivenBlock>>;
  status?: InputMaybe<GivenStatus>;
  publishAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ArticleReplacement = {
  url?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
  subtitle?: InputMaybe<Scalars['String']['input']>;
  lead?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Array<Scalars['String']['input']>>;
  source?: InputMaybe<Scalars['String']['input']>;
  issue?: InputMaybe<GivenIssue>;
  byline?: InputMaybe<Scalars['String']['input']>;
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  body: Array<GivenBlock>;
};

export type GivenQuote = {
  text: Scalars['String']['input'];
  kind: QuoteKind;
  speaker?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<Scalars['String']['input']>;
  organization?: InputMaybe<Scalars['String']['input']>;
  verb?: InputMaybe<Scalars['String']['input']>;
  span?: InputMaybe<GivenSpan>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type QuotePatch = {
  text?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<QuoteKind>;
  speaker?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<Scalars['String']['input']>;
  organization?: InputMaybe<Scalars['String']['input']>;
  verb?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type GivenStatistic = {
  text: Scalars['String']['input'];
  value: Scalars['Decimal']['input'];
  valueMax?: InputMaybe<Scalars['Decimal']['input']>;
  qualifier?: InputMaybe<Scalars['String']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
  measure?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<GivenAsOf>;
  normalizedValue?: InputMaybe<Scalars['Decimal']['input']>;
  normalizedValueMax?: InputMaybe<Scalars['Decimal']['input']>;
  normalizedUnit?: InputMaybe<Scalars['String']['input']>;
  basis?: InputMaybe<StatisticBasis>;
  span?: InputMaybe<GivenSpan>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type StatisticPatch = {
  text?: InputMaybe<Scalars['String']['input']>;
  value?: InputMaybe<Scalars['Decimal']['input']>;
  valueMax?: InputMaybe<Scalars['Decimal']['input']>;
  qualifier?: InputMaybe<Scalars['String']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
  measure?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<GivenAsOf>;
  normalizedValue?: InputMaybe<Scalars['Decimal']['input']>;
  normalizedValueMax?: InputMaybe<Scalars['Decimal']['input']>;
  normalizedUnit?: InputMaybe<Scalars['String']['input']>;
  basis?: InputMaybe<StatisticBasis>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type GivenSpan = {
  start: Scalars['Int']['input'];
  end: Scalars['Int']['input'];
};

export type GivenAsOf = {
  text: Scalars['String']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type KeyRequest = {
  name: Scalars['String']['input'];
  scopes: Array<Scope>;
  sections?: InputMaybe<Array<Scalars['String']['input']>>;
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  rateLimit?: InputMaybe<Scalars['Int']['input']>;
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type KeyRotation = {
  graceSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type WebhookRequest = {
  url: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  events?: InputMaybe<Array<WebhookEvent>>;
  sections?: InputMaybe<Array<Scalars['String']['input']>>;
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type WebhookRotation = {
  graceSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type WebhookReplay = {
  since?: InputMaybe<Scalars['Int']['input']>;
  message?: InputMaybe<Scalars['String']['input']>;
};

export type StoredArticle = {
  __typename?: 'StoredArticle';
  outcome: StoreOutcome;
  warnings: Array<Warning>;
  article: Article;
};

export type StoreOutcome =
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'held';

export type Warning = {
  __typename?: 'Warning';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

export type PagePreview = {
  __typename?: 'PagePreview';
  warnings: Array<Warning>;
  article: Article;
};

export type WithdrawnArticle = {
  __typename?: 'WithdrawnArticle';
  id: Scalars['ID']['output'];
  withdrawn: Scalars['Boolean']['output'];
};

export type DiscardedArticle = {
  __typename?: 'DiscardedArticle';
  id: Scalars['ID']['output'];
  discarded: Scalars['Boolean']['output'];
};

export type UnpublishedSummary = {
  __typename?: 'UnpublishedSummary';
  id: Scalars['ID']['output'];
  title: Scalars['String']['output'];
  source?: Maybe<Scalars['String']['output']>;
  section: Array<Scalars['String']['output']>;
  status: UnpublishedStatus;
  publishAt?: Maybe<Scalars['DateTime']['output']>;
};

export type UnpublishedArticle = {
  __typename?: 'UnpublishedArticle';
  status: UnpublishedStatus;
  publishAt?: Maybe<Scalars['DateTime']['output']>;
  etag: Scalars['String']['output'];
  article: Article;
};

export type ChangedArticle = {
  __typename?: 'ChangedArticle';
  status: ChangedStatus;
  publishAt?: Maybe<Scalars['DateTime']['output']>;
  etag: Scalars['String']['output'];
  article: Article;
};

export type ChangedStatus =
  | 'draft'
  | 'scheduled'
  | 'withdrawn'
  | 'published';

export type UnpublishedStatus =
  | 'draft'
  | 'scheduled'
  | 'withdrawn';

export type Revision = {
  __typename?: 'Revision';
  revision: Scalars['Int']['output'];
  modifiedAt: Scalars['DateTime']['output'];
  title: Scalars['String']['output'];
  isCurrent: Scalars['Boolean']['output'];
};

export type ArticleDifferences = {
  __typename?: 'ArticleDifferences';
  fields: Array<FieldDifference>;
  quotes: QuoteDifferences;
  statistics: StatisticDifferences;
};

export type FieldDifference = {
  __typename?: 'FieldDifference';
  field: Scalars['String']['output'];
  from?: Maybe<Scalars['String']['output']>;
  to?: Maybe<Scalars['String']['output']>;
};

export type QuoteDifferences = {
  __typename?: 'QuoteDifferences';
  added: Array<Quote>;
  removed: Array<Quote>;
  altered: Array<QuoteAlteration>;
};

export type QuoteAlteration = {
  __typename?: 'QuoteAlteration';
  from: Quote;
  to: Quote;
};

export type StatisticDifferences = {
  __typename?: 'StatisticDifferences';
  added: Array<Statistic>;
  removed: Array<Statistic>;
  altered: Array<StatisticAlteration>;
};

export type StatisticAlteration = {
  __typename?: 'StatisticAlteration';
  from: Statistic;
  to: Statistic;
};

export type Scope =
  | 'read'
  | 'ingest'
  | 'edit'
  | 'admin';

export type Key = {
  __typename?: 'Key';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  scopes: Array<Scope>;
  sections: Array<Scalars['String']['output']>;
  sources: Array<Scalars['String']['output']>;
  rateLimit?: Maybe<Scalars['Int']['output']>;
  createdAt: Scalars['DateTime']['output'];
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  isLive: Scalars['Boolean']['output'];
  secrets: Array<KeySecret>;
};

export type KeySecret = {
  __typename?: 'KeySecret';
  createdAt: Scalars['DateTime']['output'];
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

export type MadeKey = {
  __typename?: 'MadeKey';
  key: Key;
  secret: Scalars['String']['output'];
};

export type WebhookEvent =
  | 'article_published'
  | 'article_updated'
  | 'article_withdrawn'
  | 'issue_completed';

export type WebhookMessageEvent =
  | 'article_published'
  | 'article_updated'
  | 'article_withdrawn'
  | 'issue_completed'
  | 'test';

export type Webhook = {
  __typename?: 'Webhook';
  id: Scalars['ID']['output'];
  url: Scalars['String']['output'];
  description: Scalars['String']['output'];
  events: Array<WebhookEvent>;
  sections: Array<Scalars['String']['output']>;
  sources: Array<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  position: Scalars['Int']['output'];
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  pausedAt?: Maybe<Scalars['DateTime']['output']>;
  pauseReason?: Maybe<WebhookPauseReason>;
};

export type WebhookPauseReason =
  | 'asked'
  | 'gone'
  | 'failing';

export type MadeWebhook = {
  __typename?: 'MadeWebhook';
  webhook: Webhook;
  secret: Scalars['String']['output'];
};

export type WebhookMessage = {
  __typename?: 'WebhookMessage';
  id: Scalars['ID']['output'];
  event: WebhookMessageEvent;
  seq: Scalars['Int']['output'];
  status: WebhookMessageStatus;
  attempts: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  at: Scalars['DateTime']['output'];
  responseStatus?: Maybe<Scalars['Int']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  payload: Scalars['JSON']['output'];
};

export type WebhookMessageStatus =
  | 'pending'
  | 'delivered'
  | 'failed';

export type WebhookReplayed = {
  __typename?: 'WebhookReplayed';
  count?: Maybe<Scalars['Int']['output']>;
};

export type ImportJob = {
  __typename?: 'ImportJob';
  id: Scalars['ID']['output'];
  state: ImportState;
  createdAt: Scalars['DateTime']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  bytes: Scalars['Float']['output'];
  bytesRead: Scalars['Float']['output'];
  counts: OutcomeCounts;
  error?: Maybe<Fault>;
};

export type ImportState =
  | 'queued'
  | 'running'
  | 'done'
  | 'cancelled'
  | 'failed';

export type OutcomeCounts = {
  __typename?: 'OutcomeCounts';
  created: Scalars['Int']['output'];
  updated: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  skipped: Scalars['Int']['output'];
};

export type Fault = {
  __typename?: 'Fault';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  suggestion?: Maybe<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( LoadedArticle )
    | ( QuoteParent )
    | ( StatisticParent )
  ;
  Block:
    | ( HeadingBlock )
    | ( ParagraphBlock )
    | ( ListBlock )
    | ( ImageBlock )
    | ( TableBlock )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ArticleEvent: ResolverTypeWrapper<ArticleEventParent>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Article: ResolverTypeWrapper<LoadedArticle>;
  IssueReference: ResolverTypeWrapper<IssueReference>;
  Span: ResolverTypeWrapper<Span>;
  Block: ResolverTypeWrapper<BlockParent>;
  BlockType: BlockType;
  HeadingBlock: ResolverTypeWrapper<HeadingBlock>;
  ParagraphBlock: ResolverTypeWrapper<ParagraphBlock>;
  ListBlock: ResolverTypeWrapper<ListBlock>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ImageBlock: ResolverTypeWrapper<ImageBlock>;
  TableBlock: ResolverTypeWrapper<TableBlock>;
  Quote: ResolverTypeWrapper<QuoteParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  QuoteKind: QuoteKind;
  Statistic: ResolverTypeWrapper<StatisticParent>;
  AsOf: ResolverTypeWrapper<AsOf>;
  StatisticBasis: StatisticBasis;
  Section: ResolverTypeWrapper<SectionParent>;
  Source: ResolverTypeWrapper<SourceParent>;
  Issue: ResolverTypeWrapper<Omit<Issue, 'source'> & { source: ResolversTypes['Source'] }>;
  IssueWithPages: ResolverTypeWrapper<Omit<IssueWithPages, 'source' | 'pages'> & { source: ResolversTypes['Source'], pages: Array<ResolversTypes['IssuePage']> }>;
  IssuePage: ResolverTypeWrapper<Omit<IssuePage, 'articles'> & { articles: Array<ResolversTypes['Article']> }>;
  ArticleNeighbors: ResolverTypeWrapper<Omit<ArticleNeighbors, 'prev' | 'next'> & { prev?: Maybe<ResolversTypes['Article']>, next?: Maybe<ResolversTypes['Article']> }>;
  Coverage: ResolverTypeWrapper<Omit<Coverage, 'source'> & { source: ResolversTypes['Source'] }>;
  CoverageDay: ResolverTypeWrapper<CoverageDay>;
  CoverageState: CoverageState;
  Interval: Interval;
  Histogram: ResolverTypeWrapper<Histogram>;
  HistogramPeriod: ResolverTypeWrapper<HistogramPeriod>;
  Series: ResolverTypeWrapper<Omit<Series, 'data'> & { data: Array<ResolversTypes['SeriesPeriod']> }>;
  SeriesPeriod: ResolverTypeWrapper<Omit<SeriesPeriod, 'statistics'> & { statistics: Array<ResolversTypes['Statistic']> }>;
  PersonSummary: ResolverTypeWrapper<PersonSummary>;
  Person: ResolverTypeWrapper<Person>;
  PersonRole: ResolverTypeWrapper<PersonRole>;
  OrganizationSummary: ResolverTypeWrapper<OrganizationSummary>;
  Organization: ResolverTypeWrapper<Organization>;
  OrganizationPerson: ResolverTypeWrapper<OrganizationPerson>;
  Change: ResolverTypeWrapper<ChangeParent>;
  ChangeType: ChangeType;
  ChangeOp: ChangeOp;
  DateField: DateField;
  Sort: Sort;
  IndexSort: IndexSort;
  SearchType: SearchType;
  SearchStrategy: SearchStrategy;
  FacetName: FacetName;
  Facet: ResolverTypeWrapper<Facet>;
  FacetValue: ResolverTypeWrapper<FacetValue>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  SearchReport: ResolverTypeWrapper<SearchReport>;
  Synonyms: ResolverTypeWrapper<Synonyms>;
  ArticleConnection: ResolverTypeWrapper<ArticleConnectionParent>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  QuoteConnection: ResolverTypeWrapper<QuoteConnectionParent>;
  QuoteEdge: ResolverTypeWrapper<Omit<QuoteEdge, 'node'> & { node: ResolversTypes['Quote'] }>;
  StatisticConnection: ResolverTypeWrapper<StatisticConnectionParent>;
  StatisticEdge: ResolverTypeWrapper<Omit<StatisticEdge, 'node'> & { node: ResolversTypes['Statistic'] }>;
  SearchConnection: ResolverTypeWrapper<SearchConnectionParent>;
  SearchEdge: ResolverTypeWrapper<Omit<SearchEdge, 'node'> & { node: ResolversTypes['SearchHit'] }>;
  SearchHit: ResolverTypeWrapper<SearchHitParent>;
  HighlightField: HighlightField;
  Snippet: ResolverTypeWrapper<Snippet>;
  SearchExplanation: ResolverTypeWrapper<SearchExplanation>;
  ExplainedSearch: ResolverTypeWrapper<ExplainedSearch>;
  PhraseMatch: ResolverTypeWrapper<PhraseMatch>;
  ScorePart: ResolverTypeWrapper<ScorePart>;
  ScorePartKind: ScorePartKind;
  RelatedArticle: ResolverTypeWrapper<Omit<RelatedArticle, 'article'> & { article: ResolversTypes['Article'] }>;
  RelatedReasons: ResolverTypeWrapper<RelatedReasons>;
  Suggestion: ResolverTypeWrapper<Suggestion>;
  SuggestionType: SuggestionType;
  IssueConnection: ResolverTypeWrapper<IssueConnectionParent>;
  IssueEdge: ResolverTypeWrapper<Omit<IssueEdge, 'node'> & { node: ResolversTypes['Issue'] }>;
  PersonConnection: ResolverTypeWrapper<EntryConnection>;
  PersonEdge: ResolverTypeWrapper<PersonEdge>;
  OrganizationConnection: ResolverTypeWrapper<EntryConnection>;
  OrganizationEdge: ResolverTypeWrapper<OrganizationEdge>;
  ChangeConnection: ResolverTypeWrapper<Omit<ChangeConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Change']>, edges: Array<ResolversTypes['ChangeEdge']> }>;
  ChangeEdge: ResolverTypeWrapper<Omit<ChangeEdge, 'node'> & { node: ResolversTypes['Change'] }>;
  GivenPage: GivenPage;
  PageFormat: PageFormat;
  GivenArticle: GivenArticle;
  GivenStatus: GivenStatus;
  GivenIssue: GivenIssue;
  GivenBlock: GivenBlock;
  ArticlePatch: ArticlePatch;
  UnpublishedPatch: UnpublishedPatch;
  ArticleReplacement: ArticleReplacement;
  GivenQuote: GivenQuote;
  QuotePatch: QuotePatch;
  GivenStatistic: GivenStatistic;
  StatisticPatch: StatisticPatch;
  GivenSpan: GivenSpan;
  GivenAsOf: GivenAsOf;
  KeyRequest: KeyRequest;
  KeyRotation: KeyRotation;
  WebhookRequest: WebhookRequest;
  WebhookRotation: WebhookRotation;
  WebhookReplay: WebhookReplay;
  StoredArticle: ResolverTypeWrapper<Omit<StoredArticle, 'article'> & { article: ResolversTypes['Article'] }>;
  StoreOutcome: StoreOutcome;
  Warning: ResolverTypeWrapper<Warning>;
  PagePreview: ResolverTypeWrapper<Omit<PagePreview, 'article'> & { article: ResolversTypes['Article'] }>;
  WithdrawnArticle: ResolverTypeWrapper<WithdrawnArticle>;
  DiscardedArticle: ResolverTypeWrapper<DiscardedArticle>;
  UnpublishedSummary: ResolverTypeWrapper<UnpublishedSummary>;
  UnpublishedArticle: ResolverTypeWrapper<Omit<UnpublishedArticle, 'article'> & { article: ResolversTypes['Article'] }>;
  ChangedArticle: ResolverTypeWrapper<Omit<ChangedArticle, 'article'> & { article: ResolversTypes['Article'] }>;
  ChangedStatus: ChangedStatus;
  UnpublishedStatus: UnpublishedStatus;
  Revision: ResolverTypeWrapper<Revision>;
  ArticleDifferences: ResolverTypeWrapper<Omit<ArticleDifferences, 'quotes' | 'statistics'> & { quotes: ResolversTypes['QuoteDifferences'], statistics: ResolversTypes['StatisticDifferences'] }>;
  FieldDifference: ResolverTypeWrapper<FieldDifference>;
  QuoteDifferences: ResolverTypeWrapper<Omit<QuoteDifferences, 'added' | 'removed' | 'altered'> & { added: Array<ResolversTypes['Quote']>, removed: Array<ResolversTypes['Quote']>, altered: Array<ResolversTypes['QuoteAlteration']> }>;
  QuoteAlteration: ResolverTypeWrapper<Omit<QuoteAlteration, 'from' | 'to'> & { from: ResolversTypes['Quote'], to: ResolversTypes['Quote'] }>;
  StatisticDifferences: ResolverTypeWrapper<Omit<StatisticDifferences, 'added' | 'removed' | 'altered'> & { added: Array<ResolversTypes['Statistic']>, removed: Array<ResolversTypes['Statistic']>, altered: Array<ResolversTypes['StatisticAlteration']> }>;
  StatisticAlteration: ResolverTypeWrapper<Omit<StatisticAlteration, 'from' | 'to'> & { from: ResolversTypes['Statistic'], to: ResolversTypes['Statistic'] }>;
  Scope: Scope;
  Key: ResolverTypeWrapper<Key>;
  KeySecret: ResolverTypeWrapper<KeySecret>;
  MadeKey: ResolverTypeWrapper<MadeKey>;
  WebhookEvent: WebhookEvent;
  WebhookMessageEvent: WebhookMessageEvent;
  Webhook: ResolverTypeWrapper<Webhook>;
  WebhookPauseReason: WebhookPauseReason;
  MadeWebhook: ResolverTypeWrapper<MadeWebhook>;
  WebhookMessage: ResolverTypeWrapper<WebhookMessage>;
  WebhookMessageStatus: WebhookMessageStatus;
  WebhookReplayed: ResolverTypeWrapper<WebhookReplayed>;
  ImportJob: ResolverTypeWrapper<ImportJob>;
  ImportState: ImportState;
  OutcomeCounts: ResolverTypeWrapper<OutcomeCounts>;
  Fault: ResolverTypeWrapper<Fault>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  ArticleEvent: ArticleEventParent;
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
  Decimal: Scalars['Decimal']['output'];
  JSON: Scalars['JSON']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Article: LoadedArticle;
  IssueReference: IssueReference;
  Span: Span;
  Block: BlockParent;
  HeadingBlock: HeadingBlock;
  ParagraphBlock: ParagraphBlock;
  ListBlock: ListBlock;
  Boolean: Scalars['Boolean']['output'];
  ImageBlock: ImageBlock;
  TableBlock: TableBlock;
  Quote: QuoteParent;
  Float: Scalars['Float']['output'];
  Statistic: StatisticParent;
  AsOf: AsOf;
  Section: SectionParent;
  Source: SourceParent;
  Issue: Omit<Issue, 'source'> & { source: ResolversParentTypes['Source'] };
  IssueWithPages: Omit<IssueWithPages, 'source' | 'pages'> & { source: ResolversParentTypes['Source'], pages: Array<ResolversParentTypes['IssuePage']> };
  IssuePage: Omit<IssuePage, 'articles'> & { articles: Array<ResolversParentTypes['Article']> };
  ArticleNeighbors: Omit<ArticleNeighbors, 'prev' | 'next'> & { prev?: Maybe<ResolversParentTypes['Article']>, next?: Maybe<ResolversParentTypes['Article']> };
  Coverage: Omit<Coverage, 'source'> & { source: ResolversParentTypes['Source'] };
  CoverageDay: CoverageDay;
  Histogram: Histogram;
  HistogramPeriod: HistogramPeriod;
  Series: Omit<Series, 'data'> & { data: Array<ResolversParentTypes['SeriesPeriod']> };
  SeriesPeriod: Omit<SeriesPeriod, 'statistics'> & { statistics: Array<ResolversParentTypes['Statistic']> };
  PersonSummary: PersonSummary;
  Person: Person;
  PersonRole: PersonRole;
  OrganizationSummary: OrganizationSummary;
  Organization: Organization;
  OrganizationPerson: OrganizationPerson;
  Change: ChangeParent;
  Facet: Facet;
  FacetValue: FacetValue;
  PageInfo: PageInfo;
  SearchReport: SearchReport;
  Synonyms: Synonyms;
  ArticleConnection: ArticleConnectionParent;
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  QuoteConnection: QuoteConnectionParent;
  QuoteEdge: Omit<QuoteEdge, 'node'> & { node: ResolversParentTypes['Quote'] };
  StatisticConnection: StatisticConnectionParent;
  StatisticEdge: Omit<StatisticEdge, 'node'> & { node: ResolversParentTypes['Statistic'] };
  SearchConnection: SearchConnectionParent;
  SearchEdge: Omit<SearchEdge, 'node'> & { node: ResolversParentTypes['SearchHit'] };
  SearchHit: SearchHitParent;
  Snippet: Snippet;
  SearchExplanation: SearchExplanation;
  ExplainedSearch: ExplainedSearch;
  PhraseMatch: PhraseMatch;
  ScorePart: ScorePart;
  RelatedArticle: Omit<RelatedArticle, 'article'> & { article: ResolversParentTypes['Article'] };
  RelatedReasons: RelatedReasons;
  Suggestion: Suggestion;
  IssueConnection: IssueConnectionParent;
  IssueEdge: Omit<IssueEdge, 'node'> & { node: ResolversParentTypes['Issue'] };
  PersonConnection: EntryConnection;
  PersonEdge: PersonEdge;
  OrganizationConnection: EntryConnection;
  OrganizationEdge: OrganizationEdge;
  ChangeConnection: Omit<ChangeConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Change']>, edges: Array<ResolversParentTypes['ChangeEdge']> };
  ChangeEdge: Omit<ChangeEdge, 'node'> & { node: ResolversParentTypes['Change'] };
  GivenPage: GivenPage;
  GivenArticle: GivenArticle;
  GivenIssue: GivenIssue;
  GivenBlock: GivenBlock;
  ArticlePatch: ArticlePatch;
  UnpublishedPatch: UnpublishedPatch;
  ArticleReplacement: ArticleReplacement;
  GivenQuote: GivenQuote;
  QuotePatch: QuotePatch;
  GivenStatistic: GivenStatistic;
  StatisticPatch: StatisticPatch;
  GivenSpan: GivenSpan;
  GivenAsOf: GivenAsOf;
  KeyRequest: KeyRequest;
  KeyRotation: KeyRotation;
  WebhookRequest: WebhookRequest;
  WebhookRotation: WebhookRotation;
  WebhookReplay: WebhookReplay;
  StoredArticle: Omit<StoredArticle, 'article'> & { article: ResolversParentTypes['Article'] };
  Warning: Warning;
  PagePreview: Omit<PagePreview, 'article'> & { article: ResolversParentTypes['Article'] };
  WithdrawnArticle: WithdrawnArticle;
  DiscardedArticle: DiscardedArticle;
  UnpublishedSummary: UnpublishedSummary;
  UnpublishedArticle: Omit<UnpublishedArticle, 'article'> & { article: ResolversParentTypes['Article'] };
  ChangedArticle: Omit<ChangedArticle, 'article'> & { article: ResolversParentTypes['Article'] };
  Revision: Revision;
  ArticleDifferences: Omit<ArticleDifferences, 'quotes' | 'statistics'> & { quotes: ResolversParentTypes['QuoteDifferences'], statistics: ResolversParentTypes['StatisticDifferences'] };
  FieldDifference: FieldDifference;
  QuoteDifferences: Omit<QuoteDifferences, 'added' | 'removed' | 'altered'> & { added: Array<ResolversParentTypes['Quote']>, removed: Array<ResolversParentTypes['Quote']>, altered: Array<ResolversParentTypes['QuoteAlteration']> };
  QuoteAlteration: Omit<QuoteAlteration, 'from' | 'to'> & { from: ResolversParentTypes['Quote'], to: ResolversParentTypes['Quote'] };
  StatisticDifferences: Omit<StatisticDifferences, 'added' | 'removed' | 'altered'> & { added: Array<ResolversParentTypes['Statistic']>, removed: Array<ResolversParentTypes['Statistic']>, altered: Array<ResolversParentTypes['StatisticAlteration']> };
  StatisticAlteration: Omit<StatisticAlteration, 'from' | 'to'> & { from: ResolversParentTypes['Statistic'], to: ResolversParentTypes['Statistic'] };
  Key: Key;
  KeySecret: KeySecret;
  MadeKey: MadeKey;
  Webhook: Webhook;
  MadeWebhook: MadeWebhook;
  WebhookMessage: WebhookMessage;
  WebhookReplayed: WebhookReplayed;
  ImportJob: ImportJob;
  OutcomeCounts: OutcomeCounts;
  Fault: Fault;
};

export type QueryResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<QueryArticleArgs, 'id'>>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<QueryArticlesArgs, 'date'>>;
  quotes?: Resolver<ResolversTypes['QuoteConnection'], ParentType, ContextType, RequireFields<QueryQuotesArgs, 'date'>>;
  statistics?: Resolver<ResolversTypes['StatisticConnection'], ParentType, ContextType, RequireFields<QueryStatisticsArgs, 'date'>>;
  articleHistogram?: Resolver<ResolversTypes['Histogram'], ParentType, ContextType, RequireFields<QueryArticleHistogramArgs, 'date' | 'interval'>>;
  statisticSeries?: Resolver<ResolversTypes['Series'], ParentType, ContextType, RequireFields<QueryStatisticSeriesArgs, 'date' | 'unit' | 'interval'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'q' | 'type' | 'date' | 'sort'>>;
  explainSearch?: Resolver<Maybe<ResolversTypes['SearchExplanation']>, ParentType, ContextType, RequireFields<QueryExplainSearchArgs, 'q' | 'id'>>;
  suggest?: Resolver<Array<ResolversTypes['Suggestion']>, ParentType, ContextType, RequireFields<QuerySuggestArgs, 'q'>>;
  sections?: Resolver<Array<ResolversTypes['Section']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<QueryIssuesArgs, 'source'>>;
  issue?: Resolver<Maybe<ResolversTypes['IssueWithPages']>, ParentType, ContextType, RequireFields<QueryIssueArgs, 'source' | 'date'>>;
  articleNeighbors?: Resolver<Maybe<ResolversTypes['ArticleNeighbors']>, ParentType, ContextType, RequireFields<QueryArticleNeighborsArgs, 'id'>>;
  relatedArticles?: Resolver<Maybe<Array<ResolversTypes['RelatedArticle']>>, ParentType, ContextType, RequireFields<QueryRelatedArticlesArgs, 'id'>>;
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType, RequireFields<QueryCoverageArgs, 'source'>>;
  people?: Resolver<ResolversTypes['PersonConnection'], ParentType, ContextType, RequireFields<QueryPeopleArgs, 'sort'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'name'>>;
  organizations?: Resolver<ResolversTypes['OrganizationConnection'], ParentType, ContextType, RequireFields<QueryOrganizationsArgs, 'sort'>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'name'>>;
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, Partial<QueryChangesArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  previewPage?: Resolver<ResolversTypes['PagePreview'], ParentType, ContextType, RequireFields<QueryPreviewPageArgs, 'input'>>;
  jobs?: Resolver<Array<ResolversTypes['ImportJob']>, ParentType, ContextType>;
  job?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>;
  unpublished?: Resolver<Array<ResolversTypes['UnpublishedSummary']>, ParentType, ContextType, Partial<QueryUnpublishedArgs>>;
  unpublishedArticle?: Resolver<Maybe<ResolversTypes['UnpublishedArticle']>, ParentType, ContextType, RequireFields<QueryUnpublishedArticleArgs, 'id'>>;
  revisions?: Resolver<Maybe<Array<ResolversTypes['Revision']>>, ParentType, ContextType, RequireFields<QueryRevisionsArgs, 'id'>>;
  revision?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<QueryRevisionArgs, 'id' | 'revision'>>;
  revisionDiff?: Resolver<Maybe<ResolversTypes['ArticleDifferences']>, ParentType, ContextType, RequireFields<QueryRevisionDiffArgs, 'id' | 'revision'>>;
  keys?: Resolver<Array<ResolversTypes['Key']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['Key']>, ParentType, ContextType, RequireFields<QueryKeyArgs, 'id'>>;
  webhooks?: Resolver<Array<ResolversTypes['Webhook']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'id'>>;
  webhookMessages?: Resolver<Maybe<Array<ResolversTypes['WebhookMessage']>>, ParentType, ContextType, RequireFields<QueryWebhookMessagesArgs, 'id'>>;
};

export type MutationResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createPage?: Resolver<Maybe<ResolversTypes['StoredArticle']>, ParentType, ContextType, RequireFields<MutationCreatePageArgs, 'input'>>;
  createArticle?: Resolver<Maybe<ResolversTypes['StoredArticle']>, ParentType, ContextType, RequireFields<MutationCreateArticleArgs, 'input'>>;
  cancelJob?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType, RequireFields<MutationCancelJobArgs, 'id'>>;
  patchArticle?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<MutationPatchArticleArgs, 'id' | 'input'>>;
  putArticle?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<MutationPutArticleArgs, 'id' | 'input'>>;
  withdrawArticle?: Resolver<Maybe<ResolversTypes['WithdrawnArticle']>, ParentType, ContextType, RequireFields<MutationWithdrawArticleArgs, 'id'>>;
  restoreArticle?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<MutationRestoreArticleArgs, 'id'>>;
  patchUnpublished?: Resolver<Maybe<ResolversTypes['ChangedArticle']>, ParentType, ContextType, RequireFields<MutationPatchUnpublishedArgs, 'id' | 'input'>>;
  discardUnpublished?: Resolver<Maybe<ResolversTypes['DiscardedArticle']>, ParentType, ContextType, RequireFields<MutationDiscardUnpublishedArgs, 'id'>>;
  revertArticle?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<MutationRevertArticleArgs, 'id' | 'revision'>>;
  addQuote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType, RequireFields<MutationAddQuoteArgs, 'id' | 'input'>>;
  correctQuote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType, RequireFields<MutationCorrectQuoteArgs, 'id' | 'itemId' | 'input'>>;
  rejectQuote?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<MutationRejectQuoteArgs, 'id' | 'itemId'>>;
  addStatistic?: Resolver<Maybe<ResolversTypes['Statistic']>, ParentType, ContextType, RequireFields<MutationAddStatisticArgs, 'id' | 'input'>>;
  correctStatistic?: Resolver<Maybe<ResolversTypes['Statistic']>, ParentType, ContextType, RequireFields<MutationCorrectStatisticArgs, 'id' | 'itemId' | 'input'>>;
  rejectStatistic?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<MutationRejectStatisticArgs, 'id' | 'itemId'>>;
  createKey?: Resolver<Maybe<ResolversTypes['MadeKey']>, ParentType, ContextType, RequireFields<MutationCreateKeyArgs, 'input'>>;
  rotateKey?: Resolver<Maybe<ResolversTypes['MadeKey']>, ParentType, ContextType, RequireFields<MutationRotateKeyArgs, 'id' | 'input'>>;
  revokeKey?: Resolver<Maybe<ResolversTypes['Key']>, ParentType, ContextType, RequireFields<MutationRevokeKeyArgs, 'id'>>;
  createWebhook?: Resolver<Maybe<ResolversTypes['MadeWebhook']>, ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  removeWebhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<MutationRemoveWebhookArgs, 'id'>>;
  rotateWebhook?: Resolver<Maybe<ResolversTypes['MadeWebhook']>, ParentType, ContextType, RequireFields<MutationRotateWebhookArgs, 'id' | 'input'>>;
  pauseWebhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<MutationPauseWebhookArgs, 'id'>>;
  resumeWebhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<MutationResumeWebhookArgs, 'id'>>;
  testWebhook?: Resolver<Maybe<ResolversTypes['WebhookMessage']>, ParentType, ContextType, RequireFields<MutationTestWebhookArgs, 'id'>>;
  replayWebhook?: Resolver<Maybe<ResolversTypes['WebhookReplayed']>, ParentType, ContextType, RequireFields<MutationReplayWebhookArgs, 'id' | 'input'>>;
};

export type SubscriptionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  articlePublished?: SubscriptionResolver<ResolversTypes['ArticleEvent'], "articlePublished", ParentType, ContextType, Partial<SubscriptionArticlePublishedArgs>>;
};

export type ArticleEventResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ArticleEvent'] = ResolversParentTypes['ArticleEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type NodeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Article' | 'Quote' | 'Statistic', ParentType, ContextType>;
};

export type ArticleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subtitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lead?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  breadcrumb?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['IssueReference']>, ParentType, ContextType>;
  byline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  charCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  etag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  extractor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<Array<ResolversTypes['Block']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quotes?: Resolver<Array<ResolversTypes['Quote']>, ParentType, ContextType>;
  statistics?: Resolver<Array<ResolversTypes['Statistic']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssueReferenceResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['IssueReference'] = ResolversParentTypes['IssueReference']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  page?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SpanResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Span'] = ResolversParentTypes['Span']> = {
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BlockResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Block'] = ResolversParentTypes['Block']> = {
  __resolveType?: TypeResolveFn<'HeadingBlock' | 'ParagraphBlock' | 'ListBlock' | 'ImageBlock' | 'TableBlock', ParentType, ContextType>;
};

export type HeadingBlockResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['HeadingBlock'] = ResolversParentTypes['HeadingBlock']> = {
  type?: Resolver<ResolversTypes['BlockType'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ParagraphBlockResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ParagraphBlock'] = ResolversParentTypes['ParagraphBlock']> = {
  type?: Resolver<ResolversTypes['BlockType'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ListBlockResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ListBlock'] = ResolversParentTypes['ListBlock']> = {
  type?: Resolver<ResolversTypes['BlockType'], ParentType, ContextType>;
  ordered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageBlockResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ImageBlock'] = ResolversParentTypes['ImageBlock']> = {
  type?: Resolver<ResolversTypes['BlockType'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TableBlockResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['TableBlock'] = ResolversParentTypes['TableBlock']> = {
  type?: Resolver<ResolversTypes['BlockType'], ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<Array<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuoteResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QuoteKind'], ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verb?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatisticResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Statistic'] = ResolversParentTypes['Statistic']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  valueMax?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qualifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['AsOf']>, ParentType, ContextType>;
  normalizedValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  normalizedValueMax?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  normalizedUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['StatisticBasis'], ParentType, ContextType>;
  span?: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AsOfResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['AsOf'] = ResolversParentTypes['AsOf']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type SectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section']> = {
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Section']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  issueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstIssueDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastIssueDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type IssueResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Issue'] = ResolversParentTypes['Issue']> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IssueWithPagesResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['IssueWithPages'] = ResolversParentTypes['IssueWithPages']> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pages?: Resolver<Array<ResolversTypes['IssuePage']>, ParentType, ContextType>;
};

export type IssuePageResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['IssuePage'] = ResolversParentTypes['IssuePage']> = {
  page?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  articles?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
};

export type ArticleNeighborsResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ArticleNeighbors'] = ResolversParentTypes['ArticleNeighbors']> = {
  prev?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  data?: Resolver<Array<ResolversTypes['CoverageDay']>, ParentType, ContextType>;
};

export type CoverageDayResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['CoverageDay'] = ResolversParentTypes['CoverageDay']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CoverageState'], ParentType, ContextType>;
  pageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usualPageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingPages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HistogramResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Histogram'] = ResolversParentTypes['Histogram']> = {
  interval?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  tz?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  data?: Resolver<Array<ResolversTypes['HistogramPeriod']>, ParentType, ContextType>;
};

export type HistogramPeriodResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['HistogramPeriod'] = ResolversParentTypes['HistogramPeriod']> = {
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeriesResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = {
  interval?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  tz?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  data?: Resolver<Array<ResolversTypes['SeriesPeriod']>, ParentType, ContextType>;
};

export type SeriesPeriodResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['SeriesPeriod'] = ResolversParentTypes['SeriesPeriod']> = {
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  statistics?: Resolver<Array<ResolversTypes['Statistic']>, ParentType, ContextType>;
};

export type PersonSummaryResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['PersonSummary'] = ResolversParentTypes['PersonSummary']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['PersonRole']>, ParentType, ContextType>;
};

export type PersonRoleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['PersonRole'] = ResolversParentTypes['PersonRole']> = {
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganizationSummaryResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['OrganizationSummary'] = ResolversParentTypes['OrganizationSummary']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  articleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastQuotedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ownQuoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<Array<ResolversTypes['OrganizationPerson']>, ParentType, ContextType>;
};

export type OrganizationPersonResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['OrganizationPerson'] = ResolversParentTypes['OrganizationPerson']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ChangeType'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  op?: Resolver<ResolversTypes['ChangeOp'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contentChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  name?: Resolver<ResolversTypes['FacetName'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
  timedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchReportResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['SearchReport'] = ResolversParentTypes['SearchReport']> = {
  tokens?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['SearchStrategy'], ParentType, ContextType>;
  synonyms?: Resolver<Array<ResolversTypes['Synonyms']>, ParentType, ContextType>;
  dictionary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  didYouMean?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SynonymsResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Synonyms'] = ResolversParentTypes['Synonyms']> = {
  word?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  also?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType, RequireFields<ArticleConnectionFacetsArgs, 'names'>>;
  search?: Resolver<Maybe<ResolversTypes['SearchReport']>, ParentType, ContextType>;
};

export type ArticleEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type QuoteConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['QuoteConnection'] = ResolversParentTypes['QuoteConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Quote']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['QuoteEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType, RequireFields<QuoteConnectionFacetsArgs, 'names'>>;
  search?: Resolver<Maybe<ResolversTypes['SearchReport']>, ParentType, ContextType>;
};

export type QuoteEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['QuoteEdge'] = ResolversParentTypes['QuoteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Quote'], ParentType, ContextType>;
};

export type StatisticConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['StatisticConnection'] = ResolversParentTypes['StatisticConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Statistic']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['StatisticEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType, RequireFields<StatisticConnectionFacetsArgs, 'names'>>;
  search?: Resolver<Maybe<ResolversTypes['SearchReport']>, ParentType, ContextType>;
};

export type StatisticEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['StatisticEdge'] = ResolversParentTypes['StatisticEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType, RequireFields<SearchConnectionFacetsArgs, 'names'>>;
  search?: Resolver<ResolversTypes['SearchReport'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  type?: Resolver<ResolversTypes['SearchType'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['Snippet']>, ParentType, ContextType, RequireFields<SearchHitHighlightsArgs, 'field'>>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  statistic?: Resolver<Maybe<ResolversTypes['Statistic']>, ParentType, ContextType>;
};

export type SnippetResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Snippet'] = ResolversParentTypes['Snippet']> = {
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Span']>, ParentType, ContextType>;
};

export type SearchExplanationResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['SearchExplanation'] = ResolversParentTypes['SearchExplanation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  normalized?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  search?: Resolver<ResolversTypes['ExplainedSearch'], ParentType, ContextType>;
  matches?: Resolver<Array<ResolversTypes['PhraseMatch']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['ScorePart']>, ParentType, ContextType>;
};

export type ExplainedSearchResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ExplainedSearch'] = ResolversParentTypes['ExplainedSearch']> = {
  tokens?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['SearchStrategy'], ParentType, ContextType>;
  synonyms?: Resolver<Array<ResolversTypes['Synonyms']>, ParentType, ContextType>;
  dictionary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PhraseMatchResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['PhraseMatch'] = ResolversParentTypes['PhraseMatch']> = {
  clause?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScorePartResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ScorePart'] = ResolversParentTypes['ScorePart']> = {
  step?: Resolver<ResolversTypes['SearchStrategy'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['ScorePartKind'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RelatedArticleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['RelatedArticle'] = ResolversParentTypes['RelatedArticle']> = {
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reprintOf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasons?: Resolver<ResolversTypes['RelatedReasons'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type RelatedReasonsResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['RelatedReasons'] = ResolversParentTypes['RelatedReasons']> = {
  terms?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  people?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  organizations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  daysApart?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SuggestionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Suggestion'] = ResolversParentTypes['Suggestion']> = {
  type?: Resolver<ResolversTypes['SuggestionType'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Span']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  context?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IssueConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['IssueConnection'] = ResolversParentTypes['IssueConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Issue']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['IssueEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IssueEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['IssueEdge'] = ResolversParentTypes['IssueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
};

export type PersonConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['PersonConnection'] = ResolversParentTypes['PersonConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['PersonSummary']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['PersonEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PersonEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['PersonEdge'] = ResolversParentTypes['PersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PersonSummary'], ParentType, ContextType>;
};

export type OrganizationConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['OrganizationConnection'] = ResolversParentTypes['OrganizationConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['OrganizationSummary']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['OrganizationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrganizationEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['OrganizationEdge'] = ResolversParentTypes['OrganizationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrganizationSummary'], ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type StoredArticleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['StoredArticle'] = ResolversParentTypes['StoredArticle']> = {
  outcome?: Resolver<ResolversTypes['StoreOutcome'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Warning']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type WarningResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Warning'] = ResolversParentTypes['Warning']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PagePreviewResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['PagePreview'] = ResolversParentTypes['PagePreview']> = {
  warnings?: Resolver<Array<ResolversTypes['Warning']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type WithdrawnArticleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['WithdrawnArticle'] = ResolversParentTypes['WithdrawnArticle']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DiscardedArticleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['DiscardedArticle'] = ResolversParentTypes['DiscardedArticle']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  discarded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UnpublishedSummaryResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['UnpublishedSummary'] = ResolversParentTypes['UnpublishedSummary']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UnpublishedStatus'], ParentType, ContextType>;
  publishAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UnpublishedArticleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['UnpublishedArticle'] = ResolversParentTypes['UnpublishedArticle']> = {
  status?: Resolver<ResolversTypes['UnpublishedStatus'], ParentType, ContextType>;
  publishAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  etag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type ChangedArticleResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ChangedArticle'] = ResolversParentTypes['ChangedArticle']> = {
  status?: Resolver<ResolversTypes['ChangedStatus'], ParentType, ContextType>;
  publishAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  etag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type RevisionResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  modifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ArticleDifferencesResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ArticleDifferences'] = ResolversParentTypes['ArticleDifferences']> = {
  fields?: Resolver<Array<ResolversTypes['FieldDifference']>, ParentType, ContextType>;
  quotes?: Resolver<ResolversTypes['QuoteDifferences'], ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['StatisticDifferences'], ParentType, ContextType>;
};

export type FieldDifferenceResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['FieldDifference'] = ResolversParentTypes['FieldDifference']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuoteDifferencesResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['QuoteDifferences'] = ResolversParentTypes['QuoteDifferences']> = {
  added?: Resolver<Array<ResolversTypes['Quote']>, ParentType, ContextType>;
  removed?: Resolver<Array<ResolversTypes['Quote']>, ParentType, ContextType>;
  altered?: Resolver<Array<ResolversTypes['QuoteAlteration']>, ParentType, ContextType>;
};

export type QuoteAlterationResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['QuoteAlteration'] = ResolversParentTypes['QuoteAlteration']> = {
  from?: Resolver<ResolversTypes['Quote'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Quote'], ParentType, ContextType>;
};

export type StatisticDifferencesResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['StatisticDifferences'] = ResolversParentTypes['StatisticDifferences']> = {
  added?: Resolver<Array<ResolversTypes['Statistic']>, ParentType, ContextType>;
  removed?: Resolver<Array<ResolversTypes['Statistic']>, ParentType, ContextType>;
  altered?: Resolver<Array<ResolversTypes['StatisticAlteration']>, ParentType, ContextType>;
};

export type StatisticAlterationResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['StatisticAlteration'] = ResolversParentTypes['StatisticAlteration']> = {
  from?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Statistic'], ParentType, ContextType>;
};

export type KeyResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Key'] = ResolversParentTypes['Key']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['Scope']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rateLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isLive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  secrets?: Resolver<Array<ResolversTypes['KeySecret']>, ParentType, ContextType>;
};

export type KeySecretResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['KeySecret'] = ResolversParentTypes['KeySecret']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MadeKeyResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['MadeKey'] = ResolversParentTypes['MadeKey']> = {
  key?: Resolver<ResolversTypes['Key'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['WebhookEvent']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pausedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pauseReason?: Resolver<Maybe<ResolversTypes['WebhookPauseReason']>, ParentType, ContextType>;
};

export type MadeWebhookResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['MadeWebhook'] = ResolversParentTypes['MadeWebhook']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookMessageResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['WebhookMessage'] = ResolversParentTypes['WebhookMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['WebhookMessageEvent'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookMessageStatus'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  responseStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type WebhookReplayedResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['WebhookReplayed'] = ResolversParentTypes['WebhookReplayed']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportJobResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['ImportJob'] = ResolversParentTypes['ImportJob']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImportState'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  bytesRead?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['OutcomeCounts'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['Fault']>, ParentType, ContextType>;
};

export type OutcomeCountsResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['OutcomeCounts'] = ResolversParentTypes['OutcomeCounts']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FaultResolvers<ContextType = QueryContext, ParentType extends ResolversParentTypes['Fault'] = ResolversParentTypes['Fault']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suggestion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = QueryContext> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  ArticleEvent?: ArticleEventResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  IssueReference?: IssueReferenceResolvers<ContextType>;
  Span?: SpanResolvers<ContextType>;
  Block?: BlockResolvers<ContextType>;
  HeadingBlock?: HeadingBlockResolvers<ContextType>;
  ParagraphBlock?: ParagraphBlockResolvers<ContextType>;
  ListBlock?: ListBlockResolvers<ContextType>;
  ImageBlock?: ImageBlockResolvers<ContextType>;
  TableBlock?: TableBlockResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  Statistic?: StatisticResolvers<ContextType>;
  AsOf?: AsOfResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  Issue?: IssueResolvers<ContextType>;
  IssueWithPages?: IssueWithPagesResolvers<ContextType>;
  IssuePage?: IssuePageResolvers<ContextType>;
  ArticleNeighbors?: ArticleNeighborsResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  CoverageDay?: CoverageDayResolvers<ContextType>;
  Histogram?: HistogramResolvers<ContextType>;
  HistogramPeriod?: HistogramPeriodResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  SeriesPeriod?: SeriesPeriodResolvers<ContextType>;
  PersonSummary?: PersonSummaryResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonRole?: PersonRoleResolvers<ContextType>;
  OrganizationSummary?: OrganizationSummaryResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationPerson?: OrganizationPersonResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  SearchReport?: SearchReportResolvers<ContextType>;
  Synonyms?: SynonymsResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  QuoteConnection?: QuoteConnectionResolvers<ContextType>;
  QuoteEdge?: QuoteEdgeResolvers<ContextType>;
  StatisticConnection?: StatisticConnectionResolvers<ContextType>;
  StatisticEdge?: StatisticEdgeResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  Snippet?: SnippetResolvers<ContextType>;
  SearchExplanation?: SearchExplanationResolvers<ContextType>;
  ExplainedSearch?: ExplainedSearchResolvers<ContextType>;
  PhraseMatch?: PhraseMatchResolvers<ContextType>;
  ScorePart?: ScorePartResolvers<ContextType>;
  RelatedArticle?: RelatedArticleResolvers<ContextType>;
  RelatedReasons?: RelatedReasonsResolvers<ContextType>;
  Suggestion?: SuggestionResolvers<ContextType>;
  IssueConnection?: IssueConnectionResolvers<ContextType>;
  IssueEdge?: IssueEdgeResolvers<ContextType>;
  PersonConnection?: PersonConnectionResolvers<ContextType>;
  PersonEdge?: PersonEdgeResolvers<ContextType>;
  OrganizationConnection?: OrganizationConnectionResolvers<ContextType>;
  OrganizationEdge?: OrganizationEdgeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  StoredArticle?: StoredArticleResolvers<ContextType>;
  Warning?: WarningResolvers<ContextType>;
  PagePreview?: PagePreviewResolvers<ContextType>;
  WithdrawnArticle?: WithdrawnArticleResolvers<ContextType>;
  DiscardedArticle?: DiscardedArticleResolvers<ContextType>;
  UnpublishedSummary?: UnpublishedSummaryResolvers<ContextType>;
  UnpublishedArticle?: UnpublishedArticleResolvers<ContextType>;
  ChangedArticle?: ChangedArticleResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  ArticleDifferences?: ArticleDifferencesResolvers<ContextType>;
  FieldDifference?: FieldDifferenceResolvers<ContextType>;
  QuoteDifferences?: QuoteDifferencesResolvers<ContextType>;
  QuoteAlteration?: QuoteAlterationResolvers<ContextType>;
  StatisticDifferences?: StatisticDifferencesResolvers<ContextType>;
  StatisticAlteration?: StatisticAlterationResolvers<ContextType>;
  Key?: KeyResolvers<ContextType>;
  KeySecret?: KeySecretResolvers<ContextType>;
  MadeKey?: MadeKeyResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  MadeWebhook?: MadeWebhookResolvers<ContextType>;
  WebhookMessage?: WebhookMessageResolvers<ContextType>;
  WebhookReplayed?: WebhookReplayedResolvers<ContextType>;
  ImportJob?: ImportJobResolvers<ContextType>;
  OutcomeCounts?: OutcomeCountsResolvers<ContextType>;
  Fault?: FaultResolvers<ContextType>;
};

