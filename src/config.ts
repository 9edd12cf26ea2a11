/** Settings: environment variables, checked once and frozen. The only reader of the process environment. */
import * as z from 'zod';
import { ArchiveError } from './domain/errors.js';
import { findNearest } from './domain/nearest.js';
import { timeZone } from './domain/time.js';

/** What the documentation says of a setting besides its default. `unit` is null for names, addresses and choices. */
interface SettingMeta {
  unit: string | null;
  description: string;
}

/** A whole number within bounds, as an environment variable gives it. */
const number = (min: number, max: number) =>
  z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);
const meta = (unit: string | null, description: string): SettingMeta & Record<string, unknown> => ({
  unit,
  description,
});
const MiB = 1024 * 1024;

/** Every setting, by its name in the code; the variable is `BAOKU_` and the name in capitals. */
export const settings = z.object({
  databaseUrl: z
    .string()
    .min(1)
    .default('data/baoku.sqlite')
    .meta(meta(null, 'The archive: path or file: URL of its SQLite file, made when it is not there.')),
  host: z.string().min(1).default('127.0.0.1').meta(meta(null, 'Address to listen on; 0.0.0.0 for all.')),
  port: number(0, 65_535).default(3000).meta(meta(null, 'Port to listen on; 0 takes any free one.')),
  timezone: timeZone
    .default('+08:00')
    .meta(
      meta(
        null,
        'Zone of times that pages print without one, and of the times in answers. Fixed once the archive is made.',
      ),
    ),
  logLevel: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta(meta(null, 'What the server writes to its log: fatal, error, warn, info, debug, trace or silent.')),
  readerThreads: number(0, 64)
    .default(0)
    .meta(meta('threads', 'Threads that answer slow queries; 0: one for every core but one.')),
  queryDeadlineMs: number(10, 600_000).default(5000).meta(meta('ms', 'How long one query may take.')),
  cacheBytes: number(0, 64 * 1024 * MiB)
    .default(64 * MiB)
    .meta(meta('bytes', 'Memory for finished answers, which are dropped when the archive changes; 0: none are kept.')),
  streamClients: number(0, 100_000)
    .default(100)
    .meta(meta('clients', 'How many may listen to the stream of changes at the same time.')),
  graphqlMaxCost: number(100, 10_000_000)
    .default(30_000)
    .meta(meta('values', 'How many values the answer to one GraphQL query may hold, as estimated before it runs.')),
  graphqlMaxReads: number(1, 100_000)
    .default(50)
    .meta(meta('reads', 'How often one GraphQL query may read the archive.')),
  graphqlDeadlineMs: number(10, 600_000)
    .default(5_000)
    .meta(meta('ms', 'How long one GraphQL query may go on reading.')),
  graphqlIntrospection: z
    .enum(['on', 'off'])
    .default('on')
    .meta(meta(null, 'Whether the GraphQL schema can be asked for, and GraphiQL is served: on or off.')),
  graphqlQueries: z
    .string()
    .default('')
    .meta(
      meta(null, 'JSON file of the only GraphQL queries that are taken, by the SHA-256 of their text; empty: any.'),
    ),
  anonymousReading: z
    .enum(['on', 'off'])
    .default('on')
    .meta(meta(null, 'Whether reading takes no key: on or off. Writing always takes one.')),
  rateLimit: number(0, 1_000_000)
    .default(0)
    .meta(
      meta(
        'requests',
        'How many an address may make in a window; 0: any number. Keys may have a limit of their own. Behind a proxy, name it as trusted.',
      ),
    ),
  rateLimitWindowSeconds: number(1, 86_400).default(60).meta(meta('s', 'Length of that window.')),
  trustedProxies: z
    .string()
    .default('')
    .meta(meta(null, 'Addresses and networks of proxies whose X-Forwarded-For is believed, separated by commas.')),
  maxLagMs: number(0, 60_000)
    .default(1_000)
    .meta(
      meta(
        'ms',
        'Mean delay of the event loop, over five seconds, above which requests are refused with 503; 0: never.',
      ),
    ),
  metricsAddress: z
    .string()
    .regex(/^(?:(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5})?$/i, 'must be host:port')
    .default('')
    .meta(
      meta(null, 'Address such as 127.0.0.1:9464 where /metrics is served, to anyone who reaches it; empty: nowhere.'),
    ),
  webhookNetworks: z
    .string()
    .default('')
    .meta(
      meta(
        null,
        'Networks such as 10.0.0.0/8 that webhooks may be sent to although they are not public, separated by commas.',
      ),
    ),
  shutdownGraceMs: number(0, 600_000)
    .default(10_000)
    .meta(meta('ms', 'How long requests under way may take to end when the server is stopped.')),
  corsOrigin: z
    .string()
    .min(1)
    .default('*')
    .meta(meta(null, 'Web pages that may call the API: *, or their origins, separated by commas.')),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default('')
    .meta(meta(null, 'Address that links in answers begin with, for a server behind a proxy; empty: links are paths.')),
  articleUrl: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.includes('{id}'), 'must have {id} in it')
    .or(z.literal(''))
    .default('')
    .meta(
      meta(
        null,
        'Address at which people read an article, {id} for its id, in feeds and sitemaps; empty: that of its page.',
      ),
    ),
  websubHub: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default('')
    .meta(meta(null, 'WebSub hub that feeds name; empty: none. Baoku does not tell it of news.')),
  backupFolder: z.string().default('').meta(meta(null, 'Folder for backups that are given no name; empty: none.')),
  backupEveryHours: number(0, 8_760)
    .default(0)
    .meta(meta('h', 'How often the server makes a backup in that folder; 0: never.')),
  backupKeep: number(1, 10_000)
    .default(14)
    .meta(meta('backups', 'How many of the newest backups in that folder the server keeps when it makes one.')),
  mirrorKey: z
    .string()
    .default('')
    .meta(meta(null, 'Key that `baoku mirror` reads its origin with, where that takes one; empty: none.')),
  dictionary: z
    .string()
    .default('')
    .meta(meta(null, 'File with words and synonyms that queries are read by, read anew when it changes; empty: none.')),
  siteRules: z
    .string()
    .default('')
    .meta(meta(null, 'JSON file with selectors for sites that generic extraction gets wrong; empty: none.')),
  maxPageBytes: number(1024, 1024 * MiB)
    .default(16 * MiB)
    .meta(meta('bytes', 'Pages above this are refused.')),
  maxImportBytes: number(1024, Number.MAX_SAFE_INTEGER)
    .default(1024 * MiB)
    .meta(meta('bytes', 'An import over HTTP above this is refused.')),
  maxUnpackedBytes: number(MiB, Number.MAX_SAFE_INTEGER)
    .default(64 * 1024 * MiB)
    .meta(meta('bytes', 'A compressed file is not read past this many unpacked bytes.')),
});
export type Config = Readonly<z.infer<typeof settings>>;

/** The environment variable of a setting: `databaseUrl` is `BAOKU_DATABASE_URL`. */
export function toVariable(setting: string): string {
  return `BAOKU_${setting.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;
}

/**
 * Reads the settings from environment variables; an empty variable is as good as none. Throws `invalid_configuration`
 * naming the variable when a value cannot be used or a `BAOKU_` variable is not known.
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const names = new Map(Object.keys(settings.shape).map((setting) => [toVariable(setting), setting]));
  const given: Record<string, string> = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith('BAOKU_')) continue;
    const setting = names.get(variable);
    if (setting === undefined) {
      const nearest = findNearest(variable, names.keys());
      throw new ArchiveError('invalid_configuration', `There is no setting ${variable}`, {
        parameter: variable,
        suggestion:
          nearest === undefined ? 'Unset it; docs/configuration.md lists all settings.' : `Did you mean ${nearest}?`,
      });
    }
    if (value !== undefined && value !== '') given[setting] = value;
  }
  const result = settings.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const [issue] = result.error.issues;
  const setting = String(issue?.path[0]);
  const variable = toVariable(setting);
  throw new ArchiveError('invalid_configuration', `${variable} cannot be "${given[setting]}": ${issue?.message}`, {
    parameter: variable,
    suggestion: 'docs/configuration.md says what it takes.',
  });
}

/** Whether OTEL_* variables say where traces go, and nothing in them says no. */
export function wantsTracing(environment: Record<string, string | undefined> = process.env): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = environment;
  const isOff = environment.OTEL_SDK_DISABLED === 'true' || environment.OTEL_TRACES_EXPORTER === 'none';
  return !isOff && Boolean(all || traces);
}
