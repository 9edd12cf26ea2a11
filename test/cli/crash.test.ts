/**
 * Crash safety: imports and servers are killed at random moments, again and again on one archive. What was acknowledged — articles,
 * edits, corrections, withdrawals — is there, once and whole, the file is sound, and webhooks are told of all of it. `CRASH_ROUNDS`
 * asks for more rounds.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { keyRequest } from '../../src/domain/key.js';
import { articleFilter } from '../../src/domain/query.js';
import { webhookRequest } from '../../src/domain/webhook.js';
import { KeyService } from '../../src/services/keys.js';
import { Networks } from '../../src/services/networks.js';
import { WebhookService } from '../../src/services/webhooks.js';
import { fromJson } from '../../src/store/json.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { examineArchive } from '../../src/store/sqlite/upkeep/examine.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);
/** Milliseconds a process goes on after its first acknowledgement, at most. */
const LONGEST = 300;
/** The source that the webhook asks for. */
const HEARD = '临溪晚报';

const database = join(t.testdir({}), 'archive.sqlite');
migrateArchive(database, { timeZone: '+08:00', at: 0 });
/** What an article may be after all that was acknowledged: one of these titles, or gone (null). While an answer is awaited, both ways. */
const acknowledged = new Map<string, readonly (string | null)[]>();
/** How many corrections an article may have. */
const corrections = new Map<string, readonly number[]>();
/** Articles that came in through a server: webhooks are to be told of them. */
const published = new Set<string>();
/** The article that each message was about, by the id of the message. */
const messages = new Map<string, string>();
const killed = new Set<ChildProcess>();
t.teardown(() => {
  for (const child of killed) child.kill('SIGKILL');
});

/** Settings of whoever runs the tests are none of these processes'. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BAOKU_')));

function start(words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['src/main.js', ...words, '--database', database], {
    env: { ...environment, BAOKU_LOG_LEVEL: 'silent', BAOKU_WEBHOOK_NETWORKS: '127.0.0.0/8' },
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
const makeRecord = (name: string, source = '云岭日报') => ({
  url: `https://crash.example/${name}`,
  title: `第${name}号稿件`,
  source,
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
    acknowledged.set(id, [`第${names[Number(name.split(':')[1]) - 1]}号稿件`]);
    ending ??= kill(child);
  }
  await ending;
}

/** Changes an article in one of four ways, and notes what it may be from then on. */
async function change(send: (method: string, path: string, body?: object) => Promise<boolean>, id: string, n: number) {
  const [title = ''] = acknowledged.get(id) ?? [];
  const way = n % 4;
  if (way === 1) {
    acknowledged.set(id, [title, `${title}改`]);
    if (await send('PATCH', `/v1/articles/${id}`, { title: `${title}改` })) acknowledged.set(id, [`${title}改`]);
  } else if (way === 2) {
    corrections.set(id, [0, 1]);
    const item = { text: '销售额', value: '1', measure: '次数' };
    if (await send('POST', `/v1/articles/${id}/statistics`, item)) corrections.set(id, [1]);
  } else if (way === 3) {
    acknowledged.set(id, [title, null]);
    if (await send('DELETE', `/v1/articles/${id}`)) acknowledged.set(id, [null]);
  }
}

/** Starts a server and gives its address. */
async function startServer(): Promise<{ child: ChildProcess; url: string }> {
  const child = start(['serve', '--port', '0', '--no-demo', '--json']);
  const [first] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  return { child, url: JSON.parse(first).url };
}

/** Writes over HTTP with several clients until the server is killed. */
async function crashServer(round: string, secret: string): Promise<void> {
  const { child, url } = await startServer();
  let ending: Promise<void> | undefined;
  let n = 0;
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'if-match': '*' };
    const options = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${url}${path}`, options).catch(() => undefined);
    const parsed: unknown = await answer?.json().catch(() => undefined);
    return answer?.ok && parsed !== undefined ? (parsed as { outcome?: string; article: { id: string } }) : undefined;
  };
  const write = async () => {
    while (child.signalCode === null) {
      n += 1;
      const mine = n;
      const record = makeRecord(`${round}s${mine}`, HEARD);
      const stored = await ask('POST', '/v1/articles', record);
      if (stored?.outcome === 'created') {
        const { id } = stored.article;
        acknowledged.set(id, [record.title]);
        published.add(id);
        ending ??= kill(child);
        await change(async (...request) => (await ask(...request)) !== undefined, id, mine);
      } else if (stored === undefined) await sleep(5);
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
  const lost = [...acknowledged].filter(([id, allowed]) => !allowed.includes(found.get(id) ?? null));
  t.same(lost, [], `${round}: all ${acknowledged.size} that were acknowledged are as they were left`);
  for (const [id, allowed] of corrections) {
    const { length } = await read.listCorrections(id);
    if (!allowed.includes(length)) t.fail(`${round}: ${id} has ${length} corrections`);
  }
  await read.close();
}

/** Takes the messages of a webhook. */
async function listen(): Promise<string> {
  const receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const id = String(request.headers['webhook-id']);
    const about = JSON.stringify(Object.values(JSON.parse(body).data).slice(0, 2));
    t.equal(messages.get(id) ?? about, about, 'a message that comes again says the same');
    messages.set(id, about);
    response.writeHead(204).end();
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  t.teardown(() => {
    receiver.close();
    receiver.closeAllConnections();
  });
  return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
}

/** The articles that messages told of. */
const listTold = () => new Set([...messages.values()].map((about) => JSON.parse(about)[1] as string));

t.test('what was acknowledged survives kill -9', async (t) => {
  const write = openWriteStore(database);
  const read = openReadStore(database, { threads: 1 });
  const keys = new KeyService({ read, write, clock: Date.now });
  const { secret } = await keys.create(keyRequest.parse({ name: 'crash', scopes: ['edit'] }));
  const networks = new Networks(['127.0.0.0/8']);
  const webhooks = new WebhookService({ read, write, networks, version: '0', timeoutMs: 5_000, clock: Date.now });
  await webhooks.create(webhookRequest.parse({ url: await listen(), sources: [HEARD] }));
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

  // Whoever was killed last holds the lease of sending, and would for half a minute.
  const last = openWriteStore(database);
  await last.holdLease('webhooks', 'test', { at: Date.now() + 3_600_000, until: 0 });
  await last.close();
  const { child } = await startServer();
  const untold = () => [...published].filter((id) => !listTold().has(id)).length;
  while (untold() > 0 && child.exitCode === null) await sleep(50);
  t.equal(untold(), 0, `webhooks were told of all ${published.size} that came in through servers`);
  t.equal(new Set(messages.values()).size, messages.size, 'of each change in one message');
  child.kill('SIGKILL');
  await once(child, 'close');
});
