import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { openWritableServer } from './writable.js';

t.test('webhooks are made, tested and removed by admins alone', async (t) => {
  const receiver = createServer((_, response) => response.writeHead(202).end()).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  t.teardown(() => receiver.close());
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const { app, keys } = await openWritableServer(t);
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, key = keys.admin) => {
    const headers = { 'x-api-key': key, ...(body && { 'content-type': 'application/json' }) };
    const answer = await app.inject({ method, url: path, headers, ...(body && { payload: JSON.stringify(body) }) });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  };
  for (const key of [keys.read, keys.ingest, keys.edit]) {
    t.match(await ask('POST', '/v1/webhooks', { url }, key), { status: 403 });
    t.match(await ask('GET', '/v1/webhooks', undefined, key), { status: 403 });
  }
  t.match(await ask('POST', '/v1/webhooks', { url: 'ftp://a.example/' }), { status: 422 });
  t.match(await ask('POST', '/v1/webhooks', { url, events: ['article.eaten'] }), { status: 422 });
  const made = await ask('POST', '/v1/webhooks', { url, sections: ['新闻'], description: '要闻组' });
  t.match(made, { status: 201, body: { id: /^wh_/, secret: /^whsec_/, pausedAt: null, sections: ['新闻'] } });
  const path = `/v1/webhooks/${made.body.id}`;
  t.equal(made.headers.location, path);
  const { secret, ...shown } = made.body;
  t.same((await ask('GET', path)).body, shown);
  t.same((await ask('GET', '/v1/webhooks')).body, { data: [shown] });

  t.match(await ask('POST', `${path}/test`), {
    status: 200,
    body: { event: 'test', status: 'delivered', responseStatus: 202 },
  });
  t.match((await ask('GET', `${path}/deliveries?status=delivered`)).body, {
    data: [{ event: 'test', payload: { type: 'test' } }],
  });
  t.same((await ask('GET', `${path}/deliveries?status=failed&limit=5`)).body, { data: [] });
  t.match((await ask('POST', `${path}/pause`)).body, { pauseReason: 'asked', pausedAt: String });
  t.match((await ask('POST', `${path}/resume`)).body, { pauseReason: null, pausedAt: null });
  const rotated = await ask('POST', `${path}/rotate`, { graceSeconds: 60 });
  t.match(rotated, { status: 200, body: { secret: /^whsec_/ } });
  t.not(rotated.body.secret, secret);
  t.same((await ask('POST', `${path}/replay`, { since: 0 })).body, { count: null });
  t.equal((await ask('GET', path)).body.position, 0);
  t.same((await ask('POST', `${path}/replay`, {})).body, { count: 0 });
  t.match(await ask('POST', `${path}/replay`, { message: 'msg_none' }), { status: 404 });
  t.match(await ask('POST', `${path}/replay`, { since: 1, message: 'msg_none' }), { status: 422 });
  t.match(await ask('DELETE', path), { status: 200, body: { id: made.body.id } });
  for (const [method, at] of [
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/test'],
    ['POST', '/pause'],
    ['GET', '/deliveries'],
  ] as const) {
    t.match(await ask(method, path + at), { status: 404, body: { code: 'not_found' } }, `${method} ${at}`);
  }
});
