/** `articlePublished` over WebSocket, as a client of graphql-transport-ws hears it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from 'graphql-ws';
import t, { type Test } from 'tap';
import WebSocket from 'ws';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { inventArticle } from '../http/archive.js';
import { serveGraphql } from './serve.js';

/** An archive of one article with a server in front of it, and a connection that writes. */
async function open(t: Test) {
  const folder = mkdtempSync(join(tmpdir(), 'baoku-subscription-'));
  const file = join(folder, 'archive.sqlite');
  migrateArchive(file, { timeZone: '+08:00', at: 1 });
  const write = openWriteStore(file);
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  await write.publish([inventArticle(0)], 1);
  const clients: Client[] = [];
  const app = await serveGraphql(t, {}, read);
  t.teardown(async () => {
    for (const client of clients) await client.dispose();
    await app.close();
    await read.close();
    await write.close();
    rmSync(folder, { recursive: true });
  });
  const url = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws');
  const listen = (query: string) => {
    const client = createClient({ url: `${url}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    clients.push(client);
    return client.iterate({ query });
  };
  return { write, listen };
}

const published = (given = '') =>
  `subscription { articlePublished${given} { cursor article { id title quotes { text } } } }`;

t.test('articles are heard of as they are published, and after a break from where it was', async (t) => {
  const { write, listen } = await open(t);
  const events = listen(published('(after: "0")'));
  const hear = async (from: AsyncIterator<unknown> = events) => {
    const { value } = (await from.next()) as {
      value: { data: { articlePublished: { cursor: string; article: { id: string } } } };
    };
    return value.data.articlePublished;
  };
  t.match(await hear(), { article: { id: inventArticle(0).article.id, quotes: [{}] } }, 'what was there before');
  await write.publish([inventArticle(1), inventArticle(2)], 2);
  const first = await hear();
  t.equal(first.article.id, inventArticle(1).article.id, 'what another connection wrote');
  await events.return?.();

  await write.withdraw(inventArticle(0).article.id, 3);
  await write.publish([inventArticle(6)], 4);
  const again = listen(published(`(after: "${first.cursor}", section: "财经")`));
  t.equal((await hear(again)).article.id, inventArticle(2).article.id, 'nothing is lost');
  t.equal((await hear(again)).article.id, inventArticle(6).article.id, 'withdrawals are not heard of');
  await again.return?.();
});

t.test('what cannot be listened to is refused', async (t) => {
  const { listen } = await open(t);
  const refused: [query: string, code: string][] = [
    ['{ sources { name } }', 'invalid_query'],
    ['subscription { nothing }', 'invalid_query'],
    ['subscription {', 'invalid_query'],
    [published('(section: "无此栏目")'), 'unknown_section'],
    [published('(after: "99")'), 'changes_expired'],
    [published('(after: "?")'), 'invalid_parameter'],
  ];
  for (const [query, code] of refused) {
    const events = listen(query);
    try {
      const { value } = await events.next();
      t.match(value, { errors: [{ extensions: { code } }] }, query);
    } catch (errors) {
      t.match(errors, [{ extensions: { code } }], query);
    }
    await events.return?.();
  }
});

t.test('a server takes so many clients', async (t) => {
  const { listen } = await open(t);
  const heard = [listen(published('(after: "0")')), listen(published('(after: "0")'))];
  for (const events of heard) await events.next();
  await t.rejects(async () => await listen(published()).next(), { code: 1013 });
});
