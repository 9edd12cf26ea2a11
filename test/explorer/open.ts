/** A real browser in front of a real server: the program as it is built, with the demo archive and pages that mean harm. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import axe from 'axe-core';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import t, { type Test } from 'tap';

/** The tests run in build/, the program is built beside it. */
const program = new URL('../../../dist/main.js', import.meta.url).pathname;

/** Run in the page, before anything of it: notes how far things jump, but for what somebody set off. */
const watchShifts = `window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
}).observe({ type: 'layout-shift', buffered: true });`;
/** Run in the page: what axe finds, a line each. */
const runAxe = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ': ' + nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join('\\n')))`;

/** What a slow machine may need for one step. */
const PATIENCE = 60_000;

function findChromium(): string {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return named;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not there.
      }
    }
  }
  throw new Error('There is no Chromium: install one, or say with CHROMIUM where it is');
}

const folder = mkdtempSync(join(tmpdir(), 'baoku-explorer-'));
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BAOKU_'))),
  BAOKU_DATABASE_URL: join(folder, 'a.sqlite'),
  BAOKU_MAX_LAG_MS: '0',
  BAOKU_LOG_LEVEL: 'error',
};

/** Starts the program; gives its process when it has printed its first line. */
async function start(words: string[]) {
  const child = spawn(process.execPath, [program, ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${words[0]} ended with ${code}`)));
  // Whoever waits for the line hears of it; later it is no error.
  ended.catch(() => undefined);
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [string];
  return { child, line };
}

const { child, line } = await start(['serve', '--port', '0', '--json']);
export const { url: origin } = JSON.parse(line) as { url: string };

/** Makes a key as an operator does, and gives its secret. */
export async function makeKey(scope: string): Promise<string> {
  const { child, line } = await start(['keys', 'create', 'browser', '--scope', scope]);
  if (child.exitCode === null) await once(child, 'exit');
  return line;
}
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'], timeout: PATIENCE });
t.teardown(async () => {
  await browser.close();
  child.kill();
  await once(child, 'exit');
  rmSync(folder, { recursive: true });
});

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/**
 * Tests a page in a browser of its own. The test fails for whatever goes wrong in the page: an error of a script, a dialog, or
 * anything that the content security policy has to stop.
 */
export function testPage(
  name: string,
  { address, ...options }: BrowserContextOptions & { address: string },
  test: (t: Test, page: Page) => Promise<void>,
): void {
  t.test(name, async (t) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await browser.newContext({ viewport: desktop, permissions, ...options });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('dialog', (dialog) => {
      wrong.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.addInitScript(watchShifts);
    await page.goto(origin + address);
    try {
      await test(t, page);
    } finally {
      await context.close();
    }
    t.same(wrong, [], 'nothing went wrong in the page');
  });
}

/** Whether all of the page is within the screen. */
export async function checkWidth(t: Test, page: Page, what: string): Promise<void> {
  const [whole, seen] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number];
  t.ok(whole <= seen, `${what}: nothing is wider than the screen (${whole} of ${seen})`);
}

/** How far things jumped since the page was opened. */
export const sumShifts = (page: Page): Promise<number> => page.evaluate('shifts.reduce((sum, each) => sum + each, 0)');

/** Whether the page is usable for everyone, by the rules of axe for WCAG and its best practices. */
export async function checkAccess(t: Test, page: Page, what: string): Promise<void> {
  // Not as an element of the page, whose policy lets no script in that the server did not send.
  await page.evaluate(axe.source);
  t.same(await page.evaluate(runAxe), [], `${what}: nothing that axe finds`);
}
