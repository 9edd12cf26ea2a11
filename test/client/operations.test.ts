/** The client has every operation of the API, and types it as /openapi.json does: both are compiled against each other. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import openapiTypescript, { astToString } from 'openapi-typescript';
import t from 'tap';
import { createClient } from '../../src/client/index.js';
import { operations } from '../../src/client/operations.js';
import { routes } from '../../src/http/routes/index.js';
import { openWritableServer } from '../http/writable.js';
import { compileProject } from './compile.js';

t.test('every route has its line', async (t) => {
  const known = new Map(Object.entries(operations).map(([name, { method, path }]) => [name, `${method} ${path}`]));
  for (const { operationId, path, method = 'GET' } of routes) {
    t.equal(
      known.get(operationId),
      `${method} ${path}`,
      `add a line "${operationId}" for ${method} ${path} to src/client/operations.ts, its query to queries.ts, its answer to answers.ts`,
    );
    known.delete(operationId);
  }
  t.same([...known.keys()], [], 'and there is no line without a route: remove it from src/client/operations.ts');
});

t.test('clients made from /openapi.json', async (t) => {
  const { app } = await openWritableServer(t);
  const document = (await app.inject('/openapi.json')).json();
  const client = createClient('http://localhost:3000') as unknown as Record<string, unknown>;
  const described = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>);
  for (const { operationId } of described.flatMap((path) => Object.values(path))) {
    t.type(client[operationId], 'function', operationId);
  }
  const folder = t.testdir({});
  writeFileSync(
    join(folder, 'openapi.ts'),
    astToString(await openapiTypescript(document, { defaultNonNullable: false })),
  );
  const source = (path: string) => relative(folder, join(import.meta.dirname, '../../src', path));
  // Parameters are compared both ways, answers by what the client says of them.
  writeFileSync(
    join(folder, 'same.ts'),
    `import type { operations } from './openapi.js';
import type { Operation, operations as ours } from '${source('client/operations.js')}';
type Flat<T> = T extends (infer Item)[] ? Flat<Item>[] : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;
type Some<T> = [NonNullable<T>] extends [never] ? Record<never, never> : NonNullable<T>;
type Sent<O> = O extends { requestBody: { content: { 'application/json': infer Body } } } ? { body: Body } : Record<never, never>;
type Given<O> = O extends { parameters: { query?: infer Q; path?: infer P } } ? Flat<Some<Q> & Some<P> & Sent<O>> : never;
type Answered<O> = O extends { responses: { [status in 200 | 201]?: unknown } & infer All } ? (All[keyof All & (200 | 201)] extends { content: { 'application/json': infer Body } } ? Body : All[keyof All & (200 | 201)] extends { content: { 'application/x-ndjson': infer Row } } ? Row[] : never) : never;
type Input<O> = O extends Operation<infer I, unknown> ? Flat<I> : never;
// Bytes have no type to compare.
type Named<O> = Omit<Input<O>, 'body'>;
type GivenNamed<O> = Omit<Given<O>, 'body'>;
type Output<O> = O extends Operation<unknown, infer R, infer Kind> ? (Kind extends 'rows' ? R[] : R) : never;
declare function check<_Right extends Left, Left>(): void;
${routes
  .map(
    ({
      operationId: name,
      body,
    }) => `check<${body?.kind ? 'GivenNamed' : 'Given'}<operations['${name}']>, ${body?.kind ? 'Named' : 'Input'}<(typeof ours)['${name}']>>();
check<${body?.kind ? 'Named' : 'Input'}<(typeof ours)['${name}']>, ${body?.kind ? 'GivenNamed' : 'Given'}<operations['${name}']>>();
check<Answered<operations['${name}']>, Output<(typeof ours)['${name}']>>();
check<Output<(typeof ours)['${name}']>, Answered<operations['${name}']>>();`,
  )
  .join('\n')}
`,
  );
  writeFileSync(
    join(folder, 'generated.ts'),
    `import createClient from 'openapi-fetch';
import type { paths } from './openapi.js';
const client = createClient<paths>({
  baseUrl: process.argv[2] as string,
  querySerializer: { array: { style: 'form', explode: false } },
});
const { data, error } = await client.GET('/v1/articles', { params: { query: { section: '新闻', facets: ['section', 'year'], limit: 3 } } });
if (error) throw new Error(error.detail);
const id: string = data.data[0]?.id ?? '';
const found = await client.GET('/v1/articles/{id}', { params: { path: { id }, query: { include: ['quotes', 'statistics'] } } });
const quotes: string[] = (found.data?.quotes ?? []).map(({ text }) => text);
const missing = await client.GET('/v1/articles/{id}', { params: { path: { id: 'nothing' } } });
// @ts-expect-error A parameter that is not there.
const refused = await client.GET('/v1/articles', { params: { query: { sections: '新闻' } } });
console.log(JSON.stringify({
  titles: data.data.map(({ title }) => title), years: data.facets?.year?.length, quotes: quotes.length,
  missing: missing.error?.code, refused: refused.error?.suggestion,
}));
`,
  );
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: 'es2023', module: 'nodenext', types: ['node'] },
    noUncheckedIndexedAccess: true,
  };
  const project = { compilerOptions, files: ['same.ts', 'generated.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const run = promisify(execFile);
  t.equal(await compileProject(folder), '', 'both compile, strictly');

  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const { stdout } = await run('node', ['--import', 'tsx', join(folder, 'generated.ts'), address]);
  const answer = JSON.parse(stdout);
  t.equal(answer.titles.length, 3);
  t.match(answer, { years: 2, missing: 'not_found', refused: 'Did you mean "section"?' });
});
