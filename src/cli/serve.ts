/** `baoku serve`: the API over HTTP, with the demo archive in it when there is nothing else. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { wantsTracing } from '../config.js';
import { ArchiveError } from '../domain/errors.js';
import { articleFilter } from '../domain/query.js';
import { defaultQueryLimits } from '../graphql/engine.js';
import { registerGraphql } from '../graphql/server.js';
import { defaultStreamOptions } from '../http/routes/change-stream.js';
import { buildServer, defaultServerLimits } from '../http/server.js';
import { readQuery } from '../services/dictionary.js';
import { publishOnTime } from '../services/schedule.js';
import { createServices } from '../services/services.js';
import { toPath } from '../store/sqlite/connect.js';
import { openWriterThread } from '../store/sqlite/threads/writer.js';
import type { ReadStore } from '../store/store.js';
import { openArchive } from './archive.js';
import {
  type CommandFactory,
  type CommonOptions,
  createCommand,
  type ExitCode,
  exitCodes,
  type Session,
} from './command.js';
import { loadDemo } from './demo.js';
import { followDictionary } from './dictionary.js';
import { loadSiteRules, openThreads } from './extraction.js';
import { greet } from './greeting.js';
import { readManifest } from './manifest.js';
import { startTracing } from './tracing.js';
import { createWarning, startUpkeep, toPostOptions, type Upkeep } from './upkeep.js';

type Server = Awaited<ReturnType<typeof buildServer>>;

/** Threads that read the pages brought in over HTTP: reading the archive comes first. */
const EXTRACTION_THREADS = 1;
/** So long that something that takes a second once, here or beside it on the machine, is not a server that is behind. */
const LAG_SAMPLE_MS = 5_000;

interface ServeOptions extends CommonOptions {
  port?: number;
  host?: string;
  demo: boolean;
}

export const serveCommand: CommandFactory = (open, finish) =>
  createCommand('serve', 'Serve the API over HTTP.')
    .option('--port <n>', 'port to listen on; 0 takes a free one (BAOKU_PORT; 3000)', parsePort)
    .option('--host <address>', 'address to listen on; 0.0.0.0 for all (BAOKU_HOST; 127.0.0.1)')
    .option('--no-demo', 'leave an empty archive empty instead of loading the demo articles')
    .action(async (options: ServeOptions) => {
      finish(await serve(options, open(options)));
    });

async function serve(options: ServeOptions, session: Session): Promise<ExitCode> {
  const { config, io, stdout } = session;
  const leaveDictionary = followDictionary(session);
  const siteRules = await loadSiteRules(config.siteRules);
  const archive = await openArchive(session, openWriterThread);
  let upkeep: Upkeep | undefined;
  const { version } = readManifest();
  const tracing = wantsTracing(io.environment) ? await startTracing(version, createWarning(session)) : undefined;
  const extraction = openThreads(EXTRACTION_THREADS, { timeZone: archive.timeZone, siteRules, packs: true });
  const services = createServices({
    ...archive,
    clock: io.clock,
    extractor: extraction.extractor,
    limits: config,
    post: toPostOptions(session),
  });
  const scheduled = new AbortController();
  const schedule = publishOnTime({
    ...archive,
    clock: io.clock,
    report: (error) => void session.stderr.writeLine(`scheduled articles could not be published: ${error}`),
    signal: scheduled.signal,
  });
  try {
    const isUntouched = (await archive.read.getState()).seq === 0 && (await archive.read.getMirror()) === null;
    if (options.demo && isUntouched) await loadDemo(archive, session);
    upkeep = await startUpkeep(archive, session);
    const explorer = findExplorer();
    const app = await buildServer({
      read: archive.read,
      metrics: upkeep.metrics,
      tracer: tracing?.requests,
      services,
      options: {
        version,
        explorer,
        publicUrl: config.publicUrl === '' ? null : config.publicUrl.replace(/\/$/, ''),
        corsOrigins: config.corsOrigin === '*' ? '*' : splitList(config.corsOrigin),
        log: { level: config.logLevel, stream: io.stderr },
        auth: { anonymousReading: config.anonymousReading === 'on' },
        cache: { maxBytes: config.cacheBytes },
        now: () => performance.now(),
        rateLimit: { quota: config.rateLimit, windowSeconds: config.rateLimitWindowSeconds },
        overload: { maxLagMs: config.maxLagMs, sampleMs: LAG_SAMPLE_MS },
        archivesFolder: `${toPath(session.database)}.archives`,
        trustedProxies: splitList(config.trustedProxies),
        stream: { ...defaultStreamOptions, maxClients: config.streamClients },
        publication: {
          articleUrl: config.articleUrl === '' ? null : config.articleUrl,
          hubUrl: config.websubHub === '' ? null : config.websubHub,
        },
        limits: { ...defaultServerLimits, pageBytes: config.maxPageBytes, importBytes: config.maxImportBytes },
      },
    });
    await registerGraphql(app, {
      limits: { ...defaultQueryLimits, cost: config.graphqlMaxCost },
      budget: { reads: config.graphqlMaxReads, milliseconds: config.graphqlDeadlineMs },
      introspection: config.graphqlIntrospection === 'on',
      queries: config.graphqlQueries === '' ? null : config.graphqlQueries,
      maxClients: config.streamClients,
    });
    await warmUp(archive.read);
    const url = await listen(app, options.host ?? config.host, options.port ?? config.port);
    const { articleCount } = await archive.read.getState();
    await stdout.writeLine(
      session.json
        ? JSON.stringify({ url, database: session.database, articleCount })
        : await greet({
            url,
            database: session.database,
            articleCount,
            hasExplorer: explorer !== null,
            hasGraphiql: app.hasRoute({ method: 'GET', url: '/graphiql' }),
            read: archive.read,
          }),
    );
    if (!io.signal.aborted) await once(io.signal, 'abort');
    await close(app, config.shutdownGraceMs);
  } finally {
    await upkeep?.stop();
    leaveDictionary();
    scheduled.abort();
    await schedule;
    await services.close();
    await extraction.close();
    await archive.close();
    await tracing?.stop();
  }
  return exitCodes.done;
}

/**
 * Loads the dictionary and starts a reader thread, so that the first search does not wait for them. On a machine so busy that
 * this takes longer than a query may, the thread goes on starting.
 */
async function warmUp(read: ReadStore): Promise<void> {
  const { query } = readQuery('报库');
  const options = { sort: 'relevance', limit: 1, include: [], content: false } as const;
  try {
    await read.search('articles', articleFilter.parse({}), query, options);
  } catch (error) {
    if (!(error instanceof ArchiveError && error.code === 'deadline_exceeded')) throw error;
  }
}

/** Where the built explorer lies, beside the built program or above its source; null: it was not built. */
function findExplorer(): string | null {
  const folder = fileURLToPath(new URL('../../dist/explorer', import.meta.url));
  return existsSync(folder) ? folder : null;
}

/** The values of a setting that takes several, with commas. */
function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Starts to listen and gives the address to open in a browser. */
async function listen(app: Server, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason = { EADDRINUSE: 'it is in use', EACCES: 'it takes more rights', EADDRNOTAVAIL: 'no such address' };
    if (typeof code !== 'string' || !(code in reason)) throw error;
    throw new ArchiveError('unavailable', `Cannot listen on ${host}:${port}: ${reason[code as keyof typeof reason]}`, {
      suggestion: 'Choose another one with --port or --host.',
      cause: error,
    });
  }
  const address = app.server.address() as AddressInfo;
  const everywhere = address.address === '0.0.0.0' || address.address === '::';
  const name = everywhere ? 'localhost' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}`;
}

/** Lets requests under way end, for so long, and then cuts them off. */
async function close(app: Server, graceMs: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), graceMs);
  await app.close();
  clearTimeout(timer);
}

function parsePort(value: string): number {
  const port = Number(value);
  if (value.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}
