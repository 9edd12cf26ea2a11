/** Articles that mean harm, in a browser: whatever they bring along is shown as the text it is, and nothing of it is run. */
import type { Page } from 'playwright-core';
import type { Test } from 'tap';
import { makeKey, origin, testPage } from './open.js';

const IMAGE = '<img src=x onerror=harm=1>';
const harms = [
  '<script>harm=1</script>',
  IMAGE,
  '<svg onload=harm=1><animate onbegin=harm=1 attributeName=x></svg>',
  '<style>main{display:none}</style>',
  '<a href="javascript:harm=1" onclick=harm=1>x</a>',
  '"><iframe srcdoc="<script>parent.harm=1</script>"></iframe>',
  '</title></textarea><base href=//harm.invalid><form action=javascript:harm=1><input autofocus onfocus=harm=1>',
];
const all = harms.join(' ');

const secret = await makeKey('admin');
async function send(path: string, type: string, body: string): Promise<{ id: string; article: { id: string } }> {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': type };
  const answer = await fetch(origin + path, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as { id: string; article: { id: string } };
}
const sendJson = (path: string, body: object) => send(path, 'application/json', JSON.stringify(body));

const words = `桥${IMAGE}通了，大家都很高兴`;
const paragraph = { type: 'paragraph', text: `总投资3亿元${all}。县长王大有说：“${words}。”` };
const given = await sendJson('/v1/articles', {
  url: 'https://news.example/harm',
  title: `石桥${all}`,
  subtitle: all,
  lead: all,
  section: ['危险', IMAGE],
  source: `危险日报${IMAGE}`,
  issue: { date: '2024-03-05', page: '01' },
  byline: IMAGE,
  keywords: [IMAGE],
  publishedAt: '2024-03-05T08:00:00+08:00',
  body: [
    { type: 'heading', level: 2, text: all },
    paragraph,
    { type: 'list', ordered: false, items: harms },
    { type: 'table', caption: IMAGE, rows: [harms.slice(0, 2), harms.slice(2, 4)] },
    { type: 'image', url: 'http://news.example/x.png', alt: all, caption: all },
  ],
});
const { id } = given.article;
await sendJson(`/v1/articles/${id}/quotes`, {
  ...{ text: words, kind: 'direct', speaker: `王大有${IMAGE}`, role: IMAGE, organization: `县政府${IMAGE}` },
});
await sendJson(`/v1/articles/${id}/statistics`, {
  ...{
    text: '3亿元',
    value: '3',
    measure: `投资${IMAGE}`,
    unit: IMAGE,
    normalizedValue: '300000000',
    normalizedUnit: 'CNY',
  },
});
const html = `<html><head><title>铁桥通车</title>${all}</head><body onload="harm=1">${all}<h1>铁桥通车${all}</h1>
<p>2024-03-06 08:00 来源：危险日报</p><div class="content"><p onclick="harm=1">　　铁桥今日通车，全长860米，总投资1.2亿元。${all}</p>
<p>　　<a href="javascript:harm=1">县长王大有</a>说：“桥终于通了，大家都很高兴。”${all}</p></div></body></html>`;
const page = await send('/v1/pages?url=https%3A%2F%2Fnews.example%2Fharm2', 'text/html', html);

/** Run in the page: elements that no text of the archive may become. */
const intruders = `[...document.querySelectorAll(
  'main :is(script, iframe, object, embed, style, link, base, animate, [autofocus]), :is([onerror], [onload], [onclick], [onfocus], [onbegin]), ' +
  'main form[action], main img:not(.frame > img), base, :is(a, area)[href^="javascript:" i], :is(a, area)[href^="data:" i]'
)].map((each) => each.outerHTML.slice(0, 200))`;

/** An image of a page is one, wherever it is; this one means harm, too. */
const image = {
  contentType: 'image/svg+xml',
  body: '<svg xmlns="http://www.w3.org/2000/svg" onload="harm=1" width="9" height="9"/>',
};

async function checkHarmless(t: Test, page: Page, where: string): Promise<void> {
  t.same(await page.evaluate(intruders), [], `${where}: nothing became an element`);
  t.equal(await page.evaluate('typeof harm'), 'undefined', `${where}: nothing was run`);
}

testPage('in the article that brings it', { address: `/articles/${id}` }, async (t, page) => {
  await page.locator('.sheet h1').waitFor();
  t.equal(await page.locator('.sheet h1').textContent(), `石桥${all}`, 'text, word for word');
  await page.locator('.related, .query-panel').first().waitFor();
  await checkHarmless(t, page, 'article');
  await page.locator('.found').first().click();
  await page.locator('.details').waitFor();
  await page.locator('.query-panel summary').click();
  for (const form of ['GraphQL', 'curl', '客户端代码']) await page.getByRole('radio', { name: form }).check();
  await checkHarmless(t, page, 'details and panel');
});

const views: [address: string, shown: string, why: string][] = [
  [`/articles/${page.article.id}`, '.sheet h1', 'a page full of it'],
  [`/?q=${encodeURIComponent(all)}`, '.results :is(.rows > li, .nothing)', 'searched for'],
  ['/?q=%E7%9F%B3%E6%A1%A5', '.rows h2 mark', 'found'],
  [`/?q=${encodeURIComponent('大家都很高兴')}&type=quote`, '.finding-row', 'found in a quote'],
  ['/sources', 'main a', 'a newspaper'],
  ['/people', '.quote-card', 'a speaker'],
  ['/organizations', '.quote-card', 'an organization'],
  [`/statistics?measure=${encodeURIComponent(`投资${IMAGE}`)}`, '.points a, .nothing', 'a measure'],
];
testPage('in every other view', { address: '/' }, async (t, page) => {
  await page.route('https://news.example/**', (route) => route.fulfill(image));
  for (const [address, shown, why] of views) {
    await page.goto(origin + address);
    await page.locator(shown).first().waitFor();
    await checkHarmless(t, page, why);
  }
  await page.getByRole('combobox', { name: '检索稿件' }).pressSequentially('石桥<');
  await page.locator('[role=option]').first().waitFor();
  await checkHarmless(t, page, 'suggestions');
});

testPage('on the desk', { address: '/desk' }, async (t, page) => {
  await page.getByLabel('密钥', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '使用' }).click();
  await page.locator('.page-form textarea').fill(html);
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await page.locator('.result .found-text').waitFor();
  await checkHarmless(t, page, 'preview');
  await page.goto(`${origin}/desk/articles/${id}`);
  await page.locator('.to-correct li').first().waitFor();
  await checkHarmless(t, page, 'corrections');
});
