/** schema.graphql is held to the schemas of the domain, field by field, and the types of the resolvers to schema.graphql. */
import { readFileSync } from 'node:fs';
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import t from 'tap';
import type * as z from 'zod';
import { generateResolverTypes } from '../../codegen.js';
import { article, block, quoteInArticle, statisticInArticle } from '../../src/domain/article.js';
import { change } from '../../src/domain/change.js';
import { histogram, series, seriesPeriod } from '../../src/domain/chart.js';
import { coverage, coverageDay, coverageState } from '../../src/domain/coverage.js';
import { phraseMatch, scorePart } from '../../src/domain/explanation.js';
import { interval } from '../../src/domain/interval.js';
import { articleNeighbors, issueWithPages } from '../../src/domain/issue.js';
import { scopes } from '../../src/domain/key.js';
import { organization, organizationPerson, organizationSummary } from '../../src/domain/organization.js';
import { person, personRole, personSummary } from '../../src/domain/person.js';
import {
  articleFilter,
  dateField,
  facetNames,
  facetValue,
  quoteFilter,
  statisticFilter,
} from '../../src/domain/query.js';
import { quoteKind } from '../../src/domain/quote.js';
import { relatedArticle, relatedReasons } from '../../src/domain/related.js';
import { searchReport, searchStrategy, synonyms } from '../../src/domain/search.js';
import { section } from '../../src/domain/section.js';
import { issue, source } from '../../src/domain/source.js';
import { span } from '../../src/domain/span.js';
import { asOf, statisticBasis } from '../../src/domain/statistic.js';
import { suggestion, suggestionType } from '../../src/domain/suggestion.js';
import { delivery, pauseReasons, webhookEvents } from '../../src/domain/webhook.js';
import { createSchema } from '../../src/graphql/schema.js';
import { getCoverage } from '../../src/http/routes/coverage.js';
import { countArticlesOverTime } from '../../src/http/routes/histogram.js';
import { listStatisticSeries } from '../../src/http/routes/series.js';
import { answerOf, describe, memberOf, print } from './sdl.js';

const schema = createSchema();
const blocks = (block as unknown as { options: z.ZodObject[] }).options;
const blockOf = (type: string) =>
  blocks.find(({ shape }) => (shape.type as z.ZodLiteral).value === type) as z.ZodObject;

const types: Record<string, z.ZodObject> = {
  StoredArticle: answerOf('createArticle'),
  Warning: memberOf(answerOf('createArticle'), 'warnings'),
  PagePreview: answerOf('previewPage'),
  WithdrawnArticle: answerOf('withdrawArticle'),
  DiscardedArticle: answerOf('discardUnpublished'),
  UnpublishedSummary: memberOf(answerOf('listUnpublished'), 'data'),
  UnpublishedArticle: answerOf('getUnpublished'),
  ChangedArticle: answerOf('patchUnpublished'),
  Revision: memberOf(answerOf('listRevisions'), 'data'),
  ArticleDifferences: answerOf('diffRevision'),
  FieldDifference: memberOf(answerOf('diffRevision'), 'fields'),
  QuoteDifferences: memberOf(answerOf('diffRevision'), 'quotes'),
  StatisticDifferences: memberOf(answerOf('diffRevision'), 'statistics'),
  Key: answerOf('getKey'),
  KeySecret: memberOf(answerOf('getKey'), 'secrets'),
  Webhook: answerOf('getWebhook'),
  WebhookMessage: answerOf('testWebhook'),
  WebhookReplayed: answerOf('replayWebhook'),
  ImportJob: answerOf('getJob'),
  OutcomeCounts: memberOf(answerOf('getJob'), 'counts'),
  Fault: memberOf(answerOf('getJob'), 'error'),
  Article: article,
  Quote: quoteInArticle,
  Statistic: statisticInArticle,
  AsOf: asOf,
  Span: span,
  Section: section as unknown as z.ZodObject,
  Source: source,
  Issue: issue,
  IssueWithPages: issueWithPages,
  ArticleNeighbors: articleNeighbors,
  Coverage: coverage,
  CoverageDay: coverageDay,
  Histogram: histogram,
  HistogramPeriod: histogram.shape.data.element,
  Series: series,
  SeriesPeriod: seriesPeriod,
  PersonSummary: personSummary,
  Person: person,
  PersonRole: personRole,
  OrganizationSummary: organizationSummary,
  Organization: organization,
  OrganizationPerson: organizationPerson,
  Change: change,
  FacetValue: facetValue,
  SearchReport: searchReport,
  Synonyms: synonyms,
  Suggestion: suggestion,
  PhraseMatch: phraseMatch,
  ScorePart: scorePart,
  RelatedArticle: relatedArticle,
  RelatedReasons: relatedReasons,
  HeadingBlock: blockOf('heading'),
  ParagraphBlock: blockOf('paragraph'),
  ListBlock: blockOf('list'),
  ImageBlock: blockOf('image'),
  TableBlock: blockOf('table'),
};
const optionsOf = (of: z.ZodObject, name: string) => (of.shape[name] as z.ZodEnum).options as string[];
/** Names of GraphQL have no dots. */
const toName = (event: string) => event.replace('.', '_');
const enums: Record<string, readonly string[]> = {
  QuoteKind: quoteKind.options,
  StatisticBasis: statisticBasis.options,
  CoverageState: coverageState.options,
  Interval: interval.options,
  DateField: dateField.options,
  SearchStrategy: searchStrategy.options,
  SuggestionType: suggestionType.options,
  FacetName: [...new Set(Object.values(facetNames).flat())],
  ChangeOp: change.shape.op.options,
  Scope: scopes,
  GivenStatus: ['published', 'draft', 'scheduled'],
  StoreOutcome: optionsOf(answerOf('createArticle'), 'outcome'),
  UnpublishedStatus: optionsOf(answerOf('getUnpublished'), 'status'),
  ChangedStatus: optionsOf(answerOf('patchUnpublished'), 'status'),
  ImportState: optionsOf(answerOf('getJob'), 'state'),
  WebhookEvent: webhookEvents.map(toName),
  WebhookMessageEvent: [...webhookEvents.map(toName), 'test'],
  WebhookMessageStatus: delivery.shape.status.options,
  WebhookPauseReason: pauseReasons,
  BlockType: blocks.map(({ shape }) => String((shape.type as z.ZodLiteral).value)),
};
/** What GraphQL adds to a type: a way to go on from it. */
const added: Record<string, string[]> = {
  Change: ['article'],
  Article: ['etag'],
  UnpublishedArticle: ['etag'],
  ChangedArticle: ['etag'],
};
/** Fields that GraphQL has to give otherwise: texts of any field, numbers that an Int does not hold, JSON; instants of the log. */
const otherwise = new Set([
  ...[
    'FieldDifference.from',
    'FieldDifference.to',
    'Fault.suggestion',
    'ImportJob.bytes',
    'ImportJob.bytesRead',
    'WebhookMessage.payload',
  ],
  'Change.at',
]);

t.test('types have the fields of the domain', async (t) => {
  for (const [name, shape] of Object.entries(types)) {
    const type = schema.getType(name) as GraphQLObjectType;
    const fields = type.getFields();
    t.same(Object.keys(fields).sort(), [...Object.keys(shape.shape), ...(added[name] ?? [])].sort(), name);
    for (const [field, of] of Object.entries(shape.shape) as [string, z.ZodType][]) {
      if (otherwise.has(`${name}.${field}`)) continue;
      const actual = print((fields[field] as GraphQLField<unknown, unknown>).type);
      const expected = describe(of, field);
      const isObject =
        /^Article$|Page|Period|Day|Block|Span|AsOf|Section|Role|Person|Quote|Statistic|Difference|Secret|Counts|Fault|Warning/.test(
          getNamedType((fields[field] as GraphQLField<unknown, unknown>).type).name,
        );
      const same = isObject ? actual.replace(/\w+/, '') === expected.replace(/\w+/, '') : actual === expected;
      t.ok(same, `${name}.${field}: ${actual} is ${expected}`);
    }
  }
});

t.test('enums have the values of the domain', async (t) => {
  for (const [name, values] of Object.entries(enums))
    t.same(
      (schema.getType(name) as GraphQLEnumType)
        .getValues()
        .map((value) => value.name)
        .sort(),
      [...values].sort(),
      name,
    );
});

t.test('lists take the filters of REST', async (t) => {
  const beside = ['q', 'sort', 'first', 'after', 'last', 'before'];
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [list, filter] of Object.entries({
    articles: articleFilter,
    quotes: quoteFilter,
    statistics: statisticFilter,
  })) {
    t.same(fields[list]?.args.map(({ name }) => name).sort(), [...Object.keys(filter.shape), ...beside].sort(), list);
  }
  for (const [chart, { query }] of [
    ['articleHistogram', countArticlesOverTime],
    ['statisticSeries', listStatisticSeries],
    ['coverage', { query: getCoverage.query.extend(getCoverage.params.shape) }],
  ] as const) {
    const names = Object.keys(query.shape).map((name) => (name === 'slug' ? 'source' : name));
    t.same(fields[chart]?.args.map(({ name }) => name).sort(), names.sort(), chart);
  }
});

t.test('everything is described', async (t) => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || (isScalarType(type) && isSpecifiedScalarType(type))) continue;
    t.ok(type.description, type.name);
    if (isEnumType(type)) for (const value of type.getValues()) t.ok(value.description, `${type.name}.${value.name}`);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) t.ok(field.description, `${type.name}.${field.name}`);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      t.ok(field.description, `${type.name}.${field.name}`);
      for (const argument of field.args) t.ok(argument.description, `${type.name}.${field.name}(${argument.name})`);
    }
  }
});

t.test('the types of the resolvers are made from this schema', async (t) => {
  t.equal(
    readFileSync('src/graphql/resolver-types.ts', 'utf8'),
    await generateResolverTypes(),
    'npm run generate:types',
  );
});
