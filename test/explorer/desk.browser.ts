/** The desk, in a browser: a page is looked at, taken in and corrected; keys and webhooks are made and ended; jobs are watched. */
import type { Page } from 'playwright-core';
import type { Test } from 'tap';
import { checkAccess, checkWidth, makeKey, origin, phone, testPage } from './open.js';

const secret = await makeKey('admin');

const html = `<html><head><title>青石桥今日通车</title></head><body><h1>青石桥今日通车</h1>
<p>2024-03-05 08:00 来源：云岭日报</p><p>　　本报讯 3月5日上午，青石桥正式通车，总投资1.2亿元，全长860米。</p>
<p>　　县交通局局长赵建国说：“等了十年，桥终于通了，乡亲们高兴得很。”</p></body></html>`;

/** 白石桥通车, and how long the bridge is, in GB 18030. */
const GBK =
  'b0d7caafc7c5cda8b3b50d0a0d0aa1a1a1a1b0d7caafc7c5bdf1c8d5cda8b3b5a3acc8abb3a4383630c3d7a3acd7dccdb6d7ca312e32d2dad4aaa1a3' +
  'b4e5c3f1c3c7b6bcc0b4bfb4c7c5a1a30d0a';

/** Gives the key as a user does. */
async function unlock(page: Page): Promise<void> {
  await page.getByLabel('密钥', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '使用' }).click();
  await page.locator('.key-in-use').waitFor();
}

/** The secret is in no address and in nothing that outlives the tab. */
async function checkSecret(t: Test, page: Page): Promise<void> {
  t.notMatch(page.url(), secret);
  t.notMatch(await page.evaluate('JSON.stringify(localStorage) + document.cookie'), secret);
  t.equal(await page.evaluate(`sessionStorage.getItem('baoku.key')`), secret);
}

testPage('a page is previewed, imported and corrected', { address: '/desk' }, async (t, page) => {
  await page.getByLabel('密钥', { exact: true }).waitFor();
  await checkAccess(t, page, 'without a key');
  await unlock(page);
  await page.getByLabel('页面的文字、HTML 或 Markdown').fill(html);
  await page.getByRole('button', { name: '预览', exact: true }).click();
  const result = page.locator('.result');
  await result.getByRole('heading', { name: '会入库的样子' }).waitFor();
  t.match(
    (await result.locator('mark.quote').allTextContents()).join(''),
    '桥终于通了，乡亲们高兴得很',
    'marked in place',
  );
  t.match(await result.locator('.facts').textContent(), /青石桥今日通车.*云岭日报.*2024年3月5日/s);
  t.match(await result.locator('.finding-list .quote').first().textContent(), /赵建国.*规则.*可信度 \d+ %/s);
  t.match(await result.locator('.finding-list .figure').first().textContent(), /120,000,000 CNY/);
  await checkAccess(t, page, 'preview');
  const found = (await (await fetch(`${origin}/v1/search?q="青石桥今日通车"`)).json()) as { data: unknown[] };
  t.same(found.data, [], 'nothing is stored');

  await page.getByRole('button', { name: '把这一页入库' }).click();
  await result.getByRole('heading', { name: '已入库，是新稿件。' }).waitFor();
  await result.getByRole('link', { name: '阅读这篇稿件' }).click();
  await page.getByRole('heading', { level: 1, name: '青石桥今日通车' }).waitFor();

  // From the quote in the text to its fields.
  await page.locator('.found.quote').first().click();
  await page.locator('.details').getByRole('link', { name: '更正' }).click();
  await page.waitForURL('**/desk/articles/*#*');
  const quote = page.locator('.to-correct li.quote').first();
  await quote.getByLabel('说话人').fill('赵建设');
  await checkAccess(t, page, 'correction');
  await quote.getByRole('button', { name: '保存' }).click();
  await page.getByText('已更正。').waitFor();
  await quote.locator('.by-hand').waitFor();
  await page.locator('.desk h2 a').click();
  await page.locator('.beside .quote', { hasText: '赵建设' }).waitFor();

  // What was not found is added from where it is selected, and what is none is taken out.
  await page.getByRole('link', { name: '更正引语和数据' }).click();
  const add = page.locator('details.add');
  await add.locator('summary').click();
  await page.evaluate(`{
    const line = [...document.querySelectorAll('.found-text p')].find((p) => p.textContent.includes('正式通车'));
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const text = texts.nextNode();
    const at = text.data.indexOf('青石桥正式通车');
    getSelection().setBaseAndExtent(text, at, text, at + 7);
  }`);
  const words = add.getByLabel('原文里的文字');
  while ((await words.inputValue()) !== '青石桥正式通车') await page.waitForTimeout(100);
  await add.getByLabel('说话人').fill('本报记者');
  await add.getByRole('button', { name: '补为引语' }).click();
  await page.getByText('已补上。').waitFor();
  const added = page.locator('.to-correct li', { hasText: '“青石桥正式通车”' });
  await added.locator('summary').click();
  await added.getByRole('button', { name: /^剔除/ }).click();
  await added.getByRole('button', { name: '确定剔除' }).click();
  await page.getByText('已剔除。').waitFor();
  await added.waitFor({ state: 'detached' });
  await checkSecret(t, page);
});

testPage('a file goes as the bytes it is', { address: '/desk' }, async (t, page) => {
  await unlock(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '桥.txt', mimeType: 'text/plain', buffer: Buffer.from(GBK, 'hex') });
  await page.getByText(/桥\.txt/).waitFor();
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await page.locator('.result .facts').waitFor();
  t.match(await page.locator('.result .facts').textContent(), '白石桥通车');
  t.match(await page.locator('.result .found-text').textContent(), '全长860米');
  await page.locator('.query-panel summary').click();
  await page.getByRole('radio', { name: 'curl' }).check();
  const curl = await page.locator('.query-panel pre').first().textContent();
  t.match(curl, `--data-binary '@桥.txt'`);
  t.notMatch(curl, secret, 'the key comes from the environment');
});

testPage('keys are made, rotated and revoked', { address: '/desk/keys' }, async (t, page) => {
  await unlock(page);
  const name = '云岭日报 <b onclick=x>';
  await page.locator('.make summary').click();
  await page.getByLabel('给谁用').fill(name);
  await page.getByLabel('只写这些来源').fill('云岭日报，晚报');
  await page.getByRole('button', { name: '新建密钥' }).click();
  const shown = page.locator('.secret .value');
  await shown.waitFor();
  const made = (await shown.textContent()) ?? '';
  t.match(made, /^bk_\w+_[\w-]+$/);
  const row = page.locator('.records li', { hasText: name });
  await row.waitFor();
  t.match(await row.textContent(), '来源 云岭日报、晚报');
  await checkAccess(t, page, 'keys');
  await page.locator('.secret').getByRole('button', { name: '已经存好' }).click();
  await shown.waitFor({ state: 'detached' });
  t.notMatch(await page.content(), made, 'it is shown this once');

  await row.getByRole('button', { name: /^更换/ }).click();
  await shown.waitFor();
  t.not(await shown.textContent(), made);
  await row.getByText('旧密钥到').waitFor();
  await row.getByRole('button', { name: /^撤销/ }).click();
  t.equal(await page.evaluate('document.activeElement.textContent'), '算了', 'the keyboard stands on no');
  await row.getByRole('button', { name: '确定撤销' }).click();
  await row.getByText('已撤销').waitFor();
  t.equal(await row.getByRole('button').count(), 0, 'for good');
  await checkSecret(t, page);
});

testPage('webhooks are made, paused and removed', { address: '/desk/webhooks' }, async (t, page) => {
  await unlock(page);
  await page.locator('.make summary').click();
  await page.getByLabel('送到的地址').fill('https://hooks.invalid/baoku');
  await page.locator('.make').getByRole('button', { name: '新建 Webhook' }).click();
  await page.locator('.secret .value').waitFor();
  t.match(await page.locator('.secret .value').textContent(), /^whsec_/);
  const row = page.locator('.records li');
  await row.getByRole('button', { name: /^暂停/ }).click();
  await row.getByText('已暂停').waitFor();
  await checkAccess(t, page, 'webhooks');
  await row.getByRole('link', { name: /^投递记录/ }).click();
  await page.getByRole('button', { name: '试投一次' }).click();
  await page.getByText('试投没有送到').waitFor();
  await page.locator('.records li', { hasText: 'msg_test' }).waitFor();
  await checkAccess(t, page, 'delivery log');
  await page.getByRole('link', { name: '全部 webhook' }).click();
  await row.getByRole('button', { name: /^删除/ }).click();
  await row.getByRole('button', { name: '确定删除' }).click();
  await page.getByText('还没有 webhook。').waitFor();
});

testPage(
  'a job is begun and watched, on a phone',
  { address: '/desk/jobs', viewport: phone, hasTouch: true, isMobile: true },
  async (t, page) => {
    await unlock(page);
    const lines = ['{"title":"试刊出版","text":"试刊今日出版，印数3万份。","source":"试刊"}', 'no JSON'];
    const buffer = Buffer.from(lines.join('\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'a.ndjson', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.locator('.records').getByText('已完成').waitFor();
    t.match(await page.locator('.records li').textContent(), /新增 1 .*失败 1/);
    await page.getByRole('button', { name: '看失败的页面' }).click();
    await page.getByText('invalid_record').waitFor();
    await checkAccess(t, page, 'jobs');
    await checkWidth(t, page, 'jobs');
    for (const address of ['/desk', '/desk/keys', '/desk/webhooks']) {
      await page.goto(origin + address);
      await page.locator('.tabs').waitFor();
      await page.locator('form, .make').first().waitFor();
      await checkWidth(t, page, address);
    }
  },
);
