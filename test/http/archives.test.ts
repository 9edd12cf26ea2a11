/** `/v1/archives`: files that never change, a manifest that is true of them, and with the changes behind it the whole archive. */
import { createHash } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import t from 'tap';
import * as z from 'zod';
import { archivedArticle } from '../../src/domain/archives.js';
import { buildServer } from '../../src/http/server.js';
import { inventArticle, override, testOptions } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';
import { openLive } from './live.js';

const NOW = Date.UTC(2020, 0, 1);
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const numbers = Array.from({ length: 30 }, (_, n) => n);

/** Downloads the file of a month, checked against what the manifest says of it; gives its articles by id. */
async function download(app: FastifyInstance, { url, bytes, sha256, ...file }: Body): Promise<Map<string, Body>> {
  const answer = await app.inject(url);
  t.equal(answer.statusCode, 200, url);
  const content = gunzipSync(answer.rawPayload);
  t.same([answer.rawPayload.length, hash(answer.rawPayload)], [bytes, sha256]);
  t.same([content.length, hash(content)], [file.contentBytes, file.contentSha256]);
  const lines = content.toString().trimEnd().split('\n');
  t.equal(lines.length, file.articleCount);
  return new Map(
    lines.map((line) => [JSON.parse(line).id, z.strictObject(archivedArticle.shape).parse(JSON.parse(line))]),
  );
}

/** The manifest, once all its files are of their months as they are. */
async function listArchives(app: FastifyInstance): Promise<Body> {
  for (;;) {
    const manifest = await ask(app, '/v1/archives');
    const isDone = ({ file, seq }: Body) => file !== null && file.seq >= seq;
    if (manifest.data.every(isDone)) return manifest;
  }
}

/** All articles as /v1/articles/{id} gives them. */
async function readAll(app: FastifyInstance): Promise<Map<string, Body>> {
  const { data } = await ask(app, '/v1/articles?limit=100');
  const whole = data.map(async ({ id }: Body) => [id, await ask(app, `/v1/articles/${id}?include=quotes,statistics`)]);
  return new Map(await Promise.all(whole));
}

const withoutOrder = (articles: Map<string, Body>) =>
  new Map([...articles].sort().map(([id, { order: _, ...article }]) => [id, article]));

t.test('all articles, month by month', async (t) => {
  const { app, write } = await openLive(t);
  t.match(await ask(app, '/v1/archives'), { data: [], seq: 0, since: '1-0', isComplete: true, articleCount: 0 });
  await write.publish(numbers.map(inventArticle), NOW);
  const manifest = await listArchives(app);
  t.match(manifest, { archiveId: '1', timeZone: '+08:00', seq: 30, since: '1-30', articleCount: 30, isComplete: true });
  const months = manifest.data.map(({ month }: Body) => month);
  t.same(months, [...months.slice(0, -1)].sort().concat(null), 'oldest first, then what has no date');
  const all = new Map<string, Body>();
  for (const { month, articleCount, file } of manifest.data) {
    t.equal(file.name, `${month ?? 'undated'}-${file.sha256}.ndjson.gz`);
    const articles = await download(app, file);
    t.equal(articles.size, articleCount);
    for (const [id, article] of articles) all.set(id, article);
  }
  t.same(withoutOrder(all), withoutOrder(await readAll(app)), 'they are the archive');
  t.same(new Set([...all.values()].map(({ order }) => order)).size, 30, 'each with a place of its own');
});

t.test('a file never changes, and says so', async (t) => {
  const { app, write } = await openLive(t);
  await write.publish(numbers.map(inventArticle), NOW);
  const { data } = await listArchives(app);
  const { url, sha256, bytes, name } = data[0].file;
  const answer = await app.inject(url);
  t.match(answer.headers, {
    'content-type': 'application/gzip',
    'content-length': String(bytes),
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${sha256}"`,
    'cache-tag': 'archives',
  });
  const held = await app.inject({ url, headers: { 'if-none-match': `"${sha256}"`, 'accept-encoding': 'gzip' } });
  t.same([held.statusCode, held.body, held.headers['content-encoding']], [304, '', undefined]);
  const head = await app.inject({ method: 'HEAD', url });
  t.same([head.statusCode, head.body, head.headers['content-length']], [200, '', String(bytes)]);
  for (const other of [
    '2016-01-x.ndjson.gz',
    `${name}.json`,
    `..%2f${name}`,
    name.replace(/-[0-9a-f]{64}/, `-${'0'.repeat(64)}`),
  ]) {
    t.match(await askInVain(app, `/v1/archives/${other}`), { code: 'not_found' }, other);
  }

  const listed = await app.inject('/v1/archives');
  t.ok(listed.headers.etag);
  const again = await app.inject({ url: '/v1/archives', headers: { 'if-none-match': String(listed.headers.etag) } });
  t.equal(again.statusCode, 304, 'nor does the manifest while nothing is written');
});

t.test('only months that change are made anew, and the changes behind the manifest are the rest', async (t) => {
  const { app, write, read, archivesFolder } = await openLive(t);
  await write.publish(numbers.map(inventArticle), NOW);
  const first = await listArchives(app);
  const nameOf = (manifest: Body, month: string | null) =>
    manifest.data.find((each: Body) => each.month === month)?.file?.name;
  const [moved, gone] = [inventArticle(0), inventArticle(12)];
  const from = first.data[0].month;
  await write.publish(
    [{ ...moved, fingerprint: 'moved', article: { ...moved.article, publishedAt: '2017-02-01T00:00:00+08:00' } }],
    NOW,
  );
  await write.withdraw(gone.article.id, NOW);
  const second = await listArchives(app);
  t.equal(second.seq, 32);
  const changed = [from, '2017-02', gone.article.publishedAt?.slice(0, 7)];
  for (const { month } of first.data) {
    t.equal(nameOf(second, month) === nameOf(first, month), !changed.includes(month), `${month}`);
  }
  const name = nameOf(first, from);
  t.equal((await app.inject(`/v1/archives/${name}`)).statusCode, 200, 'the file before stays for a day');
  const yesterday = NOW / 1000 - 86_400;
  utimesSync(join(archivesFolder, name), yesterday, yesterday);
  writeFileSync(join(archivesFolder, 'killed.making'), '');
  utimesSync(join(archivesFolder, 'killed.making'), yesterday, yesterday);
  await write.publish([inventArticle(31)], NOW);
  await listArchives(app);
  // The manifest may be there before the folder is tidied.
  while ((await app.inject(`/v1/archives/${name}`)).statusCode !== 404) await sleep(10);
  while (readdirSync(archivesFolder).includes('killed.making')) await sleep(10);
  const old = readdirSync(archivesFolder).filter((file) => file === name || file.endsWith('.making'));
  t.same(old, [], 'it goes after a day, and what a killed process left goes as well');

  // Another process that is asked finds what this one made; it makes nothing while making fails.
  const broken = override(read, { openMonths: () => Promise.reject(new Error('no month can be read')) });
  const other = await buildServer({ read: broken, options: { ...testOptions, archivesFolder } });
  t.teardown(() => other.close());
  const third = await ask(other, '/v1/archives');
  t.match(third, { seq: 33, isComplete: true });
  t.equal(nameOf(third, from), nameOf(second, from));
  await write.publish(
    [inventArticle(5)].map((given) => ({ ...given, fingerprint: 'other' })),
    NOW,
  );
  t.match(await askInVain(other, '/v1/archives'), { code: 'internal' });
});

t.test('what is being made is not waited for', async (t) => {
  const { write, read, archivesFolder } = await openLive(t);
  await write.publish(numbers.map(inventArticle), NOW);
  let isHeld = true;
  let begun = 0;
  const slow = override(read, {
    async openMonths() {
      begun += 1;
      while (isHeld) await new Promise((resolve) => setTimeout(resolve, 10));
      return read.openMonths();
    },
  });
  const app = await buildServer({ read: slow, options: { ...testOptions, archivesFolder } });
  t.teardown(() => app.close());
  const [answer, other] = await Promise.all([app.inject('/v1/archives'), app.inject('/v1/archives')]);
  t.match(answer.json(), { isComplete: false, seq: 30, data: [{ file: null }] });
  t.match(other.json(), { isComplete: false });
  t.same([answer.headers.etag, begun], [undefined, 1], 'such a manifest has no name, and files are not made twice');
  isHeld = false;
  await listArchives(app);

  // Of a month that has changed the file before is given, and what changed is behind the seq.
  isHeld = true;
  await write.publish([{ ...inventArticle(0), fingerprint: 'other' }], NOW);
  const behind = await ask(app, '/v1/archives');
  t.match(behind, { isComplete: true, seq: 30, since: '1-30', data: [{ seq: 31, file: { seq: 30 } }] });
  isHeld = false;
});

t.test('where reading takes a key, so do archives', async (t) => {
  const { write, read, archivesFolder } = await openLive(t);
  await write.publish(numbers.map(inventArticle), NOW);
  const options = { ...testOptions, archivesFolder, auth: { anonymousReading: false } };
  const app = await buildServer({ read, options });
  t.teardown(() => app.close());
  t.match(await askInVain(app, '/v1/archives'), { code: 'unauthenticated' });
  t.match(await askInVain(app, `/v1/archives/undated-${'0'.repeat(64)}.ndjson.gz`), { code: 'unauthenticated' });
});
