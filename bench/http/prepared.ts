/**
 * A peer, run as a process of its own: Fastify with one prepared statement a request (and one a child) over plain rows,
 * rendered by Fastify's compiled serializer, as a careful hand-written API does it. `prepared.ts <rows.sqlite> <port>`
 */
import Database from 'better-sqlite3';
import Fastify from 'fastify';

const text = { type: 'string' };
const maybe = { type: 'string', nullable: true };
const integer = { type: 'integer' };
const texts = { type: 'array', items: text };
const object = (properties: Record<string, unknown>) => ({ type: 'object', properties });
const nullable = (properties: Record<string, unknown>) => ({ ...object(properties), nullable: true });
const span = object({ start: integer, end: integer });
const summaryFields = {
  ...{ id: text, url: maybe, title: text, subtitle: maybe, lead: maybe, breadcrumb: texts, byline: maybe },
  ...{ section: nullable({ slug: text, name: text, path: texts }), source: nullable({ slug: text, name: text }) },
  ...{ issue: nullable({ date: text, page: maybe }), publishedAt: maybe, modifiedAt: text, keywords: texts },
  ...{ charCount: integer, revision: integer, extractor: text },
};
const found = { span, confidence: { type: 'number' }, rule: text, id: text, text };
const quote = object({ ...found, kind: text, speaker: maybe, role: maybe, organization: maybe, verb: maybe });
const statistic = object({
  ...{ ...found, value: text, valueMax: maybe, qualifier: maybe, unit: maybe, measure: maybe, basis: text },
  ...{ asOf: nullable({ text, from: maybe, to: maybe }) },
  ...{ normalizedValue: maybe, normalizedValueMax: maybe, normalizedUnit: maybe },
});
const blocks = { type: 'array', items: { type: 'object', additionalProperties: true } };
const articleSchema = object({
  ...{ ...summaryFields, body: blocks, text },
  ...{ quotes: { type: 'array', items: quote }, statistics: { type: 'array', items: statistic } },
});
const listSchema = object({
  data: { type: 'array', items: object(summaryFields) },
  page: object({ next: maybe, prev: maybe, limit: integer, hasMore: { type: 'boolean' } }),
});

const columns = `a.id, a.url, a.title, a.subtitle, a.lead, a.breadcrumb, a.issue_date, a.issue_page, a.byline,
  a.published_at, a.modified_at, a.keywords, a.char_count, a.revision, a.extractor,
  s.slug as section_slug, s.name as section_name, s.path as section_path, o.slug as source_slug, o.name as source_name`;
const tables = 'articles a left join sections s on s.id = a.section left join sources o on o.id = a.source';
const newest = 'order by a.published_ms desc, a.rowid desc limit ?';

const [file = '', port] = process.argv.slice(2);
const rows = new Database(file, { readonly: true });
const byId = rows.prepare(`select ${columns}, a.body, a.text from ${tables} where a.id = ?`);
const inSection = rows.prepare(
  `select ${columns} from ${tables} where a.section = (select id from sections where slug = ?) ${newest}`,
);
const inRange = rows.prepare(`select ${columns} from ${tables} where a.published_ms between ? and ? ${newest}`);
const quotesOf = rows.prepare('select * from quotes where article = ? order by position');
const statisticsOf = rows.prepare('select * from statistics where article = ? order by position');

type Row = Record<string, unknown>;
const parse = (value: unknown) => JSON.parse(value as string) as unknown;
const withSpan = ({ start, end, ...row }: Row) => ({ ...row, span: { start, end } });
const summarize = (row: Row) => ({
  id: row.id,
  url: row.url,
  title: row.title,
  subtitle: row.subtitle,
  lead: row.lead,
  section: row.section_slug && { slug: row.section_slug, name: row.section_name, path: parse(row.section_path) },
  breadcrumb: parse(row.breadcrumb),
  source: row.source_slug && { slug: row.source_slug, name: row.source_name },
  issue: row.issue_date && { date: row.issue_date, page: row.issue_page },
  byline: row.byline,
  publishedAt: row.published_at,
  modifiedAt: row.modified_at,
  keywords: parse(row.keywords),
  charCount: row.char_count,
  revision: row.revision,
  extractor: row.extractor,
});
const children = (id: unknown) => ({
  quotes: (quotesOf.all(id) as Row[]).map(withSpan),
  statistics: (statisticsOf.all(id) as Row[]).map((row) => withSpan({ ...row, asOf: row.asOf && parse(row.asOf) })),
});

const server = Fastify();
server.get<{ Params: { id: string }; Querystring: { include?: string } }>(
  '/v1/articles/:id',
  { schema: { response: { 200: articleSchema } } },
  (request, reply) => {
    const row = byId.get(request.params.id) as Row;
    const article = { ...summarize(row), body: parse(row.body), text: row.text };
    reply.send(request.query.include === undefined ? article : { ...article, ...children(row.id) });
  },
);
server.get<{ Querystring: { section?: string; from?: string; to?: string; limit?: string } }>(
  '/v1/articles',
  { schema: { response: { 200: listSchema } } },
  (request, reply) => {
    const { section, from, to } = request.query;
    const limit = Number(request.query.limit ?? 20);
    const found =
      section === undefined
        ? inRange.all(Date.parse(`${from}T00:00:00+08:00`), Date.parse(`${to}T23:59:59.999+08:00`), limit)
        : inSection.all(section, limit);
    reply.send({ data: (found as Row[]).map(summarize), page: { next: 'opaque', prev: null, limit, hasMore: true } });
  },
);
await server.listen({ port: Number(port), host: '127.0.0.1' });
