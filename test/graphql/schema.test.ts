/** schema.graphql is held to the schemas of the domain, field by field, and the types of the resolvers to schema.graphql. */
import { readFileSync } from 'node:fs';
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import t from 'tap';
import * as z from 'zod';
import { generateResolverTypes } from '../../codegen.js';
import { article, block, quoteInArticle, statisticInArticle } from '../../src/domain/article.js';
import { change } from '../../src/domain/change.js';
import { histogram, series, seriesPeriod } from '../../src/domain/chart.js';
import { coverage, coverageDay, coverageState } from '../../src/domain/coverage.js';
import { phraseMatch, scorePart } from '../../src/domain/explanation.js';
import { interval } from '../../src/domain/interval.js';
import { articleNeighbors, issueWithPages } from '../../src/domain/issue.js';
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
import { createSchema } from '../../src/graphql/schema.js';
import { getCoverage } from '../../src/http/routes/coverage.js';
import { countArticlesOverTime } from '../../src/http/routes/histogram.js';
import { listStatisticSeries } from '../../src/http/routes/series.js';

const schema = createSchema();
const blocks = (block as unknown as { options: z.ZodObject[] }).options;
const blockOf = (type: string) =>
  blocks.find(({ shape }) => (shape.type as z.ZodLiteral).value === type) as z.ZodObject;

const types: Record<string, z.ZodObject> = {
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
  BlockType: blocks.map(({ shape }) => String((shape.type as z.ZodLiteral).value)),
};
/** What GraphQL adds to a type: a way to go on from it. */
const added: Record<string, string[]> = { Change: ['article'] };
/** Fields whose type says less in zod than in GraphQL. */
const references: Record<string, string> = {
  section: 'Section',
  source: 'Source',
  issue: 'IssueReference',
  article: 'Article',
};

/** A zod type as SDL writes it. */
function describe(type: z.ZodType, name: string, required = true): string {
  const mark = required ? '!' : '';
  if (type instanceof z.ZodOptional) return describe(type.unwrap() as z.ZodType, name, required);
  if (type instanceof z.ZodNullable) return describe(type.unwrap() as z.ZodType, name, false);
  if (type instanceof z.ZodArray) return `[${describe(type.element as z.ZodType, name)}]${mark}`;
  const { id, format } = { ...z.toJSONSchema(type, { io: 'output', unrepresentable: 'any' }), ...type.meta() } as {
    id?: string;
    format?: string;
  };
  if (type instanceof z.ZodNumber)
    return `${format === 'safeint' || z.toJSONSchema(type).type === 'integer' ? 'Int' : 'Float'}${mark}`;
  if (type instanceof z.ZodBoolean) return `Boolean${mark}`;
  if (type instanceof z.ZodEnum || type instanceof z.ZodLiteral) return `enum${mark}`;
  if (type instanceof z.ZodString || type instanceof z.ZodStringFormat) {
    if (name === 'id') return `ID${mark}`;
    const { pattern, format: kind } = z.toJSONSchema(type) as { pattern?: string; format?: string };
    if (pattern?.includes('(\\.\\d+)?')) return `Decimal${mark}`;
    if (/At$|^at$/.test(name)) return `DateTime${mark}`;
    if (kind === 'date' || /Date$|On$|^date$|^from$|^to$/.test(name)) return `Date${mark}`;
    return `String${mark}`;
  }
  return `${references[name] ?? id ?? 'object'}${mark}`;
}

/** A GraphQL type in the same words. */
function print(type: GraphQLType): string {
  if (isNonNullType(type)) return `${print(type.ofType).replace(/!$/, '')}!`;
  if (isListType(type)) return `[${print(type.ofType)}]`;
  return isEnumType(type) ? 'enum' : getNamedType(type).name;
}

t.test('types have the fields of the domain', async (t) => {
  for (const [name, shape] of Object.entries(types)) {
    const type = schema.getType(name) as GraphQLObjectType;
    const fields = type.getFields();
    t.same(Object.keys(fields).sort(), [...Object.keys(shape.shape), ...(added[name] ?? [])].sort(), name);
    for (const [field, of] of Object.entries(shape.shape) as [string, z.ZodType][]) {
      if (name === 'Change' && field === 'at') continue; // Rendered as an instant at both doors.
      const actual = print((fields[field] as GraphQLField<unknown, unknown>).type);
      const expected = describe(of, field);
      const isObject = /^Article$|Page|Period|Day|Block|Span|AsOf|Section|Role|Person|Quote|Statistic/.test(
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
