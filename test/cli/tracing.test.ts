/** Tracing: what a server does for a request arrives at a collector as one trace, and says nothing that is nobody's business. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { run } from '../../src/cli/run.js';
import { wantsTracing } from '../../src/config.js';
import { collectText, runCommand } from '../helpers/command.js';

interface Received {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}
interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}

/** A server that takes whatever is posted to it. */
async function receive(t: Test): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    received.push({ url: request.url ?? '', headers: request.headers, body });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

t.test('a server traces when it is told where to', async (t) => {
  const cases: [environment: Record<string, string>, expected: boolean, why: string][] = [
    [{}, false, 'nothing is said'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, true, 'a collector'],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c:4318/v1/traces' }, true, 'one for traces'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false, 'empty is none'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_SDK_DISABLED: 'true' }, false, 'switched off'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_TRACES_EXPORTER: 'none' }, false, 'no traces'],
  ];
  for (const [environment, expected, why] of cases) t.equal(wantsTracing(environment), expected, why);
});

t.test('requests, and what is done for them, are one trace', async (t) => {
  const collector = await receive(t);
  const hook = await receive(t);
  const database = join(t.testdir({}), 'a.sqlite');
  const { out } = await runCommand(['keys', 'create', '追踪', '--scope', 'admin', '--database', database, '--json']);
  const { secret } = JSON.parse(out);
  const variables = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-token=verysecret',
    OTEL_SERVICE_NAME: 'archive-under-test',
  };
  const before = { ...process.env };
  Object.assign(process.env, variables);
  t.teardown(() => {
    process.env = before;
  });
  const [stdout, printed] = collectText();
  const [stderr, log] = collectText();
  const stop = new AbortController();
  const exit = run(['serve', '--port', '0', '--no-demo', '--json', '--database', database], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    environment: { ...variables, BAOKU_WEBHOOK_NETWORKS: '127.0.0.0/8' },
    signal: stop.signal,
    clock: Date.now,
  });
  t.teardown(() => stop.abort());
  while (printed() === '') await sleep(20);
  const { url } = JSON.parse(printed());
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const looked = `${url}/v1/search?q=${encodeURIComponent('机密查询')}&type=quote`;
  t.equal((await fetch(looked, { headers: { traceparent } })).status, 200);
  for (let n = 0; n < 4; n += 1) t.equal((await fetch(`${url}/v1/sections`)).status, 200);
  t.equal(
    (await post('/v1/articles', { title: '青石桥今日通车', source: '云岭日报', text: '总投资3亿元。' })).status,
    201,
  );
  t.equal((await fetch(`${url}/v1/articles/none`)).status, 404);
  const { id } = (await (await post('/v1/webhooks', { url: `${hook.url}/hidden/path` })).json()) as { id: string };
  t.equal((await post(`/v1/webhooks/${id}/test`, {})).status, 200);
  stop.abort();
  t.equal(await exit, 0);

  const sent = collector.received.filter(({ url }) => url === '/v1/traces');
  t.ok(sent.length > 0);
  for (const { headers } of sent) t.equal(headers['x-token'], 'verysecret');
  const all = sent.map(({ body }) => body).join('\n');
  t.match(all, 'archive-under-test');
  for (const hidden of ['机密', encodeURIComponent('机密'), secret, 'verysecret', '/hidden/path', '青石桥'])
    t.notMatch(all, hidden, `nothing says ${hidden}`);
  t.notMatch(log(), 'verysecret');

  const spans: ReceivedSpan[] = sent.flatMap(({ body }) =>
    JSON.parse(body).resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: ReceivedSpan[] }[] }) =>
      scopeSpans.flatMap(({ spans }) => spans),
    ),
  );
  const named = (name: string) => spans.filter((span) => span.name === name);
  const attributeOf = (span: ReceivedSpan | undefined, name: string) =>
    Object.values(span?.attributes.find(({ key }) => key === name)?.value ?? {})[0];
  const childOf = (name: string, parent: ReceivedSpan | undefined) =>
    named(name).filter(({ parentSpanId }) => parentSpanId === parent?.spanId);
  const [search] = named('GET /v1/search');
  t.match(
    search,
    { traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' },
    'of the client’s trace',
  );
  t.equal(attributeOf(search, 'http.route'), '/v1/search');
  t.equal(Number(attributeOf(search, 'http.response.status_code')), 200);
  t.equal(childOf('read search', search).length > 0, true, 'its read in a thread');
  t.match(log(), /"traceId":"0af7651916cd43dd8448eb211c80319c".*"url":"\/v1\/search/, 'the log says which');
  t.equal(named('GET /v1/sections').length, 4, 'also what left by the front door');
  const [created] = named('POST /v1/articles');
  t.equal(childOf('extract', created).length, 1);
  t.equal(childOf('write publish', created).length, 1);
  t.equal(Number(attributeOf(named('GET /v1/articles/:id')[0], 'http.response.status_code')), 404);
  const [tested] = named('POST /v1/webhooks/:id/test');
  const [posted] = childOf('POST webhook', tested);
  t.equal(attributeOf(posted, 'server.address'), '127.0.0.1');
  const message = hook.received.find(({ headers }) => String(headers.traceparent).includes(posted?.spanId ?? '-'));
  t.equal(message?.headers.traceparent, `00-${posted?.traceId}-${posted?.spanId}-01`, 'the receiver can go on with it');
  t.equal(named('write holdLease').length, 0, 'what the server does by itself is no trace');
});
