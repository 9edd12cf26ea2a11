/** Both doors write the same: every route that changes the archive, asked in GraphQL under its name, on an archive of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { keyRequest } from '../../src/domain/key.js';
import type { Body } from '../http/ask.js';
import { mask, openBoth, writing } from './doors.js';

const text = '合作社理事长林茂生说:“等了十年,桥终于通了。”\n该桥全长1.2公里,总投资3亿元。';
const bridge = {
  url: 'https://e.example/1',
  title: '青石桥今日通车',
  source: '云岭日报',
  section: ['新闻', '本地'],
  lead: '十年之后。',
  issue: { date: '2024-03-05', page: '02' },
  text,
};
const page = `<html><head><meta charset="gbk"><title>大桥合龙</title></head><body><h1>大桥合龙</h1>
<p>来源:《云岭日报》2024年3月5日02版</p><p>“合龙了。”青石村村民王大有说。</p><p>总投资5亿元。</p></body></html>`;
const blocks = [
  { type: 'heading', level: 3, text: '通车' },
  { type: 'paragraph', text },
  { type: 'list', ordered: true, items: ['桥面', '引桥'] },
  { type: 'image', url: 'https://img.example/1.jpg', caption: '青石桥' },
  { type: 'table', rows: [['段'], ['一']] },
];

t.test('what is written is the same, and so is what is refused', async (t) => {
  const { rest, graphql, both, taken } = await openBoth(t);
  const servers = [rest, graphql] as const;
  const ofBoth = async (ask: (server: typeof rest) => Promise<string>) =>
    ({ id: [await ask(rest), await ask(graphql)] as const }) satisfies Body;

  const named = { key: 'ingest', name: 'first' } as const;
  const { article } = await both('createArticle', 'a new one', { body: bridge, ...named });
  const { id, quotes, statistics } = article;
  await both('createArticle', 'under the same name', { body: bridge, ...named });
  const other = { ...bridge, title: '别的' };
  await both('createArticle', 'the name of another', { body: other, ...named }, 'idempotency_mismatch');
  await both('createArticle', 'the same again', { body: bridge });
  const draft = { ...bridge, url: 'https://e.example/2', status: 'draft' };
  await both('createArticle', 'a draft', { body: draft });
  await both('createArticle', 'no time', { body: { ...draft, status: 'scheduled' } }, 'invalid_body');
  await both('createArticle', 'a program', { body: { ...bridge, url: 'javascript:1' } }, 'invalid_body');
  await both('createArticle', 'an empty title', { body: { ...bridge, title: ' ' } }, 'invalid_body');

  const hints = { url: 'https://e.example/3', section: '新闻/本地', publishedAt: '2024-03-06T08:00:00+08:00' };
  await both('createPage', 'one that says it is in GBK', { body: page, hints, name: 'page' });
  await both('createPage', 'nothing', { body: '', hints: {} }, 'page_empty');
  await both('createPage', 'without its issue', { body: page, hints: { page: '3' } }, 'invalid_parameter');
  await both('createPage', 'no URL', { body: page, hints: { url: 'x' } }, 'invalid_parameter');
  await both('previewPage', 'nothing is stored', { body: page, hints: { source: '临溪晚报' } });

  const params = { id };
  const all = { params, ifMatch: '*' };
  const seen = { params, ifMatch: 'seen' };
  const unseen = { params, ifMatch: '"other"' };
  const patch = { title: '新题', lead: null, keywords: null };
  await both('patchArticle', 'without a condition', { params, body: patch }, 'precondition_required');
  await both('patchArticle', 'another state', { ...unseen, body: patch }, 'precondition_failed');
  await both('patchArticle', 'as it was seen', { ...seen, body: patch, name: 'patch' });
  await both('patchArticle', 'all kinds of blocks', { ...all, body: { body: blocks } });
  const foreign = [{ type: 'paragraph', text, level: 2 }];
  await both('patchArticle', 'a field of another block', { ...all, body: { body: foreign } }, 'invalid_body');
  await both('patchArticle', 'no title', { ...all, body: { title: null } }, 'invalid_body');
  await both('patchArticle', 'none', { ...all, params: { id: 'none' }, body: {} }, 'not_found');
  const whole = { title: '全新', source: '云岭日报', body: [{ type: 'paragraph', text }] };
  await both('putArticle', 'all fields', { ...seen, body: whole });
  await both('putArticle', 'nothing in it', { ...all, body: { title: '全新', body: [] } }, 'invalid_body');

  const first = { id, revision: 1 };
  await both('listRevisions', 'all states', { params });
  await both('getRevision', 'as it was', { params: first });
  await both('diffRevision', 'what is different', { params: first });
  await both('revertArticle', 'without a condition', { params: first }, 'precondition_required');
  await both('revertArticle', 'one not kept', { ...all, params: { id, revision: 99 } }, 'not_found');
  await both('revertArticle', 'the first', { ...seen, params: first });

  const quote = { id, itemId: quotes[0].id };
  const figure = { id, itemId: statistics[0].id };
  await both('correctQuote', 'a role', { params: quote, body: { role: '理事', note: '更正' }, name: 'quote' });
  await both('correctQuote', 'none', { params: { id, itemId: 'none' }, body: { role: 'x' } }, 'not_found');
  await both('rejectQuote', 'it is none', { params: quote });
  await both('correctQuote', 'it is one after all', { params: quote, body: {} });
  await both('addQuote', 'overlooked', { params, body: { text: '桥终于通了', kind: 'direct', speaker: '王大有' } });
  await both('addQuote', 'not in the text', { params, body: { text: '不在', kind: 'direct' } }, 'invalid_body');
  const nowhere = { text: '桥', kind: 'direct', span: { start: 5, end: 9_999 } };
  await both('addQuote', 'no such place', { params, body: nowhere }, 'invalid_parameter');
  const asOf = { text: '至今', from: null, to: null };
  await both('addStatistic', 'overlooked', { params, body: { text: '十年', value: '10', unit: '年', asOf } });
  await both('addStatistic', 'no number', { params, body: { text: '十年', value: '十' } }, 'invalid_body');
  await both('correctStatistic', 'its measure', { params: figure, body: { measure: '全长', basis: 'level' } });
  await both('rejectStatistic', 'it is none', { params: figure });

  await both('withdrawArticle', 'another state', unseen, 'precondition_failed');
  await both('withdrawArticle', 'out of every list', { params });
  await both('withdrawArticle', 'once', { params }, 'withdrawn');
  await both('patchArticle', 'one that is gone', { ...all, body: {} }, 'withdrawn');
  await both('listUnpublished', 'the draft, and what was withdrawn');
  await both('getUnpublished', 'one of them', { params });
  await both('patchUnpublished', 'without a condition', { params, body: {} }, 'precondition_required');
  await both('patchUnpublished', 'its byline', { ...all, body: { byline: '柳如意' } });
  await both('restoreArticle', 'as it was', { params });
  await both('restoreArticle', 'once', { params }, 'not_found');
  await both('discardUnpublished', 'of what is published there is none', all, 'not_found');
  const { id: held } = await both('createArticle', 'a draft to be forgotten', {
    body: { ...draft, url: 'https://e.example/4' },
  }).then((answer) => answer.article);
  await both('discardUnpublished', 'without a condition', { params: { id: held } }, 'precondition_required');
  await both('discardUnpublished', 'another state', { ...unseen, params: { id: held } }, 'precondition_failed');
  await both('discardUnpublished', 'for good', { ...all, params: { id: held } });
  await both('discardUnpublished', 'once', { ...all, params: { id: held } }, 'not_found');

  const expiresAt = '2027-01-01T00:00:00+08:00';
  await both('createKey', 'a key', { body: { name: '云岭日报', scopes: ['ingest'], expiresAt } });
  const restricted = { name: 'x', scopes: ['admin'], sources: ['y'] };
  await both('createKey', 'an admin cannot be restricted', { body: restricted }, 'invalid_body');
  const request = keyRequest.parse({ name: 'y', scopes: ['read'] });
  const ofKey = { params: await ofBoth(async ({ services }) => (await services.keys.create(request)).key.id) };
  await both('rotateKey', 'another secret', { ...ofKey, body: { graceSeconds: 60 } });
  await both('getKey', 'one', ofKey);
  await both('revokeKey', 'for good', ofKey);
  await both('rotateKey', 'none', { params: { id: 'none' }, body: {} }, 'not_found');
  await both('listKeys', 'all');

  await both('createWebhook', 'no address', { body: { url: 'ftp://x.example' } }, 'invalid_body');
  // Nobody listens there: what comes of a test is the same.
  const hook = { url: 'http://127.0.0.1:9/', events: ['article.published', 'issue.completed'], sections: ['新闻'] };
  await both('createWebhook', 'one', { body: hook });
  await both('listWebhooks', 'all');
  const ofHook = { params: await ofBoth(async ({ read }) => String((await read.listWebhooks())[0]?.id)) };
  for (const name of ['getWebhook', 'pauseWebhook', 'resumeWebhook', 'testWebhook', 'listWebhookMessages'])
    await both(name, 'one', ofHook);
  await both('rotateWebhook', 'another secret', { ...ofHook, body: {} });
  await both('replayWebhook', 'from the beginning', { ...ofHook, body: { since: 0 } });
  await both('replayWebhook', 'both', { ...ofHook, body: { since: 0, message: 'x' } }, 'invalid_body');
  await both('removeWebhook', 'for good', ofHook);
  await both('removeWebhook', 'once', { params: { id: 'wh_none' } }, 'not_found');

  const ofJob = {
    key: 'ingest' as const,
    params: await ofBoth(async ({ app, keys }) => {
      const headers = { 'x-api-key': keys.ingest, prefer: 'respond-async', 'content-type': 'application/x-ndjson' };
      const payload = JSON.stringify({ ...bridge, url: 'https://e.example/9' });
      const { id } = (await app.inject({ method: 'POST', url: '/v1/import', headers, payload })).json();
      while ((await app.inject({ url: `/v1/jobs/${id}`, headers })).json().state !== 'done') await sleep(5);
      return id;
    }),
  };
  await both('listJobs', 'those of the key', { key: 'ingest' });
  await both('getJob', 'how far it is', ofJob);
  await both('cancelJob', 'when it is done', ofJob);
  await both('cancelJob', 'of another key', { ...ofJob, key: 'edit' }, 'not_found');

  for (const { operationId } of writing) t.ok(taken.has(operationId), `${operationId} is compared`);
  for (const url of [
    '/v1/export?type=articles&content=true&include=quotes,statistics',
    '/v1/changes?limit=100',
    '/v1/unpublished',
    `/v1/articles/${id}/revisions`,
    '/v1/keys',
    '/v1/webhooks',
  ]) {
    const [kept, alike] = await Promise.all(
      servers.map(async ({ app, keys }) => {
        const { body } = await app.inject({ url, headers: { 'x-api-key': keys.admin } });
        const lines = body.split('\n').filter((line) => line !== '');
        // Tokens name the archive, and keys are used at one door more than at the other.
        return lines.map((line) =>
          mask(JSON.parse(line.replace(/"next":"[^"]*"|"lastUsedAt":(?:"[^"]*"|null)/g, '"":0'))),
        );
      }),
    );
    t.same(alike, kept, `${url} is the same`);
  }
});
