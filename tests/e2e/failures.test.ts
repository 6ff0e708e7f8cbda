import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { openPopup, shownIn } from './popup.ts';
import { type Served, type Shelf, type Site, startSite } from './site/server.ts';

const locale = parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'assets', 'locales', 'en.yml'), 'utf8'),
);
const sentences: Readonly<Record<string, { sentence: string; step: string }>> = locale.failures;

const html = (body: string, more: Partial<Served> = {}): Served => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><title>A page</title>${body}`,
  ...more,
});

/** One page, one picture and one line: as small as a PDF can be and still open. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
`;

const stops = ['North Quay', 'Custom House', 'Fish Market', 'Old Lighthouse', 'Ropewalk', 'Ferry Stairs'];

const pages: Readonly<Record<string, Served>> = {
  '/report.pdf': { type: 'application/pdf', body: pdf },
  '/report': { type: 'application/pdf', body: pdf },
  '/loading': html('<body><header>The Harbour Courier</header>', { unfinished: true }),
  '/no-article': html(
    `<body><h1>Timetables</h1><ul>${stops.map((stop) => `<li><a href="/${stop}">${stop}</a>`).join('')}</ul>`,
  ),
  '/empty': html('<body>'),
  '/store': html('<body><h1>Lede</h1><p>An extension, in a store that lets no other extension read it.</p>'),
};

const shelf: Shelf = (path) => pages[path] ?? null;

interface Case {
  readonly page: string;
  readonly url: (site: Site, file: string) => string;
  readonly failure: string;
  readonly wait?: 'started';
}

const cases: readonly Case[] = [
  { page: 'a PDF', url: ({ origin }) => `${origin}/report.pdf`, failure: 'pdf' },
  {
    page: 'a page that is still loading',
    url: ({ origin }) => `${origin}/loading`,
    failure: 'loading',
    wait: 'started',
  },
  { page: 'a page without an article', url: ({ origin }) => `${origin}/no-article`, failure: 'noArticle' },
  { page: 'an empty page', url: ({ origin }) => `${origin}/empty`, failure: 'empty' },
  { page: 'a store', url: ({ port }) => `http://localhost:${port}/store`, failure: 'protectedPage' },
];

const own = { chromium: 'chrome://version', firefox: 'about:support' } as const;

describe.each(browserNames)('where Lede can’t read in %s', (name) => {
  let site: Site;
  let launched: Launched;
  let folder: string;
  let popup: View;

  afterEach(() => popup?.close());

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lede-file-'));
    site = await startSite(shelf);
    launched = await launch(name, { store: `http://localhost:${site.port}` });
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  it.each(cases)('$page says so, and what to do', async ({ url, failure, wait }) => {
    await launched.browser.open(url(site, folder), wait);
    popup = await openPopup(launched.browser);
    await expectSentence(popup, failure);
  });

  it('a PDF whose address does not say so says why, as far as the browser tells', async () => {
    await launched.browser.open(`${site.origin}/report`);
    popup = await openPopup(launched.browser);
    await expectSentence(popup, name === 'firefox' ? 'protectedPage' : 'pdf');
  });

  it('a page of the browser says so, and what to do', async () => {
    await launched.browser.open(own[name]);
    popup = await openPopup(launched.browser);
    await expectSentence(popup, 'browserPage');
  });

  it('Lede’s own options page says so, and what to do', async () => {
    await launched.browser.open(`${launched.browser.extensionUrl}options.html`);
    popup = await openPopup(launched.browser);
    await expectSentence(popup, 'browserPage');
  });

  it('a file on disk is read where the browser allows it, and says what to allow where not', async () => {
    const file = join(folder, 'article.html');
    const paragraph = `<p>${'The harbour master counted the boats again and found one too many. '.repeat(8)}</p>`;
    writeFileSync(
      file,
      `<!doctype html><title>Boats</title><article><h1>Boats</h1>${paragraph.repeat(6)}</article>`,
    );
    await launched.browser.forbidFiles();
    await launched.browser.open(pathToFileURL(file).href);
    popup = await openPopup(launched.browser);
    // Firefox has no such switch: the reader's click is leave enough for a file, too
    if (name === 'firefox') expect((await shownIn(popup)).text).toContain('found one too many');
    else await expectSentence(popup, 'localFile');
  });

  it('lets no request leave the machine', () => {
    expect(launched.outside.requests).toEqual([]);
  });
});

async function expectSentence(popup: View, failure: string): Promise<void> {
  const { sentence, step } = sentences[failure]!;
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
  const text = await popup.evaluate(() => document.body.innerText);
  expect(text).toContain(sentence);
  expect(text).toContain(step);
  expect(text).not.toMatch(/\bat .*:\d+:\d+|\w*Error:|undefined|\[object/);
  expect(await popup.troubles()).toEqual([]);
}
