/** The archive the HTTP tests ask: 48 invented articles in a real store, and a server in front of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import { countChars, layOut } from '../../src/domain/article.js';
import { addDays } from '../../src/domain/time.js';
import type { ArticleWrite } from '../../src/domain/write.js';
import { buildServer, defaultServerLimits, type ServerOptions } from '../../src/http/server.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import type { ReadStore } from '../../src/store/store.js';
import type { WriteStore } from '../../src/store/writing.js';

const sections = [
  [{ name: '新闻', slug: 'xin-wen' }],
  [
    { name: '新闻', slug: 'xin-wen' },
    { name: '乡村', slug: 'xiang-cun' },
  ],
  [{ name: '财经', slug: 'cai-jing' }],
  [],
];
const sources = [{ name: '云岭日报', slug: 'yun-ling-ri-bao' }, { name: '临溪晚报', slug: 'lin-xi-wan-bao' }, null];
const speakers = [
  { speaker: '林茂生', role: '合作社理事长', organization: '清溪合作社' },
  { speaker: '陈立春', role: null, organization: null },
  { speaker: null, role: null, organization: null },
  { speaker: '何以宽', role: '镇长', organization: '沙井镇' },
  { speaker: '一位茶农', role: '茶农', organization: '该合作社' },
  { speaker: '县气象台', role: null, organization: null },
];
const kinds = ['direct', 'indirect', 'testimonial'] as const;

/** The article of a number: everything about it follows from the number. */
export function inventArticle(n: number): ArticleWrite {
  const id = `a${String(n).padStart(15, '0')}`;
  const date = addDays('2016-01-04', n * 11);
  const who = speakers[(n / 2) % 6] ?? { speaker: null, role: null, organization: null };
  const words = `今年第${n}批茶叶已经上市。`;
  const figure = `${n * 10}万元`;
  const laidOut = layOut({
    title: `云岭茶讯第${n}期`,
    subtitle: null,
    lead: n % 5 === 0 ? '春茶上市。' : null,
    body: [
      { type: 'heading', level: 2, text: '上市' },
      { type: 'paragraph', text: `“${words}”${who.speaker ?? '茶农'}说。销售额${figure}。` },
      { type: 'list', ordered: false, items: ['采摘', '炒制'] },
      {
        type: 'table',
        caption: null,
        rows: [
          ['镇', '产量'],
          ['青禾', '3'],
        ],
      },
      { type: 'image', url: 'https://img.example/tea.jpg', alt: null, caption: '茶园' },
    ],
  });
  const { text, body } = laidOut;
  const locate = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const source = sources[n % 3] ?? null;
  return {
    article: {
      id,
      url: n % 4 === 0 ? `https://news.example/${n}` : null,
      title: `云岭茶讯第${n}期`,
      subtitle: null,
      lead: n % 5 === 0 ? '春茶上市。' : null,
      breadcrumb: sections[n % 4]?.map(({ name }) => name) ?? [],
      issue: source?.slug === 'yun-ling-ri-bao' ? { date, page: `0${(n % 2) + 1}` } : null,
      byline: '柳如意',
      publishedAt: n % 12 === 11 ? null : `${date}T08:30:00+08:00`,
      keywords: ['茶'],
      aliases: [],
      charCount: countChars(laidOut),
      extractor: 'test',
      body,
      text,
    },
    section: sections[n % 4] ?? [],
    source,
    addresses: [],
    quotes:
      n % 2 === 0
        ? [
            {
              id: `${id}-q`,
              text: words,
              kind: kinds[n % 3] ?? 'direct',
              ...who,
              verb: '说',
              span: locate(words),
              confidence: 0.9,
              rule: 'test',
            },
          ]
        : [],
    statistics:
      n % 3 !== 0
        ? [
            {
              id: `${id}-s`,
              text: figure,
              value: String(n * 10),
              valueMax: null,
              qualifier: null,
              unit: '万元',
              measure: '茶叶销售额',
              asOf: { text: '当日', from: date, to: date },
              normalizedValue: String(n * 100_000),
              normalizedValueMax: null,
              normalizedUnit: 'CNY',
              basis: 'level',
              span: locate(figure),
              confidence: 0.8,
              rule: 'test',
            },
          ]
        : [],
    original: { name: `${n}.txt`, mediaType: 'text/plain', bytes: Buffer.from(text), hints: '{}' },
    fingerprint: `f${n}`,
  };
}

export const writes = Array.from({ length: 48 }, (_, n) => inventArticle(n));
/** In the archive, but withdrawn from it. */
export const withdrawnId = inventArticle(99).article.id;

export const testOptions: ServerOptions = {
  version: '1.2.3',
  explorer: null,
  publicUrl: null,
  corsOrigins: '*',
  log: { level: 'silent' },
  auth: { anonymousReading: true },
  cache: { maxBytes: 2 ** 20 },
  rateLimit: { quota: 0, windowSeconds: 1 },
  // It stands still, so that nothing comes back of a quota on a slow machine.
  now: () => 0,
  overload: { maxLagMs: 0, sampleMs: 1_000 },
  // Made when it is used: where it is, it is one of each archive.
  archivesFolder: join(tmpdir(), 'baoku-archives-of-no-test'),
  trustedProxies: [],
  stream: { maxClients: 2, pollMs: 20, heartbeatMs: 100 },
  publication: { articleUrl: null, hubUrl: null },
  limits: defaultServerLimits,
};

/** Fills an archive in a temporary folder that goes with the test, and opens it for reading. */
export async function openFilled(
  t: Test,
  fill: (store: WriteStore) => Promise<unknown>,
  verbose?: (statement: unknown) => void,
): Promise<{ read: ReadStore; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'baoku-http-'));
  const file = join(folder, 'archive.sqlite');
  migrateArchive(file, { timeZone: '+08:00', at: 0 });
  const store = openWriteStore(file);
  await fill(store);
  await store.close();
  // A reader thread starts slowly where its code is compiled on the way, and that is not what these tests are about.
  const read = openReadStore(file, { threads: 1, deadline: 60_000, ...(verbose && { verbose }) });
  t.teardown(async () => {
    await read.close();
    rmSync(folder, { recursive: true });
  });
  return { read, file };
}

/** A store that does some things otherwise than `read` does. */
export function override(read: ReadStore, methods: Partial<ReadStore>): ReadStore {
  return new Proxy(read, {
    get: (target, name) => {
      const method = methods[name as keyof ReadStore] ?? target[name as keyof ReadStore];
      return method.bind(target);
    },
  });
}

/** Fills an archive with the invented articles. */
export async function fillWithArticles(store: WriteStore): Promise<void> {
  await store.publish([...writes, inventArticle(99)], Date.UTC(2020, 0, 1));
  await store.withdraw(withdrawnId, Date.UTC(2020, 0, 2));
}

/** Opens an archive of the invented articles. */
export async function openTestArchive(t: Test, verbose?: (statement: unknown) => void): Promise<ReadStore> {
  return (await openFilled(t, fillWithArticles, verbose)).read;
}

async function serve(t: Test, read: ReadStore, options: Partial<ServerOptions>): Promise<FastifyInstance> {
  const app = await buildServer({ read, options: { ...testOptions, ...options } });
  t.teardown(() => app.close());
  return app;
}

/** A server in front of such an archive. */
export async function openTestServer(t: Test, options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const { read, file } = await openFilled(t, fillWithArticles);
  return serve(t, read, { archivesFolder: `${file}.archives`, ...options });
}

/** A server in front of an archive of other articles. */
export async function serveArticles(t: Test, articles: readonly ArticleWrite[]): Promise<FastifyInstance> {
  const { read } = await openFilled(t, (store) => store.publish(articles, Date.UTC(2020, 0, 1)));
  return serve(t, read, {});
}
