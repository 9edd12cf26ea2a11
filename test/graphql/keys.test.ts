/** Who may do what in GraphQL: scopes, archives that are read with a key, and the ways a mutation can go. */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { createClient } from 'graphql-ws';
import t from 'tap';
import WebSocket from 'ws';
import { scopes } from '../../src/domain/key.js';
import { methodOf } from '../../src/http/route.js';
import { askField, findField, openDoors, writing } from './doors.js';
import { post } from './serve.js';

/** A value that a type takes. */
function invent(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return invent(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, invent(field.type)]));
  }
  return type.toString() === 'Int' ? 1 : '1';
}

t.test('each field takes the scope that its route takes', async (t) => {
  const { app, keys } = await openDoors(t);
  const refusals = new Set(['unauthenticated', 'forbidden']);
  for (const route of writing) {
    const needed = findField(route).field.args.filter(({ type }) => isNonNullType(type));
    const given = Object.fromEntries(needed.map((one) => [one.name, invent(one.type)]));
    for (const scope of [null, ...scopes]) {
      const key = scope === null ? undefined : keys[scope];
      const said = await app.inject({
        method: methodOf(route),
        url: route.path.replace(/\{\w+\}/g, '1'),
        headers: key === undefined ? {} : { 'x-api-key': key },
        ...(route.body && { payload: {} }),
      });
      const { errors } = await askField(app, route, given, key);
      const [rest, graphql] = [said.json().code, errors?.[0]?.extensions.code].map(
        (code) => refusals.has(code) && code,
      );
      t.equal(graphql, rest, `${route.operationId} with ${scope}`);
    }
  }
});

const create =
  'mutation ($title: String!) { createArticle(input: { title: $title, text: "正文。" }) { outcome article { id } } }';

t.test('where only registered queries are taken, mutations are registered, too', async (t) => {
  const hash = createHash('sha256').update(create).digest('hex');
  const queries = join(t.testdir({}), 'queries.json');
  writeFileSync(queries, JSON.stringify({ [hash]: create }));
  const { app, keys } = await openDoors(t, {}, { queries });
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  const send = async (payload: object, key?: string) =>
    (
      await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: key === undefined ? {} : { 'x-api-key': key },
        payload: { variables: { title: '登记' }, ...payload },
      })
    ).json();
  t.match(await send({ extensions }), { errors: [{ extensions: { code: 'unauthenticated' } }] });
  t.match(await send({ extensions }, keys.ingest), { data: { createArticle: { outcome: 'created' } } }, 'by its hash');
  t.match(await send({ query: create }, keys.ingest), { data: { createArticle: { outcome: 'unchanged' } } });
  const other = 'mutation { createArticle(input: { title: "别的", text: "正文。" }) { outcome } }';
  t.match(await send({ query: other }, keys.ingest), { errors: [{ extensions: { code: 'unknown_query' } }] });
});

t.test('a mutation goes by POST, and is not kept', async (t) => {
  const { app, keys } = await openDoors(t);
  const headers = { authorization: `Bearer ${keys.ingest}` };
  const byGet = await app.inject({
    url: `/graphql?query=${encodeURIComponent('mutation { pauseWebhook(id: "1") { id } }')}`,
    headers,
  });
  t.match(byGet, { statusCode: 405, headers: { allow: 'POST' } });
  t.match(byGet.json(), { errors: [{ extensions: { code: 'method_not_allowed' } }] });
  const send = (title: string) =>
    app.inject({ method: 'POST', url: '/graphql', headers, payload: { query: create, variables: { title } } });
  for (const outcome of ['created', 'unchanged', 'unchanged']) {
    const answer = await send('青石桥');
    t.match(answer.json(), { data: { createArticle: { outcome } } });
    t.equal(answer.headers['cache-control'], 'no-store');
    t.notOk(answer.headers.etag);
  }
  const secret = await app.inject({
    url: `/graphql?query=${encodeURIComponent('{ keys { id } }')}`,
    headers: { 'x-api-key': keys.admin },
  });
  t.ok(secret.json().data.keys.length > 0);
  t.equal(secret.headers['cache-control'], 'no-store', 'nor is what is shown to a key');
  t.match((await app.inject(`/graphql?query=${encodeURIComponent('{ keys { id } }')}`)).json(), {
    errors: [{ extensions: { code: 'unauthenticated' } }],
  });
});

t.test('the others are carried out when one fails, and each sees what was changed before', async (t) => {
  const { app, keys } = await openDoors(t);
  const query = `mutation ($a: GivenArticle!, $b: GivenArticle!) {
    first: createArticle(input: $a) { article { id section { articleCount } } }
    none: withdrawArticle(id: "none") { id }
    second: createArticle(input: $b) { article { id etag section { articleCount } } } }`;
  const variables = Object.fromEntries(
    ['a', 'b'].map((name) => [name, { title: name, text: '正文。', section: ['新栏'] }]),
  );
  const payload = { query, variables };
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { 'x-api-key': keys.edit } });
  t.match(answer.json(), {
    data: {
      first: { article: { section: { articleCount: 1 } } },
      none: null,
      second: { article: { section: { articleCount: 2 } } },
    },
    errors: [{ path: ['none'], extensions: { code: 'not_found' } }],
  });
  const { id, etag } = answer.json().data.second.article;
  const patched = await app.inject({
    method: 'PATCH',
    url: `/v1/articles/${id}`,
    headers: { 'x-api-key': keys.edit, 'if-match': `"${etag}"` },
    payload: { title: '新题' },
  });
  t.equal(patched.statusCode, 200, 'REST knows its etag');
});

t.test('a long page takes a key; a long document is refused', async (t) => {
  const { app, keys } = await openDoors(t);
  const long = `青石桥\n${'桥下流水。\n'.repeat(20_000)}`;
  const query =
    'query ($content: String!) { previewPage(input: { content: $content, format: text }) { article { title } } }';
  const ask = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/graphql', payload: { query, variables: { content: long } }, headers });
  t.equal((await ask({})).statusCode, 413);
  t.equal((await ask({ 'x-api-key': keys.read })).statusCode, 413);
  t.match((await ask({ 'x-api-key': keys.ingest })).json(), {
    data: { previewPage: { article: { title: '青石桥' } } },
  });
  t.match(await post(app, `{ suggest(q: "${'长'.repeat(33_000)}") { text } }`), {
    errors: [{ extensions: { code: 'query_too_complex', suggestion: /variable/ } }],
  });
});

t.test('an archive that is read with a key is so in GraphQL', async (t) => {
  const { app, keys } = await openDoors(t, { auth: { anonymousReading: false } });
  const query = '{ sources { name } }';
  const ask = (headers: Record<string, string>, method: 'GET' | 'POST') =>
    app.inject({
      method,
      url: `/graphql?query=${encodeURIComponent(query)}`,
      headers,
      ...(method === 'POST' && { payload: { query } }),
    });
  for (const method of ['GET', 'POST'] as const) {
    const stranger = await ask({}, method);
    t.match(stranger, { statusCode: 401, headers: { 'www-authenticate': /^Bearer/ } }, method);
    t.equal((await ask({ 'x-api-key': 'bk_wrong' }, method)).statusCode, 401);
    for (let round = 0; round < 2; round += 1) {
      t.match(
        (await ask({ 'x-api-key': keys.read }, method)).json(),
        { data: { sources: [{}] } },
        'also when it is kept',
      );
      for (const headers of [{ 'x-api-key': keys.ingest }, { upgrade: 'websocket' }] as Record<string, string>[]) {
        const { data, errors } = (await ask(headers, method)).json();
        t.equal(data, null, 'what is kept is not for everybody');
        t.match(errors[0].extensions.code, /^(?:forbidden|unauthenticated)$/);
      }
    }
  }
  const payload = { query: create, variables: { title: '青石桥' } };
  const brought = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { 'x-api-key': keys.ingest } });
  t.match(brought.json(), { data: { createArticle: { outcome: 'created' } } }, 'who brings articles need not read');

  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`.replace('http', 'ws');
  const listen = async (connectionParams: Record<string, unknown>) => {
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
    try {
      const events = client.iterate({ query: 'subscription { articlePublished(after: "0") { article { id } } }' });
      return (await events.next()).value;
    } finally {
      await client.dispose();
    }
  };
  // As many as the server takes, none of which has said who it is.
  const silent = [1, 2].map(() => new WebSocket(url, 'graphql-transport-ws'));
  for (const socket of silent) await once(socket, 'open');
  t.match(await listen({ 'X-Api-Key': keys.read }), { data: { articlePublished: { article: { id: String } } } });
  t.match(await listen({ authorization: `Bearer ${keys.admin}` }), { data: {} });
  for (const params of [{}, { 'x-api-key': 'bk_wrong' }, { 'x-api-key': keys.ingest }])
    await t.rejects(listen(params), { code: 4403 }, JSON.stringify(Object.keys(params)));
  for (const socket of silent) socket.terminate();
});
