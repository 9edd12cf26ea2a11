import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { createAttemptCounter, createBackupCounter, createMetrics, serveMetrics } from '../../src/http/metrics.js';
import { buildServer } from '../../src/http/server.js';
import { openTestArchive, testOptions, writes } from './archive.js';

t.test('metrics say what was answered, and what the archive is', async (t) => {
  const read = await openTestArchive(t);
  const metrics = createMetrics(read, '1.2.3');
  const options = { ...testOptions, rateLimit: { quota: 12, windowSeconds: 3600 } };
  const app = await buildServer({ read, options, metrics });
  const server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
  t.teardown(async () => {
    await app.close();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const list = { url: '/v1/articles?limit=2' };
  const { headers } = await app.inject(list);
  await app.inject(list);
  await app.inject({ ...list, method: 'HEAD' });
  await app.inject({ ...list, headers: { 'if-none-match': String(headers.etag) } });
  await app.inject(`/v1/articles/${writes[0]?.article.id}`);
  await app.inject('/v1/articles?limit=1000');
  await app.inject('/v1/articles/none');
  await app.inject('/nowhere');
  await app.inject({ url: '/v1/search', query: { q: '茶叶' } });
  for (let more = 0; more < 4; more += 1) await app.inject('/v1/sections');

  const answer = await fetch(`${address}/metrics`);
  t.equal(answer.status, 200);
  t.match(answer.headers.get('content-type'), /^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  for (const [line, expected, why] of [
    ['http_request_duration_seconds_count{route="/v1/articles",method="GET",status="200"}', '2', 'read, then kept'],
    ['http_request_duration_seconds_count{route="/v1/articles",method="HEAD",status="200"}', '1', 'HEAD apart'],
    ['http_request_duration_seconds_count{route="/v1/articles",method="GET",status="304"}', '1', 'not modified'],
    ['http_request_duration_seconds_count{route="/v1/articles",method="GET",status="400"}', '1', 'refused'],
    [
      'http_request_duration_seconds_bucket{route="/v1/articles/:id",method="GET",status="200",le="+Inf"}',
      '1',
      'by route',
    ],
    ['http_request_duration_seconds_count{route="/v1/sections",method="GET",status="429"}', '1', 'over the quota'],
    ['http_cache_total{result="hit"}', '5', 'kept answers: GET, HEAD, If-None-Match and two of sections'],
    ['http_problems_total{code="rate_limited"}', '1', 'by code'],
    ['http_problems_total{code="invalid_parameter"}', '1', 'by code'],
    ['http_problems_total{code="not_found"}', '2', 'by code'],
    ['archive_articles', '48', 'the archive'],
    ['reader_threads_waiting', '0', 'its threads'],
    ['info{version="1.2.3"}', '1', 'the version'],
  ] as const) {
    const found = text.split('\n').find((each) => each.startsWith(`baoku_${line} `));
    t.equal(found?.slice(`baoku_${line} `.length), expected, `${line}: ${why}`);
  }
  t.match(text, /^baoku_search_duration_seconds_count\{list="articles",strategy="[a-z]+"\} 1$/m);
  t.match(text, /^baoku_archive_seq [1-9]/m);
  t.match(text, /^baoku_archive_bytes [1-9]/m);
  t.match(text, /^nodejs_eventloop_lag_p99_seconds /m);
  t.notMatch(text, /limit=|茶叶/, 'nothing of what was asked');
  t.equal((await fetch(`${address}/`)).status, 404);
  t.equal((await fetch(`${address}/metrics`, { method: 'POST' })).status, 404);
  t.equal((await app.inject('/metrics')).statusCode, 429, 'not where everybody asks');
});

t.test('docs and dashboard know the metrics there are', async (t) => {
  const read = await openTestArchive(t);
  const metrics = createMetrics(read, '1.2.3');
  const app = await buildServer({ read, options: testOptions, metrics });
  t.teardown(() => app.close());
  createAttemptCounter(metrics)('delivered');
  createBackupCounter(metrics)(null);
  const own = (await metrics.getMetricsAsJSON()).map(({ name }) => name).filter((name) => name.startsWith('baoku_'));
  const documented = readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `(baoku_\w+)` \|/gm);
  t.same([...documented].map(([, name = '']) => name).sort(), own.sort());
  const known = new Set(metrics.getMetricsAsArray().map(({ name }) => name));
  const shown =
    readFileSync('docs/grafana-dashboard.json', 'utf8').match(/\b(?:baoku|nodejs|process)_\w+(?=\{)/g) ?? [];
  t.ok(shown.length > 20);
  for (const name of shown) t.ok(known.has(name.replace(/_(?:bucket|count|sum)$/, '')), name);
});
