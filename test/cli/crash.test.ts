/**
 * Crash safety: imports and servers are killed at random moments, again and again on one archive. What was acknowledged is there,
 * once and whole, and the file is sound. `CRASH_ROUNDS` asks for more rounds.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { fromJson } from '../../src/domain/json.js';
import { keyRequest } from '../../src/domain/key.js';
import { articleFilter } from '../../src/domain/query.js';
import { KeyService } from '../../src/services/keys.js';
import { examineArchive } from '../../src/store/sqlite/examine.js';
import { migrateArchive } from '../../src/store/sqlite/migrate.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);
/** Milliseconds a process goes on after its first acknowledgement, at most. */
const LONGEST = 300;

const database = join(t.testdir({}), 'archive.sqlite');
migrateArchive(database, { timeZone: '+08:00', at: 0 });
/** What was acknowledged: the title of each article by its id. */
const acknowledged = new Map<string, string>();
const killed = new Set<ChildProcess>();
t.teardown(() => {
  for (const child of killed) child.kill('SIGKILL');
});

function start(words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['src/main.js', ...words, '--database', database], {
    env: { ...process.env, BAOKU_LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  killed.add(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  await sleep(Math.random() * LONGEST);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
}

/** A record with enough in it that a batch takes a while. */
const makeRecord = (name: string) => ({
  url: `https://crash.example/${name}`,
  title: `第${name}号稿件`,
  source: '云岭日报',
  text: `“今年的收成很好。”合作社理事长林茂生说。销售额${name.length}万元,比上年增长18.4%。\n`.repeat(8),
});

/** Imports from standard input until it is killed; each line on standard output acknowledges a page. */
async function crashImport(round: string): Promise<void> {
  const child = start(['import', '-', '--json']);
  child.stdin?.on('error', () => {});
  const names = Array.from({ length: 3_000 }, (_, n) => `${round}i${n}`);
  child.stdin?.end(names.map((name) => `${JSON.stringify(makeRecord(name))}\n`).join(''));
  let ending: Promise<void> | undefined;
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    // The last line may be cut off by the kill, and acknowledges nothing then.
    const { name, id, outcome } = line.endsWith('}') ? JSON.parse(line) : {};
    if (outcome !== 'created') continue;
    acknowledged.set(id, `第${names[Number(name.split(':')[1]) - 1]}号稿件`);
    ending ??= kill(child);
  }
  await ending;
}

/** Writes over HTTP with several clients until the server is killed. */
async function crashServer(round: string, secret: string): Promise<void> {
  const child = start(['serve', '--port', '0', '--no-demo', '--json']);
  const [first] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  const { url } = JSON.parse(first);
  let ending: Promise<void> | undefined;
  let n = 0;
  const write = async () => {
    while (child.signalCode === null) {
      n += 1;
      const record = makeRecord(`${round}s${n}`);
      const body = JSON.stringify(record);
      const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
      const answer = await fetch(`${url}/v1/articles`, { method: 'POST', headers, body }).catch(() => undefined);
      const stored = (await answer?.json().catch(() => undefined)) as
        | { outcome?: string; article: { id: string } }
        | undefined;
      if (stored?.outcome === 'created') {
        acknowledged.set(stored.article.id, record.title);
        ending ??= kill(child);
      } else if (answer === undefined) await sleep(5);
    }
  };
  await Promise.all([write(), write(), write()]);
  await ending;
}

/** Looks at the whole archive. */
async function examine(t: Test, round: string): Promise<void> {
  for await (const { check, status, detail } of examineArchive(database)) {
    t.not(status, 'problem', `${round}: ${check}: ${detail}`);
  }
  const read = openReadStore(database, { threads: 1, deadline: 60_000 });
  const { pages } = await read.openSnapshot('articles', articleFilter.parse({}), { include: [], content: false });
  const found = new Map<string, string>();
  let rows = 0;
  for await (const page of pages) {
    for (const { id, title } of fromJson(page)) {
      rows += 1;
      found.set(id, title);
    }
  }
  t.equal(rows, found.size, `${round}: each article is there once`);
  t.equal((await read.getState()).articleCount, rows, `${round}: and counted`);
  const lost = [...acknowledged].filter(([id, title]) => found.get(id) !== title);
  t.same(lost, [], `${round}: all ${acknowledged.size} that were acknowledged are there`);
  await read.close();
}

t.test('what was acknowledged survives kill -9', async (t) => {
  const write = openWriteStore(database);
  const read = openReadStore(database, { threads: 1 });
  const keys = new KeyService({ read, write, clock: Date.now });
  const { secret } = await keys.create(keyRequest.parse({ name: 'crash', scopes: ['ingest'] }));
  await read.close();
  await write.close();
  for (let n = 0; n < ROUNDS; n += 1) {
    const round = `r${n}`;
    // Alone and at the same time, since two processes share the log of the file.
    if (n % 3 !== 1) await Promise.all([crashImport(round), n % 3 === 2 ? crashServer(round, secret) : undefined]);
    else await crashServer(round, secret);
    await examine(t, round);
  }
  t.ok(acknowledged.size >= ROUNDS, `${acknowledged.size} articles were acknowledged`);
});
