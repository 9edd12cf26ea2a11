/** What a server does beside answering: metrics, webhooks and backups. It is started before the server and stopped after it. */
import { randomUUID } from 'node:crypto';
import { ArchiveError } from '../domain/errors.js';
import {
  createAttemptCounter,
  createBackupCounter,
  createMetrics,
  type Metrics,
  serveMetrics,
} from '../http/metrics.js';
import { keepBackups } from '../services/backups.js';
import { Networks } from '../services/networks.js';
import type { PostOptions } from '../services/webhook-post.js';
import { sendWebhooks } from '../services/webhook-sender.js';
import { backupInThread } from '../store/sqlite/threads/backup-thread.js';
import type { OpenArchive } from './archive.js';
import type { Session } from './command.js';
import { readManifest } from './manifest.js';

/** Must be stopped. */
export interface Upkeep {
  /** Where the server counts its answers; undefined: nobody asks. */
  metrics: Metrics | undefined;
  stop(): Promise<void>;
}

/** For one attempt at a message, in milliseconds. */
const POST_TIMEOUT = 15_000;
/** Between two looks for messages to send, in milliseconds. */
const SEND_EVERY = 500;

/** Between two looks whether a backup is due, in milliseconds. */
const LOOK_EVERY = 60_000;

/** How messages of webhooks are posted. */
export function toPostOptions({ config }: Session): PostOptions {
  const networks = config.webhookNetworks.split(/[\s,]+/).filter((network) => network !== '');
  return { networks: new Networks(networks), version: readManifest().version, timeoutMs: POST_TIMEOUT };
}

/** Starts what the settings ask for. */
export async function startUpkeep(archive: OpenArchive, session: Session): Promise<Upkeep> {
  const { read, write } = archive;
  const { config, io, stderr } = session;
  const post = toPostOptions(session);
  if (config.backupEveryHours > 0 && config.backupFolder === '') {
    throw new ArchiveError('invalid_configuration', 'BAOKU_BACKUP_EVERY_HOURS needs BAOKU_BACKUP_FOLDER', {
      parameter: 'BAOKU_BACKUP_FOLDER',
    });
  }
  const metrics = config.metricsAddress === '' ? undefined : createMetrics(read, post.version);
  const server = metrics && (await listen(metrics, config.metricsAddress));
  const warn = createWarning(session);
  const stop = new AbortController();
  const backups = startBackups(archive, session, { metrics, warn, signal: stop.signal });
  const countAttempt = metrics && createAttemptCounter(metrics);
  const sending = sendWebhooks(
    {
      ...post,
      read,
      write,
      holder: randomUUID(),
      pollMs: SEND_EVERY,
      clock: io.clock,
      random: Math.random,
      warn,
      onAttempt: (_, { error }) => countAttempt?.(error === null ? 'delivered' : 'failed'),
    },
    stop.signal,
  );
  return {
    metrics,
    async stop() {
      stop.abort();
      await Promise.all([sending, backups]).catch((error: Error) => stderr.writeLine(error.message));
      server?.closeAllConnections();
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    },
  };
}

interface Watch {
  metrics: Metrics | undefined;
  warn: (message: string, details: object) => void;
  signal: AbortSignal;
}

/** Makes backups as the settings say. */
async function startBackups({ write }: OpenArchive, { config, io, database }: Session, watch: Watch): Promise<void> {
  const { backupFolder: folder, backupEveryHours: hours, backupKeep: keep } = config;
  if (hours === 0) return;
  const count = watch.metrics && createBackupCounter(watch.metrics);
  await keepBackups(
    {
      folder,
      keep,
      everyMs: hours * 3_600_000,
      make: (file, signal) => backupInThread(database, file, signal),
      write,
      holder: randomUUID(),
      pollMs: LOOK_EVERY,
      clock: io.clock,
      tell({ file, at, error }) {
        count?.(error === null ? at : null);
        if (error !== null) watch.warn('a backup failed', { file, err: error });
      },
    },
    watch.signal,
  );
}

/** Lines beside those that the server logs of requests, in the same form. */
export function createWarning({ config, io, stderr }: Session): (message: string, details: object) => void {
  if (config.logLevel === 'silent' || config.logLevel === 'fatal' || config.logLevel === 'error') return () => {};
  return (message, { err, ...details }: { err?: unknown }) => {
    const error = err instanceof Error ? { err: { type: err.name, message: err.message, stack: err.stack } } : {};
    void stderr.writeLine(
      JSON.stringify({ level: 40, time: io.clock(), pid: process.pid, ...details, ...error, msg: message }),
    );
  };
}

async function listen(metrics: Metrics, address: string): ReturnType<typeof serveMetrics> {
  const { hostname, port } = new URL(`http://${address}`);
  const place = { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 80 : Number(port) };
  return serveMetrics(metrics, place).catch((cause: unknown) => {
    throw new ArchiveError('unavailable', `Metrics cannot be served at ${address}`, {
      suggestion: 'Choose another BAOKU_METRICS_ADDRESS.',
      cause,
    });
  });
}
