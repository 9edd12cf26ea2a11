/**
 * Metrics in the text format of Prometheus, on an address of their own. A request costs a few additions; all else is read
 * when somebody asks for the metrics.
 */
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type SearchReported, searchChannel } from '../services/search.js';
import type { ArchiveState, ReadStore, StoreUsage } from '../store/store.js';
import { toAnswerError } from './problem.js';
import { RequestHistogram } from './request-histogram.js';

/** What is measured, and where it is asked for. */
export type Metrics = Registry;

type Watched = ArchiveState & StoreUsage & { messagesWaiting: number; webhooksPaused: number };
const gauges: readonly [name: string, help: string, pick: (watched: Watched) => number][] = [
  ['archive_seq', 'Number of the newest change; its rate is that of writing, by any process.', ({ seq }) => seq],
  ['archive_articles', 'Published articles.', ({ articleCount }) => articleCount],
  ['archive_changed_timestamp_seconds', 'When the archive changed last.', ({ changedAt }) => changedAt / 1000],
  ['archive_bytes', 'Size of the archive file.', ({ bytes }) => bytes],
  ['archive_wal_bytes', 'Size of its write-ahead log.', ({ logBytes }) => logBytes],
  ['reader_threads_running', 'Slow reads that run.', ({ readsRunning }) => readsRunning],
  ['reader_threads_waiting', 'Slow reads that wait for a thread.', ({ readsWaiting }) => readsWaiting],
  ['snapshots_open', 'Exports under way.', ({ snapshots }) => snapshots],
  ['webhook_messages_waiting', 'Messages for webhooks that wait to be sent.', ({ messagesWaiting }) => messagesWaiting],
  ['webhooks_paused', 'Webhooks to which nothing is sent any more.', ({ webhooksPaused }) => webhooksPaused],
];

/** Metrics of this process, and of the archive that `read` reads. */
export function createMetrics(read: ReadStore, version: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'baoku_info',
    help: 'Always 1; says the version.',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version }, 1);
  // All are asked for together, and read together.
  let reading: Promise<Watched> | undefined;
  const readAll = () => {
    reading ??= Promise.all([read.getState(), read.getUsage(), read.countPending(), read.listWebhooks()])
      .then(([state, usage, pending, webhooks]) => ({
        ...state,
        ...usage,
        messagesWaiting: [...pending.values()].reduce((sum, count) => sum + count, 0),
        webhooksPaused: webhooks.filter(({ pausedAt }) => pausedAt !== null).length,
      }))
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  for (const [name, help, pick] of gauges) {
    const gauge: Gauge = new Gauge({
      name: `baoku_${name}`,
      help,
      registers: [registry],
      collect: async () => gauge.set(pick(await readAll())),
    });
  }
  return registry;
}

/** Counts attempts at messages for webhooks: call what this gives for each. */
export function createAttemptCounter(metrics: Metrics): (status: 'delivered' | 'failed') => void {
  const attempts = new Counter({
    name: 'baoku_webhook_attempts_total',
    help: 'Attempts at messages for webhooks, by what came of them.',
    labelNames: ['result'],
    registers: [metrics],
  });
  return (result) => attempts.inc({ result });
}

/** Counts scheduled backups: call what this gives with the time of each, or null for one that failed. */
export function createBackupCounter(metrics: Metrics): (madeAt: number | null) => void {
  const registers = [metrics];
  const made = new Gauge({
    name: 'baoku_backup_timestamp_seconds',
    help: 'When this process made its newest backup; 0: not yet.',
    registers,
  });
  const failures = new Counter({
    name: 'baoku_backup_failures_total',
    help: 'Scheduled backups that failed.',
    registers,
  });
  return (madeAt) => (madeAt === null ? failures.inc() : made.set(madeAt / 1000));
}

/** Counts what `app` answers, from its routes to come on; and what is answered ahead of it, which is told to what this gives. */
export function registerMetrics(
  app: FastifyInstance,
  metrics: Metrics,
): (route: string, method: string, status: number, seconds: number) => void {
  const requests = new RequestHistogram('baoku_http_request_duration_seconds', 'How long requests took to answer.');
  metrics.registerMetric(requests as never);
  const registers = [metrics];
  const cache = new Counter({
    name: 'baoku_http_cache_total',
    help: 'Requests that may be cached: hit (kept answers), fresh (304 without reading), miss (read).',
    labelNames: ['result'],
    registers,
  });
  const problems = new Counter({
    name: 'baoku_http_problems_total',
    help: 'Requests that were refused or failed, by code: rate_limited, overloaded, not_found …',
    labelNames: ['code'],
    registers,
  });
  const results = { hit: 0, fresh: 0, miss: 0 };
  Object.assign(cache, {
    collect() {
      cache.reset();
      for (const [result, count] of Object.entries(results)) cache.inc({ result }, count);
    },
  });
  const searches = new Histogram({
    name: 'baoku_search_duration_seconds',
    help: 'How long searches took, by how they found.',
    labelNames: ['list', 'strategy'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const observeSearch = (message: unknown) => {
    const { list, strategy, seconds } = message as SearchReported;
    searches.observe({ list, strategy }, seconds);
  };
  channel(searchChannel).subscribe(observeSearch);

  app.addHook('onResponse', (request, reply, done) => {
    const { url, config } = request.routeOptions;
    requests.observe(url ?? '(none)', request.method, reply.raw.statusCode, reply.elapsedTime / 1000);
    if (request.isKept) results.hit += 1;
    else if (reply.raw.statusCode === 304) results.fresh += 1;
    else if (reply.raw.statusCode === 200 && (config.caching === 'list' || config.caching === 'item'))
      results.miss += 1;
    done();
  });
  app.addHook('onError', (_request, _reply, error, done) => {
    problems.inc({ code: toAnswerError(error).code });
    done();
  });
  app.addHook('onClose', (_app, done) => {
    channel(searchChannel).unsubscribe(observeSearch);
    done();
  });
  return (...answered) => {
    requests.observe(...answered);
    results.hit += 1;
  };
}

/** Serves metrics at `/metrics` until it is closed. Whoever reaches the address may read them: it has no keys. */
export async function serveMetrics(metrics: Metrics, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer(async ({ url, method }, response) => {
    if (url?.split('?', 1)[0] !== '/metrics' || (method !== 'GET' && method !== 'HEAD')) {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await metrics.metrics();
      response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
      response.end(method === 'HEAD' ? undefined : text);
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  server.listen({ host, port });
  await once(server, 'listening');
  return server;
}
