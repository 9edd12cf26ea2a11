/** The OpenAPI document, made from the routes and their schemas, and the reference page that shows it. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type * as z from 'zod';
import { type ErrorCode, errorCodes } from '../domain/errors.js';
import { atState } from './parameters.js';
import { problem, retryAfter } from './problem.js';
import { isOfArticle } from './redirect.js';
import {
  bodyErrors,
  commonErrors,
  methodOf,
  namedErrors,
  type Route,
  requestHeaders,
  statusesOf,
  tags,
} from './route.js';
import { routes } from './routes/index.js';

/** Nothing but what this server sends itself; Swagger UI sets styles inline and draws its icons from data URLs. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The parameters of a route with those that all have that read the archive. */
export function queryOf({ query, caching }: Route): z.ZodObject {
  return caching === 'none' || caching === 'file' ? query : query.extend(atState.shape);
}

/** All codes that a route can refuse with. */
function errorsOf({ body, errors, tag, headers = [] }: Route): readonly ErrorCode[] {
  return [
    ...commonErrors,
    ...(tag === 'Ingest' || tag === 'Editing' ? (['mirror_conflict'] as const) : []),
    ...(body ? bodyErrors : []),
    ...(headers.includes('Idempotency-Key') ? namedErrors : []),
    ...errors,
  ];
}

/** The schema of a route as the framework and the document take it: one response a status. */
export function describeRoute(route: Route): FastifySchema & { operationId: string } {
  const { scope = 'read' } = route;
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(route)) {
    const { status } = errorCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const { schema, description, type = 'application/json' } = route.answer;
  const responses: Record<string, unknown> = {};
  for (const status of statusesOf(route)) responses[status] = { description, content: { [type]: { schema } } };
  for (const [status, codes] of byStatus) {
    responses[status] = {
      description: codes.map((code) => `\`${code}\`: ${errorCodes[code].title}.`).join(' '),
      content: { 'application/problem+json': { schema: problem } },
    };
  }
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: route.description,
    tags: [route.tag],
    params: route.params,
    querystring: queryOf(route),
    ...(route.body && { body: route.body.schema, consumes: [...(route.body.types ?? ['application/json'])] }),
    ...(scope !== null && { security: [{ bearer: [] }, { apiKey: [] }, ...(scope === 'read' ? [{}] : [])] }),
    response: responses,
  };
}

interface Parameter {
  name: string;
  in: string;
  schema: { type?: string; example?: unknown };
  description?: string;
  example?: unknown;
  style?: string;
  explode?: boolean;
}
interface Response {
  description?: string;
  headers?: Record<string, { description: string; schema: { type: 'string' | 'integer' } }>;
  content?: Record<string, { schema: unknown; example?: unknown }>;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { description?: string; content: Record<string, { example?: unknown }> };
  responses: Record<string, Response>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

/** What a problem of this status looks like. */
function exampleProblem(status: number, codes: readonly ErrorCode[], path: string): unknown {
  const code = codes.find((each) => errorCodes[each].status === status) ?? 'internal';
  return {
    type: `urn:problem-type:baoku:${code}`,
    title: errorCodes[code].title,
    status,
    detail: code === 'invalid_parameter' ? 'limit must be at most 100, not "500"' : errorCodes[code].title,
    instance: path,
    code,
    ...(code === 'invalid_parameter' && { parameter: 'limit', suggestion: 'For example: limit=10' }),
    requestId: '6b0c5e0e-6f1f-4f0e-9f5f-1d1f5a3c2b7a',
  };
}

const header = (type: 'string' | 'integer', description: string) => ({ description, schema: { type } });
const RETRY_AFTER = header('integer', 'Seconds after which to try again.');
const stateHeaders = {
  ETag: header('string', 'Names these bytes, for If-None-Match. Strong.'),
  'Cache-Control': header('string', 'How long caches may keep it.'),
  'Baoku-Seq': header('integer', 'The state of the archive this was read from, or an earlier one.'),
};
const { 'Baoku-Seq': _, ...fileHeaders } = stateHeaders;
const cachedHeaders = {
  ...stateHeaders,
  'Last-Modified': header('string', 'When it changed last.'),
  'Cache-Tag': header('string', 'What to purge it by; also in Surrogate-Key.'),
  Link: header('string', 'The pages beside this one.'),
};

/** Adds what the headers of answers say, and the 304 that no handler gives. */
function describeHeaders(responses: Record<string, Response>, { path, caching, errors }: Route): void {
  const { 200: found, 201: made, 202: begun, 401: stranger, 410: gone } = responses;
  for (const each of [made, begun])
    if (each !== undefined) each.headers = { Location: header('string', 'Where it can be read.') };
  if (isOfArticle(path) || path === '/v1/articles/lookup') {
    responses[308] = {
      description: 'This is an alias, or the URL, of the article at Location.',
      headers: { Location: header('string', 'The address of the article, with the same query.') },
    };
  }
  if (stranger !== undefined) stranger.headers = { 'WWW-Authenticate': header('string', 'Bearer.') };
  if (caching !== 'none') {
    if (found !== undefined) found.headers = caching === 'file' ? fileHeaders : cachedHeaders;
    responses[304] = {
      description: `The client has it already (${caching === 'file' ? 'If-None-Match' : 'If-None-Match, If-Modified-Since'}).`,
      headers: caching === 'file' ? fileHeaders : stateHeaders,
    };
  }
  if (gone !== undefined && errors.includes('changes_expired')) {
    gone.headers = { Link: header('string', 'rel="alternate": a snapshot to start again from.') };
  }
  for (const code of Object.keys(retryAfter) as ErrorCode[]) {
    const response = responses[errorCodes[code].status];
    if (response !== undefined) response.headers = { 'Retry-After': RETRY_AFTER };
  }
}

const describeHeader = (name: keyof typeof requestHeaders) => ({
  name,
  in: 'header',
  required: false,
  schema: { type: 'string' },
  ...requestHeaders[name],
});

/** Adds what the converter leaves out: examples, and how a list is written in a query. */
function completeOperation(operation: Operation, route: Route): void {
  for (const parameter of operation.parameters ?? []) {
    const { example } = parameter.schema;
    if (example !== undefined) parameter.example = example;
    delete parameter.schema.example;
    // A parameter whose schema is a component would lose what is said about it here.
    const { description } = (queryOf(route).shape[parameter.name] as z.ZodType | undefined)?.meta() ?? {};
    if (description !== undefined) parameter.description = description;
    if (parameter.schema.type === 'array') Object.assign(parameter, { style: 'form', explode: false });
  }
  if (operation.requestBody !== undefined && route.body !== undefined) {
    operation.requestBody.description = route.body.description;
    for (const media of Object.values(operation.requestBody.content)) media.example = route.body.example;
  }
  for (const name of route.headers ?? []) {
    operation.parameters = [...(operation.parameters ?? []), describeHeader(name)];
  }
  describeHeaders(operation.responses, route);
  for (const [status, { content = {} }] of Object.entries(operation.responses)) {
    const media = content[route.answer.type ?? 'application/json'];
    if (media !== undefined) media.example = route.answer.example;
    const failed = content['application/problem+json'];
    if (failed !== undefined) {
      failed.example = exampleProblem(Number(status), errorsOf(route), route.path);
    }
  }
}

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/** Leaves out the components that nothing refers to, and the input twins of those that read the same both ways. */
function pruneComponents(document: Document): Document {
  const { schemas } = document.components;
  const same = (name: string) => {
    const output = name.replace(/Input$/, '');
    return output in schemas && JSON.stringify(schemas[name]) === JSON.stringify(schemas[output]) ? output : name;
  };
  const text = JSON.stringify(document).replace(REFERENCE, (_, name) => `"#/components/schemas/${same(name)}"`);
  const pruned = JSON.parse(text) as Document;
  const used = new Set<string>();
  const visit = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(REFERENCE)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(pruned.components.schemas[name]);
    }
  };
  visit(pruned.paths);
  const kept = Object.entries(pruned.components.schemas).filter(([name]) => used.has(name));
  pruned.components.schemas = Object.fromEntries(kept);
  return pruned;
}

/** Serves `/openapi.json` and `/docs`. Register it before the routes, so that it sees them. */
export async function registerReference(
  app: FastifyInstance,
  { origin, version }: { origin: string; version: string },
): Promise<void> {
  await app.register(swagger, {
    convertConstToEnum: false,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Baoku 报库',
        version,
        description: 'A Chinese news archive: articles, and the quotes and statistics found in them.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: origin === '' ? '/' : origin }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'A key, as Authorization: Bearer.' },
          apiKey: {
            type: 'apiKey',
            in: 'header',
            name: 'X-Api-Key',
            description: 'The same key, in a header of its own.',
          },
        },
      },
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => {
      const document = jsonSchemaTransformObject(input) as unknown as Document;
      for (const route of routes) {
        const operation = document.paths[route.path]?.[methodOf(route).toLowerCase()];
        if (operation !== undefined) completeOperation(operation, route);
      }
      return pruneComponents(document) as unknown as ReturnType<typeof jsonSchemaTransformObject>;
    },
  });
  // The reference says nothing of what is in the archive.
  app.addHook('onRoute', (route) => {
    if (/^\/docs(?:\/|$)/.test(route.url)) route.config = { ...route.config, scope: null };
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: CONTENT_SECURITY_POLICY,
    theme: {
      title: 'Baoku API',
      // The bar on top offers to load other documents, and carries the mark of the framework.
      css: [{ filename: 'page.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
  });

  let text: string | undefined;
  app.get('/openapi.json', { schema: { hide: true }, config: { caching: 'item', scope: null } }, (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.header('content-type', 'application/json; charset=utf-8').send(text);
  });
}
