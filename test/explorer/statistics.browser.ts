/** Figures over time, in a browser: choosing a measure, the chart by pointer and keys, and the table of the same. */
import { checkAccess, phone, testPage } from './open.js';

testPage('from a measure to its chart to a sentence, with keys alone', { address: '/statistics' }, async (t, page) => {
  await page.locator('.measures a').first().waitFor();
  await checkAccess(t, page, 'measures');
  await page.getByLabel('统计对象').fill('投资');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/statistics?measure=*');
  const points = page.locator('.points a');
  await points.first().waitFor();
  const count = await points.count();
  t.ok(count > 1, `${count} points`);
  await checkAccess(t, page, 'chart');

  t.equal(await page.locator('.points a[tabindex="0"]').count(), 1, 'one stop of the Tab key');
  await points.first().focus();
  await page.keyboard.press('End');
  t.equal(await page.evaluate('document.activeElement.textContent'), await points.last().textContent());
  await page.keyboard.press('ArrowLeft');
  const focused = points.nth(count - 2);
  t.equal(await page.evaluate('document.activeElement.textContent'), await focused.textContent());

  await page.locator('.figure-table summary').click();
  t.equal(await page.locator('.figure-table tbody tr').count(), count, 'the table has what the chart has');

  await focused.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/articles\/[^#]+#\w/);
});

testPage(
  'on a phone',
  { address: '/statistics?measure=%E6%8A%95%E8%B5%84', viewport: phone, hasTouch: true, isMobile: true },
  async (t, page) => {
    await page.locator('.points a').first().waitFor();
    const width: number = await page.evaluate('document.documentElement.scrollWidth');
    t.ok(width <= phone.width, `nothing is wider than the screen: ${width}`);
    await checkAccess(t, page, 'phone');
  },
);

testPage('a measure without figures', { address: '/statistics?measure=%E6%B2%A1%E6%9C%89' }, async (t, page) => {
  await page.locator('.nothing').waitFor();
  t.equal(await page.locator('.points a').count(), 0);
});
