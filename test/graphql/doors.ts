/** Both doors of two archives that are the same: what is asked of one by REST is asked of the other in GraphQL, and compared. */
import type { FastifyInstance } from 'fastify';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
} from 'graphql';
import type { Test } from 'tap';
import type { Scope } from '../../src/domain/key.js';
import { createSchema } from '../../src/graphql/schema.js';
import { type GraphqlOptions, registerGraphql } from '../../src/graphql/server.js';
import { methodOf, type Route } from '../../src/http/route.js';
import { routes } from '../../src/http/routes/index.js';
import type { ServerOptions } from '../../src/http/server.js';
import type { Body } from '../http/ask.js';
import { openWritableServer, type WritableServer } from '../http/writable.js';
import { routeOf } from './sdl.js';
import { graphqlOptions } from './serve.js';

const schema = createSchema();

/** Routes whose answers are streams, which GraphQL has none of. */
const streamed = new Set(['importPages', 'getJobResults']);
/** The routes that take services, all of which GraphQL has a field for. */
export const writing = routes.filter(({ isWriting, operationId }) => isWriting && !streamed.has(operationId));

/** Those that change nothing are queries, and named as such. */
const queryNames: Record<string, string> = {
  previewPage: 'previewPage',
  listUnpublished: 'unpublished',
  getUnpublished: 'unpublishedArticle',
  listRevisions: 'revisions',
  getRevision: 'revision',
  diffRevision: 'revisionDiff',
  listJobs: 'jobs',
  getJob: 'job',
  listKeys: 'keys',
  getKey: 'key',
  listWebhooks: 'webhooks',
  getWebhook: 'webhook',
  listWebhookMessages: 'webhookMessages',
};

interface Found {
  kind: 'query' | 'mutation';
  field: GraphQLField<unknown, unknown>;
}

/** The field that does what a route does. */
export function findField({ operationId }: Route): Found {
  const query = queryNames[operationId];
  const type = query === undefined ? schema.getMutationType() : schema.getQueryType();
  const field = type?.getFields()[query ?? operationId];
  if (field === undefined) throw new Error(`schema.graphql has no ${operationId}`);
  return { kind: query === undefined ? 'mutation' : 'query', field };
}

/** A server of an archive that can be written to, with both doors. */
export async function openDoors(
  t: Test,
  options: Partial<ServerOptions> = {},
  graphql: Partial<GraphqlOptions> = {},
): Promise<WritableServer> {
  const server = await openWritableServer(t, options);
  await registerGraphql(server.app, { ...graphqlOptions, ...graphql });
  return server;
}

/** What REST does not give, or gives as a reference. */
const left: Record<string, readonly string[]> = {
  Article: ['etag'],
  UnpublishedArticle: ['etag'],
  ChangedArticle: ['etag'],
  Quote: ['article'],
  Statistic: ['article'],
  Section: ['articleCount', 'children'],
  Source: ['articleCount', 'issueCount', 'firstIssueDate', 'lastIssueDate'],
};

/** All fields of a type that REST gives, and `more`. */
function selectAll(type: GraphQLNamedType, more = ''): string {
  if (isLeafType(type)) return '';
  if (isInterfaceType(type)) {
    const each = schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${selectAll(one)}`);
    return `{ ${each.join(' ')} }`;
  }
  const fields = Object.values((type as GraphQLObjectType).getFields());
  const given = fields.filter(({ name }) => !left[type.name]?.includes(name));
  return `{ ${given.map((field) => `${field.name} ${selectAll(getNamedType(field.type))}`).join(' ')} ${more} }`;
}

/** Asks the field of a route for all there is. */
export async function askField(app: FastifyInstance, route: Route, given: Body, key?: string): Promise<Body> {
  const { kind, field } = findField(route);
  const { name, args, type } = field;
  const named = args.filter((argument) => given[argument.name] !== undefined);
  const list = (texts: string[]) => (texts.length > 0 ? `(${texts.join(' ')})` : '');
  const heads = list(named.map((argument) => `$${argument.name}: ${argument.type}`));
  const values = list(named.map((argument) => `${argument.name}: $${argument.name}`));
  const isItem = /^(?:Quote|Statistic)$/.test(getNamedType(type).name);
  const article = isItem ? `article ${selectAll(schema.getType('Article') as GraphQLNamedType)}` : '';
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    payload: {
      query: `${kind} ${heads} { it: ${name}${values} ${selectAll(getNamedType(type), article)} }`,
      variables: given,
    },
    headers: key === undefined ? {} : { 'x-api-key': key },
  });
  return answer.json();
}

/** What GraphQL shows as REST has it. */
function toRest(it: Body): Body {
  if (Array.isArray(it)) return { data: it.map(toRest) };
  if (it.article?.id && 'span' in it) return it.article;
  const { key, webhook, ...rest } = it;
  const shown = { ...rest, ...key, ...webhook };
  const dotted = (name: string) => name.replace(/^(article|issue)_/, '$1.');
  if (shown.events) shown.events = shown.events.map(dotted);
  if (shown.event) shown.event = dotted(shown.event);
  return shown;
}

const byName = (a: Body, b: Body) => a.name.localeCompare(b.name);

/** Hides names and secrets that are made up at random, by which keys of one moment are in order. */
export const mask = (value: Body): Body =>
  JSON.parse(
    JSON.stringify(value.data?.[0]?.scopes ? { data: [...value.data].sort(byName) } : value)
      .replace(/"bk_\w+?_[\w-]+"|"whsec_[^"]+"/g, '"secret"')
      .replace(/"id":"(?:[0-9a-z]{10}|[0-9a-f]{16})"/g, '"id":"random"')
      .replace(/(wh|msg_test)_[\w]+/g, '$1_')
      .replace(/-[0-9a-z]{8}"/g, '-item"'),
  );

/** What is asked at both doors. */
export interface Step {
  /** Parameters of the path; a pair where the two archives have other ids. */
  params?: Record<string, string | number | readonly [rest: string, graphql: string]>;
  /** Of a route that takes a page, what is known of it. */
  hints?: Record<string, string>;
  body?: Body;
  /** `seen`: the state that the article is in. */
  ifMatch?: string;
  /** Idempotency-Key. */
  name?: string;
  key?: Scope;
}

/** Two servers of the same archive, and what is done at each. */
export async function openBoth(t: Test) {
  const rest = await openDoors(t);
  const graphql = await openDoors(t);
  const taken = new Set<string>();
  const choose = (params: Step['params'], door: 0 | 1) =>
    Object.fromEntries(Object.entries(params ?? {}).map(([name, id]) => [name, Array.isArray(id) ? id[door] : id]));

  async function askRest(route: Route, { params, hints, body, ifMatch, name, key = 'admin' }: Step): Promise<Body> {
    const given = choose(params, 0);
    const path = route.path.replace(/\{(\w+)\}/g, (_, part) => String(given[part]));
    // GraphQL sends text, which is in no charset.
    const payload = hints && body !== '' ? `\uFEFF${body}` : body;
    const seen = async () => String((await rest.app.inject(`/v1/articles/${given.id}`)).headers.etag);
    const answer = await rest.app.inject({
      method: methodOf(route),
      url: hints ? `${path}?${new URLSearchParams(hints)}` : path,
      ...(body !== undefined && { payload }),
      headers: {
        ...(body !== undefined && { 'content-type': hints ? 'text/html' : 'application/json' }),
        authorization: `Bearer ${rest.keys[key]}`,
        ...(ifMatch !== undefined && { 'if-match': ifMatch === 'seen' ? await seen() : ifMatch }),
        ...(name !== undefined && { 'idempotency-key': name }),
      },
    });
    return answer.json();
  }

  async function askGraphql(route: Route, { params, hints, body, ifMatch, name, key = 'admin' }: Step): Promise<Body> {
    const given = choose(params, 1);
    const input = hints ? { content: body, format: 'html', ...hints } : body;
    const events = input?.events && { events: input.events.map((one: string) => one.replace('.', '_')) };
    const seen = async () => {
      const payload = { query: `{ article(id: "${given.id}") { etag } }` };
      return (await graphql.app.inject({ method: 'POST', url: '/graphql', payload })).json().data.article.etag;
    };
    const how = { idempotencyKey: name, ifMatch: ifMatch === 'seen' ? await seen() : ifMatch };
    const variables = { ...given, input: events ? { ...input, ...events } : input, ...how };
    return askField(graphql.app, route, variables, graphql.keys[key]);
  }

  /** Asks both, compares what comes of it, and gives what REST says; with `code` both have to refuse with it. */
  async function both(operationId: string, why: string, step: Step = {}, code?: string): Promise<Body> {
    taken.add(operationId);
    const route = routeOf(operationId);
    const said = await askRest(route, step);
    const { data, errors } = await askGraphql(route, step);
    const title = `${operationId}: ${why}`;
    if (code === undefined) {
      t.equal(errors, undefined, title);
      t.same(mask(toRest(data.it)), mask(said), title);
      return said;
    }
    t.equal(said.code, code, title);
    const parameter = said.parameter?.replace('If-Match', 'ifMatch').replace('Idempotency-Key', 'idempotencyKey');
    t.match(errors?.[0]?.extensions, { code, parameter }, `${title}, as REST`);
    t.equal(data?.it, null);
    return said;
  }
  return { rest, graphql, both, taken };
}
