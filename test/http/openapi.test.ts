/** The OpenAPI document: complete, true to the routes, and shown by a page that needs nothing from elsewhere. */
import { Validator } from '@seriousme/openapi-schema-validator';
import t from 'tap';
import * as z from 'zod';
import { queryOf } from '../../src/http/openapi.js';
import { problem } from '../../src/http/problem.js';
import { methodOf, type Route, statusesOf } from '../../src/http/route.js';
import { routes } from '../../src/http/routes/index.js';
import type { Body } from './ask.js';
import { openWritableServer } from './writable.js';

const { app } = await openWritableServer(t);
const answer = await app.inject('/openapi.json');
const document: Body = answer.json();

/** What this document has to say beyond the standard: no operation or parameter without a description, nothing else in it. */
const schemaObject = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
const media = z.strictObject({ schema: schemaObject, example: z.unknown() });
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  summary: z.string().min(1),
  description: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        in: z.enum(['query', 'path', 'header']),
        required: z.boolean(),
        description: z.string().min(1),
        schema: schemaObject,
        example: z.unknown().optional(),
        style: z.literal('form').optional(),
        explode: z.literal(false).optional(),
      }),
    )
    .optional(),
  requestBody: z
    .strictObject({ required: z.literal(true), description: z.string().min(1), content: z.record(z.string(), media) })
    .optional(),
  security: z.array(z.partialRecord(z.enum(['bearer', 'apiKey']), z.array(z.never()))).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({
      description: z.string().min(1),
      headers: z
        .record(z.string(), z.strictObject({ description: z.string().min(1), schema: schemaObject }))
        .optional(),
      content: z.record(z.string(), media).optional(),
    }),
  ),
});
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.literal('1.2.3'),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })).length(1),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schemaObject),
    securitySchemes: z.strictObject({
      bearer: z.object({ type: z.literal('http') }),
      apiKey: z.object({ in: z.literal('header') }),
    }),
  }),
  paths: z.record(
    z.string().regex(/^\//),
    z.strictObject({ get: operation, post: operation, put: operation, patch: operation, delete: operation }).partial(),
  ),
});
/** What the document says of a route. */
const findOperation = (route: Route): Body => document.paths[route.path][methodOf(route).toLowerCase()];

t.test('the document is valid OpenAPI 3.1', async (t) => {
  // Validation resolves references in place.
  t.same(await new Validator().validate(structuredClone(document)), { valid: true });
  t.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  t.ok(openApi.parse(document));
  t.same(
    Object.entries<object>(document.paths)
      .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`))
      .sort(),
    routes.map((route) => `${methodOf(route)} ${route.path}`).sort(),
    'every route, and nothing else',
  );
  const ids = routes.map(({ operationId }) => operationId);
  t.equal(new Set(ids).size, ids.length, 'operations have names of their own');
  const tags = document.tags.map(({ name }: Body) => name);
  for (const route of routes) t.ok(tags.includes(findOperation(route).tags[0]), route.operationId);
});

t.test('every reference leads somewhere, and every component is referred to', async (t) => {
  const references = [...answer.body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  t.equal(references.length, [...answer.body.matchAll(/"\$ref"/g)].length, 'all of them to components');
  t.same([...new Set(references)].sort(), Object.keys(document.components.schemas).sort());
});

t.test('every parameter is documented, with the braces of its path', async (t) => {
  for (const route of routes) {
    const { parameters = [] } = findOperation(route);
    const named = (place: string) => parameters.filter((each: Body) => each.in === place).map(({ name }: Body) => name);
    t.same(named('query'), Object.keys(queryOf(route).shape), route.path);
    t.same(named('path'), Object.keys(route.params.shape), route.path);
    t.same(
      named('path'),
      [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      route.path,
    );
    for (const { name, schema, style, explode } of parameters) {
      if (schema.type === 'array') t.same([style, explode], ['form', false], `${name} is written with commas`);
    }
  }
});

t.test('every example is what its schema says', async (t) => {
  for (const route of routes) {
    const { parameters = [], requestBody, responses } = findOperation(route);
    for (const status of statusesOf(route)) {
      const { example } = responses[status].content[route.answer.type ?? 'application/json'];
      t.same(example, route.answer.example, route.path);
    }
    t.same(z.parse(route.answer.schema, route.answer.example), route.answer.example, `${route.path}: exactly`);
    t.equal(requestBody === undefined, route.body === undefined, route.path);
    for (const { example } of Object.values<Body>(requestBody?.content ?? {})) {
      t.ok(route.body?.schema.safeParse(example).success, `${route.path}: the body`);
    }
    for (const [status, { content }] of Object.entries<Body>(responses)) {
      if (Number(status) < 400) continue;
      const { example } = content['application/problem+json'];
      t.same(z.strictObject(problem.shape).parse(example), example);
      t.equal(example.status, Number(status));
    }
    for (const { name, in: place, example, schema } of parameters) {
      if (example === undefined || place === 'header') continue;
      const shape = (place === 'query' ? queryOf(route) : route.params).shape[name];
      t.ok(
        shape?.safeParse(Array.isArray(example) ? example.join(',') : String(example)).success,
        `${route.path} ${name}`,
      );
      t.ok(typeof schema === 'object');
    }
  }
});

t.test('the headers of answers are documented', async (t) => {
  for (const route of routes) {
    const { responses } = findOperation(route);
    const { headers } = await app.inject('/v1/articles?limit=1');
    const documented = Object.keys(responses[200]?.headers ?? {});
    t.equal('304' in responses, route.caching !== 'none', route.path);
    if (route.caching === 'none') continue;
    for (const name of documented.filter((each) => each !== 'Link' && !each.startsWith('RateLimit'))) {
      t.ok(headers[name.toLowerCase()], `${route.path} ${name}`);
    }
    t.ok(responses[503].headers['Retry-After'], `${route.path} 503`);
  }
});

t.test('the reference page comes from here alone', async (t) => {
  const front = await app.inject('/');
  t.equal(front.statusCode, 302, 'the bare address leads to the reference');
  t.equal(front.headers.location, '/docs');
  const page = await app.inject('/docs');
  t.equal(page.statusCode, 200);
  t.match(page.headers['content-security-policy'], "default-src 'none'");
  const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
  t.ok(assets.length >= 5);
  for (const address of assets) {
    t.match(address, /^\.?\//, `${address} is no address of elsewhere`);
    t.equal((await app.inject(new URL(address, 'http://x/docs/').pathname)).statusCode, 200, address);
  }
  t.notMatch(page.body, /<script>|<style>|\son\w+=/, 'nothing inline that the policy would stop');
  t.same((await app.inject('/docs/json')).json(), document, 'it shows the same document');
});

t.test('a public address is the server of the document', async (t) => {
  const { app: other } = await openWritableServer(t, { publicUrl: 'https://archive.example/api' });
  t.same((await other.inject('/openapi.json')).json().servers, [{ url: 'https://archive.example/api' }]);
});
