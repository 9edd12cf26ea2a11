/** The wall of quotes, in a browser: from whom is quoted most, to what they said, to where it is printed. */
import { checkAccess, phone, sumShifts, testPage } from './open.js';

testPage('from the most quoted to the sentence', { address: '/people' }, async (t, page) => {
  const names = page.locator('.ranking a');
  await names.first().waitFor();
  await page.locator('.quote-card').first().waitFor();
  await page.waitForLoadState('networkidle');
  t.ok((await sumShifts(page)) < 0.05, `layout shift ${await sumShifts(page)}`);
  await checkAccess(t, page, 'people');

  const name = (await names.first().textContent()) ?? '';
  await names.first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  t.equal(decodeURIComponent(new URL(page.url()).pathname), `/people/${name}`);
  await page.locator('.tenures li').first().waitFor();
  await page.locator('.quote-card').first().waitFor();
  const speakers = await page.locator('.quote-card .speaker strong').allTextContents();
  t.ok(speakers.length > 0);
  t.same(new Set(speakers), new Set([name]), 'quotes of this person only');
  await checkAccess(t, page, 'person');

  await page.locator('.quote-card blockquote a').first().click();
  await page.waitForURL(/\/articles\/[^#]+#.+/);
  t.match(page.url(), /#\w/, 'the very sentence');
});

testPage('quotes of a section and a year', { address: '/organizations' }, async (t, page) => {
  await page.locator('.quote-card').first().waitFor();
  const years = page.getByRole('combobox', { name: '起', exact: true });
  const year = await years.locator('option').nth(1).getAttribute('value');
  await Promise.all([page.waitForResponse(`**/v1/quotes?from=${year}*`), years.selectOption({ index: 1 })]);
  await page.waitForURL(`**/organizations?from=${year}`);
  await page.locator('.quote-wall[aria-busy="false"]').waitFor();
  for (const date of await page
    .locator('.quote-card time')
    .evaluateAll((all: { dateTime: string }[]) => all.map((one) => one.dateTime))) {
    t.ok(date >= String(year), date);
  }
  t.ok((await page.locator('.ranking a').count()) > 0, 'and whom they quote most');
});

testPage(
  'on a phone, in English',
  { address: '/people', viewport: phone, hasTouch: true, isMobile: true },
  async (t, page) => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Latest quotes' }).waitFor();
    await page.locator('.quote-card').first().waitFor();
    const width: number = await page.evaluate('document.documentElement.scrollWidth');
    t.ok(width <= phone.width, `nothing is wider than the screen: ${width}`);
    await checkAccess(t, page, 'phone');
  },
);
