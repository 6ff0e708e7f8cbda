// npm run bench:pages [-- --root DIR] [--pages N] [--browser chromium|firefox]: saved pages of real sites, each from
// another one, opened offline in real browsers and read through the real button. Words kept against what people said
// the article is, mentions marked, and requests that left the machine.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GoldPage, htmlOf, pagesIn } from '../tests/bench/extraction/page-set.ts';
import type { Browser, BrowserName, View } from '../tests/e2e/drivers/browser.ts';
import { browserNames, launch } from '../tests/e2e/drivers/launch.ts';
import { namesIn, namesSettled, openPopup } from '../tests/e2e/popup.ts';
import { type Shelf, startSite } from '../tests/e2e/site/server.ts';
import { built } from './built.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { command, root, Told } from './steps.ts';

/** Sets whose gold is the whole text of news articles. */
const newsSets = ['zyte', 'news4k'];

/** Nothing of a saved page is asked for again: its scripts, styles, pictures and frames are not ours to fetch. */
const pageHeaders = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};

interface Row {
  readonly site: string;
  readonly gold: number;
  readonly kept: number;
  readonly added: number;
  readonly mentions: number;
  readonly left: number;
  /** Why the popup shows no article, and what its console says. */
  readonly trouble: string;
}

await command(async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: resolve(root, '..', 'shared', 'extraction') },
      pages: { type: 'string', default: '8' },
      browser: { type: 'string', default: browserNames.join(',') },
    },
  });
  const pages = pagesToOpen(resolve(values.root), Number(values.pages));
  ensureBrowsers(['chromium', 'firefox']);
  let isGood = true;
  for (const name of values.browser.split(',') as BrowserName[]) {
    await built(name === 'chromium' ? 'chrome' : 'firefox');
    const rows = await readIn(name, pages);
    console.log(table(name, rows));
    isGood &&= rows.every(({ left, trouble }) => left === 0 && trouble === '');
  }
  return isGood ? 0 : 1;
});

/** The first pages in order of their ids that are each from another site and have their words counted. */
function pagesToOpen(folder: string, count: number): GoldPage[] {
  const sites = new Set<string>();
  const news = (pagesIn(folder) ?? []).filter(({ gold }) => newsSets.includes(gold.dataset));
  const chosen = news.filter(({ gold: { url, text } }) => {
    if (!url || !text || sites.has(siteOf(url))) return false;
    sites.add(siteOf(url));
    return true;
  });
  if (chosen.length === 0)
    throw new Told(
      `No pages to open: ${folder} has no gold.json.gz with pages/ beside it. Name another with --root DIR.`,
    );
  const step = Math.max(1, Math.floor(chosen.length / count));
  return chosen.filter((_, i) => i % step === 0).slice(0, count);
}

async function readIn(name: BrowserName, pages: readonly GoldPage[]): Promise<Row[]> {
  const files = new Map(pages.map(({ id, file }) => [`/${id}`, file]));
  const shelf: Shelf = (path) => {
    const file = files.get(path);
    return file ? { type: 'text/html; charset=utf-8', body: htmlOf(file), headers: pageHeaders } : null;
  };
  const site = await startSite(shelf);
  const { browser, outside, quit } = await launch(name);
  try {
    const rows: Row[] = [];
    for (const page of pages) {
      await browser.open(`${site.origin}/${page.id}`);
      // a policy does not stop every preconnection of the page itself: what comes after the click is ours
      const before = outside.requests.length;
      const row = await readPage(browser, page);
      rows.push({ ...row, left: outside.requests.length - before });
    }
    return rows;
  } finally {
    await quit();
    await site.close();
  }
}

async function readPage(browser: Browser, { gold }: GoldPage): Promise<Omit<Row, 'left'>> {
  const popup = await openPopup(browser);
  const failure = await popup.evaluate(() => document.querySelector('[role=alert] h1')?.textContent ?? '');
  if (failure === '') await namesSettled(popup);
  const shown = wordsOf(await bodyOf(popup));
  const wanted = wordsOf(gold.text ?? '');
  const kept = shared(shown, wanted);
  const mentions = (await namesIn(popup)).length;
  const troubles = await popup.troubles();
  await popup.close();
  return {
    site: siteOf(gold.url ?? ''),
    gold: wanted.length,
    kept,
    added: shown.length - kept,
    mentions,
    trouble: [failure, ...troubles].filter(Boolean).join(' · '),
  };
}

/** The body as it is shown, captions aside: the gold has none. */
function bodyOf(popup: View): Promise<string> {
  return popup.evaluate(() => {
    const body = document.querySelector('.article-body')?.cloneNode(true) as HTMLElement | undefined;
    for (const caption of body?.querySelectorAll('figcaption') ?? []) caption.remove();
    const ends = 'p, li, h2, h3, h4, h5, h6, blockquote, td, th, dt, dd, pre, div, figure, br';
    for (const block of body?.querySelectorAll(ends) ?? []) block.after('\n'); // textContent runs blocks together
    return body?.textContent ?? '';
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** How many words the two have in common, each as often as both have it. */
function shared(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return some.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function table(name: BrowserName, rows: readonly Row[]): string {
  const cells = (...values: (string | number)[]) =>
    values.map((value, i) => (i === 0 ? String(value).padEnd(28) : String(value).padStart(9))).join('');
  const sum = (key: 'gold' | 'kept' | 'added' | 'mentions' | 'left') =>
    rows.reduce((total, row) => total + row[key], 0);
  return [
    cells(name, 'gold', 'kept', 'of gold', 'added', 'mentions', 'left'),
    ...rows.map(
      (row) =>
        cells(row.site, row.gold, row.kept, share(row.kept, row.gold), row.added, row.mentions, row.left) +
        (row.trouble && `  ${row.trouble}`),
    ),
    cells(
      'all',
      sum('gold'),
      sum('kept'),
      share(sum('kept'), sum('gold')),
      sum('added'),
      sum('mentions'),
      sum('left'),
    ),
    '',
  ].join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
