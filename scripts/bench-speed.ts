// npm run bench:speed: click to text, text to marks, and opening again, beside a bare popup and a plain reader.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { baselines, writeBaseline } from '../tests/bench/speed/baselines.ts';
import { chart } from '../tests/bench/speed/chart.ts';
import { type Figure, summary } from '../tests/bench/speed/figures.ts';
import { type Browser, pause, until } from '../tests/e2e/drivers/browser.ts';
import { launchChromium } from '../tests/e2e/drivers/chromium.ts';
import { launchFirefox } from '../tests/e2e/drivers/firefox.ts';
import { browserNames } from '../tests/e2e/drivers/launch.ts';
import { startOutside } from '../tests/e2e/drivers/outside.ts';
import { type Shelf, samplePath, sampleShelf, startSite } from '../tests/e2e/site/server.ts';
import { built } from './built.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { root, say } from './steps.ts';

const readers = [...baselines, 'lede'] as const;
type Reader = (typeof readers)[number];

const rounds = Number(optionOf('--rounds') ?? 7);
const pagesFolder = join(root, '..', 'shared', 'extraction', 'pages');
if (!existsSync(pagesFolder)) {
  process.stderr.write(
    'The saved pages are not here (../shared/extraction/pages), so there is nothing to measure on.\n',
  );
  process.exit(1);
}

const pages = chosenPages();
const shelf: Shelf = (path) => {
  const page = pages.find(({ name }) => path === `/${name}`);
  return page ? { type: 'text/html; charset=utf-8', body: page.html, headers: inert } : sampleShelf(path);
};
/** A saved page's own scripts and pictures would measure the network. */
const inert = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" };

const figures: Figure[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'lede-speed-'));
const site = await startSite(shelf);
for (const name of browserNames) {
  if (optionOf('--browser') && optionOf('--browser') !== name) continue;
  await measure(name);
}
await site.close();
rmSync(scratch, { recursive: true });
console.log(
  `${cpus()[0]?.model.trim()} × ${cpus().length}, Node ${process.version}, ${rounds} rounds, interleaved`,
);
console.log(summary(figures));
const picture = join(root, '.output', 'bench-speed.svg');
writeFileSync(picture, chart(figures));
console.log(`chart: ${picture}`);

async function measure(name: (typeof browserNames)[number]) {
  const outside = await startOutside();
  const program = ensureBrowsers([name])[name];
  const start = name === 'chromium' ? launchChromium : launchFirefox;
  const browsers = new Map<Reader, Browser>();
  for (const reader of readers) {
    const extension =
      reader === 'lede'
        ? await built(name === 'chromium' ? 'chrome' : 'firefox')
        : join(scratch, name, reader);
    if (reader !== 'lede') writeBaseline(reader, extension, name);
    browsers.set(reader, await start({ program, extension, window: 'none', store: null, outside }));
  }
  for (let round = 0; round < rounds; round++) {
    say(`${name}, round ${round + 1} of ${rounds}`);
    for (const { name: page } of [{ name: 'sample' }, ...pages]) {
      for (const [reader, browser] of browsers) {
        const path = page === 'sample' ? samplePath : `/${page}`;
        await browser.open(`${site.origin}${path}?round=${round}`);
        await pause(150);
        const about = { browser: name, reader, page, cold: round === 0 };
        figures.push({ ...about, ...(await opening(browser, reader === 'lede')), again: false });
        if (reader !== 'plain')
          figures.push({ ...about, ...(await opening(browser, reader === 'lede')), again: true });
      }
    }
  }
  for (const browser of browsers.values()) await browser.quit();
  await outside.close();
}

interface Opening {
  /** Milliseconds from the click until the text was painted. */
  readonly text: number;
  /** From the text until the first screen was marked, and until all was; null where nothing is marked. */
  readonly firstMarks: number | null;
  readonly allMarks: number | null;
  /** Sum of the layout shifts after the text stood; null where the browser counts none. */
  readonly shift: number | null;
}

async function opening(browser: Browser, hasMarks: boolean): Promise<Opening> {
  const clicked = Date.now();
  const popup = await browser.clickAction();
  const last = hasMarks ? 'all-marks' : 'text-painted';
  await until(`${last} of the popup`, () =>
    popup.evaluate((mark) => performance.getEntriesByName(mark).length > 0, last),
  );
  const seen = await popup.evaluate(async () => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? null;
    const shifts: number[] = [];
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { startTime: number; value: number }[]) {
          if (entry.startTime > (at('text') ?? 0)) shifts.push(entry.value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const hasShifts = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
    return {
      origin: performance.timeOrigin,
      text: at('text')!,
      painted: at('text-painted')!,
      first: at('first-marks'),
      all: at('all-marks'),
      shift: hasShifts ? shifts.reduce((sum, value) => sum + value, 0) : null,
    };
  });
  await popup.close();
  return {
    text: seen.origin + seen.painted - clicked,
    firstMarks: seen.first === null ? null : seen.first - seen.text,
    allMarks: seen.all === null ? null : seen.all - seen.text,
    shift: seen.shift,
  };
}

interface SavedPage {
  readonly name: string;
  readonly html: Buffer;
}

/** Six English news pages from about 50 KB to 1.5 MB, the nearest in size to each step. */
function chosenPages(): SavedPage[] {
  const folder = join(pagesFolder, 'zyte');
  const sizes = readdirSync(folder)
    .sort()
    .map((file) => ({ file, html: gunzipSync(readFileSync(join(folder, file))) }));
  return [50, 100, 200, 400, 800, 1500].map((kilobytes) => {
    const nearest = sizes.reduce((best, each) =>
      Math.abs(each.html.length - kilobytes * 1000) < Math.abs(best.html.length - kilobytes * 1000)
        ? each
        : best,
    );
    return { name: `page-${Math.round(nearest.html.length / 1000)}-KB`, html: nearest.html };
  });
}

function optionOf(flag: string): string | undefined {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}
