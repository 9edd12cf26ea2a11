/** `baoku keys`: who may write to the archive, and read where reading is not open to all. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { ArchiveError } from '../domain/errors.js';
import { isLive, keyRequest, type Scope, type StoredKey, scopes } from '../domain/key.js';
import { calendarDate, formatInstant, instant, toInstant } from '../domain/time.js';
import { KeyService, type MadeKey } from '../services/keys.js';
import { type OpenArchive, openArchive } from './archive.js';
import { type CommandFactory, type CommonOptions, createCommand, exitCodes, type Session } from './command.js';

interface CreateOptions extends CommonOptions {
  scope: Scope[];
  section?: string[];
  source?: string[];
  rateLimit?: number;
  expires?: string;
}

const HOUR = 3_600_000;
const parseWhole = (value: string) => {
  if (/^\d{1,7}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number.');
};

export const keysCommand: CommandFactory = (open, finish) => {
  /** Runs `work` on the archive and its keys. */
  const withKeys = async (
    options: CommonOptions,
    work: (keys: KeyService, archive: OpenArchive, session: Session) => Promise<void>,
  ) => {
    const session = open(options);
    const archive = await openArchive(session);
    try {
      await work(new KeyService({ ...archive, clock: session.io.clock }), archive, session);
    } finally {
      await archive.close();
    }
    finish(exitCodes.done);
  };

  const create = createCommand('create', 'Make a key and print its secret, this once.')
    .argument('<name>', 'whose it is')
    .addOption(new Option('--scope <scopes...>', 'what it may do').choices(scopes).default(['ingest'], 'ingest'))
    .option('--section <sections...>', 'it may write only to these sections and below, by slug or names joined with /')
    .option('--source <sources...>', 'it may write only articles of these sources, by slug or name')
    .option('--rate-limit <n>', 'requests it may make in a window', parseWhole)
    .option('--expires <when>', 'when it ends: a day, as 2027-01-01, or an instant')
    .action((name: string, options: CreateOptions) =>
      withKeys(options, async (keys, { timeZone }, session) => {
        const request = keyRequest.parse({
          name,
          scopes: options.scope,
          sections: options.section,
          sources: options.source,
          rateLimit: options.rateLimit,
          expiresAt: options.expires === undefined ? null : parseEnd(options.expires, timeZone),
        });
        await printMade(await keys.create(request), session, timeZone);
      }),
    );

  const list = createCommand('list', 'List all keys, without secrets.').action((options: CommonOptions) =>
    withKeys(options, async (_, { read, timeZone }, session) => {
      for (const key of await read.listKeys()) await session.stdout.writeLine(describe(key, session, timeZone));
    }),
  );

  const rotate = createCommand('rotate', 'Give a key a new secret and print it; the old one holds a while longer.')
    .argument('<id>', 'the key, as keys list shows it')
    .option('--grace <hours>', 'how long the old secret still holds', parseWhole, 24)
    .action((id: string, options: CommonOptions & { grace: number }) =>
      withKeys(options, async (keys, { timeZone }, session) =>
        printMade(await keys.rotate(toId(id), options.grace * HOUR), session, timeZone),
      ),
    );

  const revoke = createCommand('revoke', 'End a key at once and for good.')
    .argument('<id>', 'the key, as keys list shows it')
    .action((id: string, options: CommonOptions) =>
      withKeys(options, async (keys, { timeZone }, session) => {
        await session.stdout.writeLine(describe(await keys.revoke(toId(id)), session, timeZone));
      }),
    );

  const command = new Command('keys').description('Make, list, rotate and revoke the keys of the archive.');
  for (const each of [create, list, rotate, revoke]) command.addCommand(each);
  return command;
};

/** Keys are also named as their secrets begin. */
const toId = (given: string) => given.replace(/^bk_/, '');

function parseEnd(value: string, timeZone: string): number {
  if (calendarDate.safeParse(value).success) return toInstant(value, 0, timeZone);
  if (instant.safeParse(value).success) return Date.parse(value);
  throw new ArchiveError('invalid_configuration', `--expires cannot be "${value}"`, {
    suggestion: 'Write a day that exists, as 2027-01-01, or an instant with its offset.',
  });
}

async function printMade({ key, secret }: MadeKey, { json, stdout, stderr }: Session, timeZone: string): Promise<void> {
  if (json) return stdout.writeLine(JSON.stringify({ ...toPlain(key, timeZone), secret }));
  await stdout.writeLine(secret);
  await stderr.writeLine(
    `This is shown once. ${describeScopes(key)} Send it as Authorization: Bearer, or as X-Api-Key.`,
  );
}

function describe(key: StoredKey, { json, io }: Session, timeZone: string): string {
  if (json) return JSON.stringify(toPlain(key, timeZone));
  const used = key.lastUsedAt === null ? 'not used yet' : `used ${formatInstant(key.lastUsedAt, timeZone)}`;
  const state = key.revokedAt !== null ? 'revoked' : isLive(key, io.clock()) ? used : 'expired';
  return `bk_${key.id}  ${key.name}  ${describeScopes(key)} ${state}`;
}

function describeScopes({ scopes, sections, sources }: StoredKey): string {
  const only = [...sections, ...sources];
  return `${scopes.join(', ')}${only.length === 0 ? '' : `, only ${only.join(', ')}`}.`;
}

function toPlain({ secrets: _, ...key }: StoredKey, timeZone: string) {
  const format = (at: number | null) => (at === null ? null : formatInstant(at, timeZone));
  const { createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  return {
    ...key,
    createdAt: format(createdAt),
    expiresAt: format(expiresAt),
    revokedAt: format(revokedAt),
    lastUsedAt: format(lastUsedAt),
  };
}
