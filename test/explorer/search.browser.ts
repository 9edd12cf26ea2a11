/** Searching, in a browser: by typing, by suggestion, by facet, by a range of time, with the pointer and with keys alone. */
import { checkAccess, phone, sumShifts, testPage } from './open.js';

testPage('the front page has the latest, and does not jump while it loads', { address: '/' }, async (t, page) => {
  await page.waitForSelector('.rows > li:nth-child(20)');
  t.equal(await page.title(), '中文新闻档案 · 报库');
  await page.waitForLoadState('networkidle');
  t.ok((await sumShifts(page)) < 0.05, `layout shift ${await sumShifts(page)}`);
  await checkAccess(t, page, 'front page');
});

testPage('what is typed is searched, and what was found is marked', { address: '/' }, async (t, page) => {
  await page.getByRole('combobox', { name: '检索稿件' }).pressSequentially('引资');
  await page.waitForURL('**/?q=*');
  await page.waitForSelector('h2 mark');
  t.equal(await page.locator('h2 mark').first().textContent(), '引资');
  t.equal(new URL(page.url()).searchParams.get('q'), '引资', 'under the name of the API');
  await checkAccess(t, page, 'results');
});

testPage(
  'on a phone',
  { address: '/?q=%E8%8C%B6', viewport: phone, hasTouch: true, isMobile: true },
  async (t, page) => {
    await page.waitForSelector('.rows > li');
    const width: number = await page.evaluate('document.documentElement.scrollWidth');
    t.ok(width <= phone.width, `nothing is wider than the screen: ${width}`);
    await checkAccess(t, page, 'phone');
  },
);
