/** Reading, in a browser: with the keyboard alone, in the other language, and on a phone. */
import type { Page } from 'playwright-core';
import type { Test } from 'tap';
import { checkAccess, checkWidth, makeKey, phone, testPage } from './open.js';

/** Of the demo archive: found in several articles, which have figures. */
const WORD = '红心柚';
const results = `/?q=${encodeURIComponent(WORD)}`;

/** Run in the page: what has the keyboard, and whether that can be seen. Where a control is drawn by another element, that one shows it. */
const focused = `(() => {
  const it = document.activeElement;
  // Between the last and the first is the browser itself; and a date has parts that show it themselves.
  if (it === document.body || it.type === 'date') return { html: '', isSeen: true };
  const drawn = [it, it.nextElementSibling, it.closest('label')].filter((each) => each !== null);
  const isSeen = drawn.some((each) => getComputedStyle(each).outlineStyle !== 'none');
  return { html: it.outerHTML.slice(0, 200), isSeen };
})()`;

/** Presses Tab until an element has the keyboard; at every stop it has to be seen where that is. */
async function tabTo(t: Test, page: Page, selector: string): Promise<void> {
  const unseen: string[] = [];
  for (let stops = 0; stops < 150; stops += 1) {
    await page.keyboard.press('Tab');
    const { html, isSeen } = (await page.evaluate(focused)) as { html: string; isSeen: boolean };
    if (!isSeen) unseen.push(html);
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) {
      t.same(unseen, [], `the focus is seen on the way to ${selector}`);
      return;
    }
  }
  t.fail(`no way to ${selector} by the Tab key`);
}

testPage('with the keyboard: search, read, go back, change the language', { address: '/' }, async (t, page) => {
  await page.waitForSelector('.rows > li');
  await page.keyboard.press('Tab');
  t.equal(await page.evaluate('document.activeElement.className'), 'skip', 'first of all the way to the content');
  await tabTo(t, page, '[role=combobox]');
  await page.keyboard.type(WORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.rows h2 mark');
  await tabTo(t, page, '.rows h2 a');
  await page.keyboard.press('Enter');
  await page.locator('.sheet h1').waitFor();
  t.equal(await page.evaluate('document.activeElement.id'), 'main', 'the new page is heard from its beginning');

  await tabTo(t, page, '.found');
  await page.keyboard.press('Enter');
  await page.locator('.details').waitFor();
  t.match(await page.locator('.details').textContent(), /可信度/);
  await page.keyboard.press('Escape');
  await page.locator('.details').waitFor({ state: 'hidden' });

  await page.goBack();
  await page.waitForSelector('.rows h2 mark');
  t.equal(new URL(page.url()).searchParams.get('q'), WORD);
  await tabTo(t, page, '.choices button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Results' }).waitFor();
});

testPage('with the keyboard: the desk', { address: '/desk' }, async (t, page) => {
  const secret = await makeKey('ingest');
  await page.locator('.key-form').waitFor();
  await tabTo(t, page, '.key-form input');
  await page.keyboard.insertText(secret);
  await page.keyboard.press('Enter');
  await page.locator('.page-form').waitFor();
  await tabTo(t, page, '.page-form textarea');
  await page.keyboard.insertText('石桥通车\n\n　　石桥今日通车，全长860米，总投资1.2亿元。村民们都来看桥。');
  await tabTo(t, page, '.page-form input[type=file]');
  await tabTo(t, page, '.hints summary');
  await page.keyboard.press('Enter');
  await tabTo(t, page, '.hints input');
  await page.keyboard.insertText('云岭日报');
  await tabTo(t, page, '.page-form [type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('.result').waitFor();
  t.equal(await page.evaluate('document.activeElement.textContent'), '会入库的样子', 'what comes of it is heard');
  await tabTo(t, page, '.result .actions button');
});

testPage('in English, in search and in an article', { address: results }, async (t, page) => {
  await page.waitForSelector('.rows h2 mark');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Results' }).waitFor();
  t.equal(await page.evaluate('document.documentElement.lang'), 'en');
  t.equal(await page.locator('.rows h2').first().getAttribute('lang'), 'zh-CN', 'what is Chinese is said to be');
  await checkAccess(t, page, 'results in English');
  await page.locator('.rows h2 a').first().click();
  await page.locator('.sheet h1').waitFor();
  await page.locator('.related h2', { hasText: 'Related articles' }).waitFor();
  t.match(await page.locator('.beside').textContent(), /Figures \d/);
  await checkAccess(t, page, 'article in English');
  await page.reload();
  await page.locator('.sheet h1').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.locator('.related h2', { hasText: '相关稿件' }).waitFor();
  t.equal(
    await page.evaluate('document.documentElement.lang'),
    'zh-CN',
    'chosen once, it stays until it is chosen anew',
  );
});

testPage('on a phone', { address: results, viewport: phone, hasTouch: true, isMobile: true }, async (t, page) => {
  await page.locator('.rows h2 a').first().tap();
  const found = page.locator('.sheet .found').first();
  await found.waitFor();
  await checkWidth(t, page, 'article');
  await found.tap();
  await page.locator('.details').waitFor();
  await checkWidth(t, page, 'details');
  await checkAccess(t, page, 'details on a phone');
  await page.getByRole('button', { name: '关闭说明' }).tap();
  await page.locator('.details').waitFor({ state: 'hidden' });
  for (const address of ['/sources', '/people', '/statistics']) {
    await page.goto(new URL(address, page.url()).href);
    await page.waitForLoadState('networkidle');
    await page.locator('main h1').waitFor();
    await checkWidth(t, page, address);
  }
});
