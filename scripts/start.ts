// npm start [-- --firefox] [-- --headless] [-- URL-or-file]: sets up, builds, and opens an article with Lede installed.
import { existsSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type BrowserName, pause, type View } from '../tests/e2e/drivers/browser.ts';
import { launchWith } from '../tests/e2e/drivers/launch.ts';
import { startOutside } from '../tests/e2e/drivers/outside.ts';
import { namesIn, namesSettled, settled, shownIn } from '../tests/e2e/popup.ts';
import { samplePath, sampleShelf, startSite } from '../tests/e2e/site/server.ts';
import { built } from './built.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { command, root, say, Told } from './steps.ts';

const types = {
  PER: 'People',
  LOC: 'Places',
  ORG: 'Organisations',
  DATE: 'Dates',
  NORP: 'Other',
  MISC: 'Other',
};

const usage = 'usage: npm start [-- [--firefox] [--headless] [URL-or-file]]';

await command(async () => {
  const { values, positionals } = readCommandLine();
  const browser: BrowserName = values.firefox ? 'firefox' : 'chromium';
  const address = positionals[0] === undefined ? null : addressOf(positionals[0]);
  ensureBrowsers([browser]);
  await built(values.firefox ? 'firefox' : 'chrome');
  return values.headless || !hasDisplay() ? readHeadless(browser, address) : openWindow(browser, address);
});

function readCommandLine() {
  try {
    const options = { firefox: { type: 'boolean' }, headless: { type: 'boolean' } } as const;
    const read = parseArgs({ options, allowPositionals: true });
    if (read.positionals.length <= 1) return read;
  } catch {} // an option nobody knows: told below
  throw new Told(usage, { exitCode: 2 });
}

/** Of a page on the web or a file on disk; npm runs us in the project's folder, the person is in INIT_CWD. */
function addressOf(text: string): string {
  const file = resolve(process.env.INIT_CWD ?? '.', text);
  if (existsSync(file)) return pathToFileURL(file).href;
  if (/^(https?|file):/.test(text) && URL.canParse(text)) return text;
  throw new Told(`${text} is neither a web address nor a file that is there.`, { exitCode: 2 });
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Leaves the window to the person until it is closed. */
async function openWindow(name: BrowserName, address: string | null): Promise<number> {
  const site = await startSite(sampleShelf);
  const browser = await launchWith(name, { window: 'here', outside: null });
  await browser.open(address ?? site.origin + samplePath);
  say('click Lede’s button in the toolbar (in Chromium behind the puzzle piece), or press Alt+Shift+L');
  say('close the window or press Ctrl+C to end');
  await browser.ended;
  await browser.quit();
  await site.close();
  return 0;
}

/** Clicks the real button without a window, prints what the popup shows and leaves pictures of it. */
async function readHeadless(name: BrowserName, address: string | null): Promise<number> {
  say('no display: clicking the toolbar button of a browser without a window');
  const site = await startSite(sampleShelf);
  const outside = address === null ? await startOutside() : null; // a page of one's own may need the network
  const browser = await launchWith(name, { outside });
  try {
    await browser.open(address ?? site.origin + samplePath).catch((error: Error) => {
      throw new Told(`${address} did not load: ${error.message}`, { cause: error });
    });
    const popup = await browser.clickAction();
    await settled(popup);
    const isRead = await popup.evaluate(() => document.documentElement.dataset.state === 'ready');
    if (isRead) await namesSettled(popup);
    console.log(isRead ? await articleText(popup) : await plainText(popup));
    if (outside) console.log(`\nRequests that left this machine: ${outside.requests.length}`);

    const folder = join(root, 'shots');
    mkdirSync(folder, { recursive: true });
    for (const scheme of ['light', 'dark']) {
      await browser.emulateDark(scheme === 'dark');
      await pause(200); // the colours ease over
      const file = join(folder, `${name}-popup-${scheme}.png`);
      await popup.screenshot(file);
      console.log(`Screenshot: ${relative(process.env.INIT_CWD ?? '.', file)}`);
    }
    return isRead ? 0 : 1;
  } finally {
    await browser.quit();
    await outside?.close();
    await site.close();
  }
}

async function articleText(popup: View): Promise<string> {
  const { title, byline, date, body } = await shownIn(popup);
  const words = body.split(/\s+/).length;
  const about = [byline, date?.slice(0, 10), `${words} words`].filter(Boolean).join(' · ');
  const counts = byType(await namesIn(popup));
  return [title, about, '', body.trim(), '', ...counts].join('\n');
}

function plainText(popup: View): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
  return popup.evaluate(() => document.body.innerText);
}

/** One line a type: how many mentions, and each spelling with how often it stands there. */
function byType(names: readonly { text: string; label: string }[]): string[] {
  return [...new Set(Object.values(types))].flatMap((type) => {
    const ofType = names.filter(({ label }) => types[label as keyof typeof types] === type);
    const counts = new Map<string, number>();
    for (const { text } of ofType) counts.set(text, (counts.get(text) ?? 0) + 1);
    const sorted = [...counts].sort(([, a], [, b]) => b - a);
    const listed = sorted.map(([text, count]) => (count === 1 ? text : `${text} ×${count}`)).join(', ');
    return ofType.length === 0 ? [] : [`${type} (${ofType.length}): ${listed}`];
  });
}
