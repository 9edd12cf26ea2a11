/** `/v1/export`: a whole list of one moment as a file. Its pages are read as fast as the client takes them, and no faster. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { article, quoteInArticle, statisticInArticle } from '../../domain/article.js';
import { ArchiveError } from '../../domain/errors.js';
import { articleFilter, quoteFilter, sort, statisticFilter } from '../../domain/query.js';
import { fromJson } from '../../store/json.js';
import type { ListName, ListSnapshot } from '../../store/store.js';
import { exampleQuote } from '../examples.js';
import { include } from '../parameters.js';
import { defineRoute, filterErrors } from '../route.js';

const flag = z.enum(['true', 'false']).default('false');

const query = quoteFilter.extend(statisticFilter.shape).extend({
  type: z.enum(['articles', 'quotes', 'statistics']).default('articles').meta({
    description: 'Which list to give. A filter of quotes or of statistics goes only with its own.',
    example: 'quotes',
  }),
  format: z
    .enum(['ndjson', 'csv', 'json'])
    .default('ndjson')
    .meta({ description: 'ndjson: one row a line; csv; json: one array.', example: 'json' }),
  bom: flag.meta({ description: 'Begin CSV with a byte order mark, by which Excel knows UTF-8.', example: 'true' }),
  content: flag.meta({ description: 'Also give body and text of articles; CSV gives text.', example: 'true' }),
  include,
  sort: sort.optional(),
});
type Query = z.output<typeof query>;

const ofArticle = ['article.id', 'article.title', 'article.url', 'article.publishedAt'] as const;
/** The columns of CSV, as paths into a row. Lists in a cell are JSON. */
const columns: Record<ListName, readonly string[]> = {
  articles: [
    ...['id', 'url', 'title', 'subtitle', 'lead', 'section.slug', 'section.name', 'breadcrumb', 'source.slug'],
    ...[
      'source.name',
      'issue.date',
      'issue.page',
      'byline',
      'publishedAt',
      'modifiedAt',
      'keywords',
      'aliases',
      'charCount',
    ],
    'revision',
  ],
  quotes: [
    ...['id', 'text', 'kind', 'speaker', 'role', 'organization', 'verb', 'span.start', 'span.end', 'confidence'],
    ...ofArticle,
  ],
  statistics: [
    ...['id', 'text', 'value', 'valueMax', 'qualifier', 'unit', 'measure', 'asOf.text', 'asOf.from', 'asOf.to'],
    ...['normalizedValue', 'normalizedValueMax', 'normalizedUnit', 'basis', 'span.start', 'span.end', 'confidence'],
    ...ofArticle,
  ],
};

type Pages = ListSnapshot<object>['pages'];

async function* writeJson(pages: Pages) {
  let separator = '[';
  for await (const page of pages) {
    const rows = Buffer.from(page).subarray(1, -1);
    if (rows.length === 0) continue;
    yield Buffer.concat([Buffer.from(separator), rows]);
    separator = ',\n';
  }
  yield separator === '[' ? '[]\n' : ']\n';
}

async function* writeLines(pages: Pages) {
  for await (const page of pages) {
    const rows = fromJson(page);
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Spreadsheets run what begins like a formula, and the words of a page are nobody's program; a negative figure is none. */
const disarm = (text: string) => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

async function* writeCsv(pages: Pages, names: readonly string[], bom: boolean) {
  const options = { columns: names.map((key) => ({ key, header: key })), cast: { string: disarm } };
  yield stringify([], { ...options, bom, header: true });
  for await (const page of pages) yield stringify(fromJson(page), options);
}

const mediaTypes = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

const filters = { articles: articleFilter, quotes: quoteFilter, statistics: statisticFilter };
const besideFilter: readonly string[] = ['type', 'format', 'bom', 'content', 'include', 'sort'];

/** Refuses what does not go with the list: left out in silence, it would give more than was asked for. */
function checkFilter({ type, include, content, ...rest }: Query): void {
  const refuse = (parameter: string) => {
    throw new ArchiveError('invalid_parameter', `${parameter} does not go with type=${type}`, { parameter });
  };
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && !besideFilter.includes(name) && !(name in filters[type].shape)) refuse(name);
  }
  if (type === 'articles') return;
  if (include !== undefined) refuse('include');
  if (content === 'true') refuse('content');
}

export const exportList = defineRoute({
  operationId: 'exportList',
  path: '/v1/export',
  tag: 'Export',
  summary: 'Export a list',
  description:
    'A whole list as one file: NDJSON, CSV or a JSON array. All rows are of one moment, whose seq is in Baoku-Seq: follow /v1/changes?since= from there. The archive gives few exports at the same time; 503 with Retry-After says that there are too many.',
  params: z.object({}),
  query,
  answer: {
    description: 'The rows; as JSON with format=json, else as NDJSON or CSV.',
    schema: z.array(z.union([quoteInArticle, statisticInArticle, article.partial({ body: true, text: true })])),
    example: [exampleQuote],
  },
  errors: filterErrors,
  async handle({ read }, { query }) {
    checkFilter(query);
    const { type, format, bom, content, include = [], sort, ...filter } = query;
    const { state, pages, close } = await read.openSnapshot(type, filter, {
      sort,
      include,
      content: content === 'true',
    });
    const names = content === 'true' ? [...columns[type], 'text'] : columns[type];
    const write = {
      json: () => writeJson(pages),
      ndjson: () => writeLines(pages),
      csv: () => writeCsv(pages, names, bom === 'true'),
    }[format];
    const body = Readable.from(write(), { objectMode: false, highWaterMark: 65_536 });
    // A client that leaves before the first row leaves a generator that never began, and so never ends by itself.
    body.once('close', () => void close());
    return { body, type: mediaTypes[format], seq: state.seq, fileName: `${type}-${state.seq}.${format}` };
  },
});
