// npm run shots: pictures of every state in both browsers, in shots/ with an index page to look through.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, pause, until, type View } from '../tests/e2e/drivers/browser.ts';
import { browserNames, launch } from '../tests/e2e/drivers/launch.ts';
import { marked, openPopup } from '../tests/e2e/popup.ts';
import { openReader, press } from '../tests/e2e/reader.ts';
import { type Served, type Shelf, samplePath, sampleShelf, startSite } from '../tests/e2e/site/server.ts';
import { built } from './built.ts';
import { say } from './steps.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'shots');
const themes = ['light', 'sepia', 'dark', 'black'] as const;

/** Pages that show the frame at its limits. All in our own words. */
const pages: Readonly<Record<string, string>> = {
  '/long-title': article(
    'What the harbour master of a very small island told nine committees in eleven years about one lock gate that nobody wanted to pay for, and why he was right in the end',
    '<meta name="author" content="Bartholomew Featherstonehaugh-Cholmondeley and Maximiliana von Hohenstein-Wittelsbach">',
  ),
  '/no-metadata': article('', ''),
  '/rtl': `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>المجلس يعيد فتح البوابة القديمة</title></head><body><article><h1>المجلس يعيد فتح البوابة القديمة</h1>${'<p>اجتمع مجلس الميناء تسع ساعات يوم الجمعة قبل أن يتفق بفارق صوت واحد على إعادة فتح البوابة القديمة، وقالت رئيسة المجلس إن العمل سيبدأ في الخريف، وإن التجار رحبوا بالخبر لأن الحجوزات زادت بمقدار الثلث منذ بدأت الشائعة في الانتشار بين الناس.</p>'.repeat(6)}</article></body></html>`,
  '/cjk': `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>港湾議会、古い水門の再開を決定</title></head><body><article><h1>港湾議会、古い水門の再開を決定</h1>${'<p>港湾議会は金曜日に九時間にわたって会議を開き、一票差で古い水門を再び開くことを決めた。議長は工事が秋に始まると述べ、商店の人々は夏の予約がすでに三割増えたとして知らせを歓迎した。</p>'.repeat(8)}</article></body></html>`,
  '/paywall': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Council reopens the lock</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Council reopens the lock","isAccessibleForFree":false}</script></head><body><article><h1>Council reopens the lock</h1><p>The harbour council met for nine hours on Tuesday before it agreed, by a single vote, to reopen the old lock gates that have been shut for a decade, and the mayor, Hamish Orr, abstained.</p><p>Engineers had argued that the timber was sound, although two divers reported soft spots below the waterline last spring.</p><div class="paywall"><p>Subscribe to continue reading.</p></div></article></body></html>`,
  '/empty': '<!doctype html><html><head><title>Empty</title></head><body></body></html>',
  '/list': `<!doctype html><html lang="en"><head><title>Links</title></head><body><nav>${'<a href="/a">A link</a> '.repeat(9)}</nav></body></html>`,
};

function article(title: string, head: string): string {
  const text =
    'The harbour council met for nine hours on Tuesday before it agreed, by a single vote, to reopen the old lock gates, said Marta Lindqvist, who chairs it. Engineers from Aberdeen had argued that the timber was sound, although two divers told Reuters of soft spots below the waterline.';
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article>${title && `<h1>${title}</h1>`}${`<p>${text}</p>`.repeat(4)}</article></body></html>`;
}

const shelf: Shelf = (path) => {
  const body = pages[path];
  const found: Served | null = body ? { type: 'text/html; charset=utf-8', body } : sampleShelf(path);
  return path === '/paper.pdf' ? { type: 'application/pdf', body: '%PDF-1.4\n%%EOF' } : found;
};

async function popupShots(browser: Browser, name: string) {
  await browser.open(site.origin + samplePath);
  const popup = await openPopup(browser);
  await marked(popup);
  const shot = shooter(popup, `${name}-popup`);
  await shot('first');
  await popup.evaluate(() => document.querySelector<HTMLElement>('.welcome button')?.click());
  for (const theme of themes) {
    await choose(popup, { theme });
    await shot(theme);
  }
  await choose(popup, { theme: 'light' });
  for (const [state, open] of Object.entries(over)) {
    await open(popup);
    await shot(state);
    await press(popup, 'Escape');
  }
  await shot('trace');
  await choose(popup, { theme: 'dark', dimOthers: true, font: 'legible', size: 21, density: 'first' });
  await shot('dimmed-first-mentions-large');
  await choose(popup, {});
  await popup.close();
}

/** What opens over the text. The card comes last: its name stays traced. */
const over: Readonly<Record<string, (view: View) => Promise<unknown>>> = {
  index: (view) => icon(view, 0),
  settings: (view) => icon(view, 1),
  find: async (view) => {
    await press(view, '/');
    await pause(100);
    await view.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.find input')!;
      field.value = 'the';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  },
  help: (view) => press(view, '?'),
  'date-card': (view) => mark(view, 'dates'),
  card: (view) => mark(view, 'people'),
};

async function pageShots(browser: Browser, name: string) {
  const internal = name === 'chromium' ? 'chrome://version' : 'about:support';
  for (const path of [...Object.keys(pages), '/paper.pdf', internal]) {
    await browser.open(path.startsWith('/') ? site.origin + path : path).catch(() => {});
    const popup = await openPopup(browser);
    await pause(500);
    await shooter(popup, `${name}-page`)(path.replace(/\W+/g, '-').replace(/^-/, ''));
    await popup.close();
  }
}

async function readerShots(browser: Browser, name: string) {
  await browser.open(site.origin + samplePath);
  const reader = await openReader(browser);
  const shot = shooter(reader, `${name}-reader`);
  for (const theme of themes) {
    await choose(reader, { theme });
    await shot(theme);
  }
  await choose(reader, { theme: 'light' });
  const icons = await reader.evaluate(() => document.querySelectorAll('.bar > .icon-button').length);
  for (let at = 2; at < icons; at++) {
    await icon(reader, at);
    await shot(`panel-${at}`);
    await press(reader, 'Escape');
  }
  await mark(reader, 'people');
  await shot('card');
  await choose(reader, { theme: 'light', width: 'wide', size: 24, font: 'sans', others: true });
  await shot('wide-large-sans');
  await choose(reader, {});
}

/** In the tab in front, for a tab behind it is not painted. */
async function optionsShots(browser: Browser, name: string) {
  await browser.open(`${browser.extensionUrl}options.html`);
  const options = browser.tab;
  await until('the form', () => options.evaluate(() => document.querySelector('form') !== null));
  for (const theme of themes) {
    await choose(options, { theme });
    await shooter(options, `${name}-options`)(theme);
  }
  await choose(options, {});
}

function shooter(view: View, prefix: string) {
  return async (state: string) => {
    await pause(250);
    await view.screenshot(join(folder, `${prefix}-${state}.png`));
  };
}

/** Stores options as another view would, so that this one follows. */
async function choose(view: View, options: object) {
  await view.evaluate(async (stored) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { sync: { set(items: object): Promise<void> } } };
    };
    await chrome.storage.sync.set({ options: { version: 1, ...stored } });
  }, options);
  await pause(150);
}

const icon = (view: View, at: number) =>
  view.evaluate((index) => document.querySelectorAll<HTMLElement>('.bar > .icon-button')[index]!.click(), at);

const mark = (view: View, kind: string) =>
  view.evaluate(
    (wanted) => document.querySelector<HTMLElement>(`article mark[data-kind=${wanted}]`)!.click(),
    kind,
  );

function writeIndex() {
  const figures = readdirSync(folder)
    .filter((file) => file.endsWith('.png'))
    .map(
      (file) =>
        `<figure><img src="${file}" loading="lazy"><figcaption>${file.slice(0, -4)}</figcaption></figure>`,
    );
  const style =
    'body{font:14px sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:24px}img{max-width:100%;border:1px solid #999}figure{margin:0}';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Shots</title><style>${style}</style>${figures.join('')}`,
  );
}

await built('chrome');
await built('firefox');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await startSite(shelf);
const wanted = process.argv.slice(2).filter((name) => (browserNames as readonly string[]).includes(name));
for (const name of browserNames) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`shots in ${name}`);
  const { browser, quit } = await launch(name);
  await popupShots(browser, name);
  await pageShots(browser, name);
  await readerShots(browser, name);
  await optionsShots(browser, name);
  await quit();
}
await site.close();
writeIndex();
say(`${readdirSync(folder).length - 1} pictures; look through ${join(folder, 'index.html')}`);
