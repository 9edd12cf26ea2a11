/**
 * A peer, run as a process of its own: Mercurius as its first example sets it up, with a resolver for each field that asks
 * one prepared statement for each parent. No loaders, no compilation. `naive.ts <rows.sqlite> <port>`
 */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import mercurius from 'mercurius';

const [file = '', port] = process.argv.slice(2);
const rows = new Database(file, { readonly: true });
const inSection = rows.prepare(
  'select * from articles where section = (select id from sections where slug = ?) order by published_ms desc, rowid desc limit ?',
);
const quotesOf = rows.prepare('select * from quotes where article = ? order by position');
const statisticsOf = rows.prepare('select * from statistics where article = ? order by position');

type Row = Record<string, unknown>;
const server = Fastify();
const span = ({ start, end }: Row) => ({ start, end });
await server.register(mercurius, {
  schema: readFileSync('schema.graphql', 'utf8'),
  resolvers: {
    Query: {
      articles: (_: unknown, { section, first }: Row) => ({ nodes: inSection.all(section, first) }),
    },
    Article: {
      publishedAt: ({ published_at }: Row) => published_at,
      quotes: ({ id }: Row) => quotesOf.all(id),
      statistics: ({ id }: Row) => statisticsOf.all(id),
    },
    Quote: { span },
    Statistic: { span, asOf: ({ asOf }: Row) => (asOf ? JSON.parse(asOf as string) : null) },
  } as never,
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
