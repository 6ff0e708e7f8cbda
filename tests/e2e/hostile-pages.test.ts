import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clobbered,
  clobberedInAll,
  clobberingPage,
  knownShapes,
  properties,
  sentence,
} from '../article/clobbering.ts';
import { pause, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { openPopup, settled, shownIn } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

const story = `<p>${sentence}</p>`.repeat(6);
const markup = `<img src='/probe-json.png' onerror='document.title=1'> <b>${sentence}</b> ${sentence.repeat(4)}`;

/** Its policy allows no markup from scripts, and what it carries as text would load pictures if it were shown. */
const strictPage = `<!doctype html><html lang="en"><title>Strict</title>
  <script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Strict', articleBody: markup }).replaceAll('<', '\\u003c')}</script>
  <article><h1>Strict</h1>${story}<noscript><img src="/probe-fallback.png" alt="A lock"></noscript></article>`;

const pages: Readonly<Record<string, string>> = {
  '/all': clobberingPage(clobberedInAll()),
  '/named': clobberingPage(properties.map((property) => clobbered(property, 'name')).join('')),
  ...Object.fromEntries(knownShapes.map(({ body }, n) => [`/shape/${n}`, clobberingPage(body)])),
};

describe.each(browserNames)('pages that mean ill in %s', (name) => {
  let site: Site;
  let launched: Launched;
  const asked: string[] = [];

  beforeAll(async () => {
    site = await startSite((path) => {
      asked.push(path);
      const headers = {
        'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'",
      };
      if (path === '/strict') return { type: 'text/html; charset=utf-8', body: strictPage, headers };
      const body = pages[path];
      return body ? { type: 'text/html; charset=utf-8', body } : sampleShelf(path);
    });
    launched = await launch(name);
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  const read = async (path: string): Promise<View> => {
    await launched.browser.open(site.origin + path);
    return openPopup(launched.browser);
  };

  it.each(Object.keys(pages))('are read though they clobber: %s', async (path) => {
    const popup = await read(path);
    expect((await shownIn(popup)).text).toContain(sentence);
    await popup.close();
  });

  it('are read under a policy against markup, and loads nothing that they carry as text', async () => {
    const popup = await read('/strict');
    expect((await shownIn(popup)).text).toContain(sentence);
    await pause(300);
    expect(asked.filter((path) => path.startsWith('/probe'))).toEqual([]);
    await popup.close();
  });

  it.each([
    { query: '', sign: 'nothing named' },
    { query: '?url=javascript:alert(1)&tab=1', sign: 'a script' },
    { query: '?url=data:text/html,x&tab=1', sign: 'data' },
    { query: '?url=//evil.example&tab=1', sign: 'no scheme' },
    { query: '?url=https://evil.example/&tab=-1', sign: 'a tab that is none' },
    {
      query: '?url=https://evil.example/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&tab=999999',
      sign: 'markup',
    },
    { query: `?url=https://evil.example/${'a'.repeat(50_000)}&tab=1&scope=__proto__`, sign: 'no end' },
  ])('cannot make the full page show more than a sentence: an address with $sign', async ({ query }) => {
    const { browser } = launched;
    await browser.open(`${browser.extensionUrl}reader.html${query}`);
    await settled(browser.tab);
    const seen = await browser.tab.evaluate(() => ({
      home: location.pathname,
      reason: document.querySelector('[data-reason]')?.getAttribute('data-reason'),
      links: [...document.links].map(({ protocol }) => protocol),
      strangers: document.querySelectorAll('img, iframe, article').length,
    }));
    expect(seen).toMatchObject({ home: '/reader.html', strangers: 0 });
    expect(seen.reason).toBeTruthy();
    expect(seen.links.filter((protocol) => protocol !== 'https:')).toEqual([]);
    expect(await browser.tab.troubles()).toEqual([]);
  });

  it('cannot keep the reader waiting by leaving while they are read', async () => {
    await launched.browser.open(site.origin + samplePath);
    const popup = await launched.browser.clickAction();
    await launched.browser.tab.evaluate(() => {
      setTimeout(() => location.replace('/all'));
    });
    await settled(popup); // with the article or with why there is none; both are an end
    await popup.close();
  });
});

describe('pages of ours in chromium', () => {
  let launched: Launched;
  beforeAll(async () => {
    launched = await launch('chromium');
  });
  afterAll(() => launched?.quit());

  it.each(['popup.html', 'reader.html', 'options.html'])('take no markup from a script: %s', async (page) => {
    const { browser } = launched;
    await browser.open(browser.extensionUrl + page);
    const outcomes = await browser.tab.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: set by the script when it runs, which it must not
      const world = globalThis as any;
      const attempt = (way: () => void) => {
        try {
          way();
          return 'allowed';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const script = document.createElement('script');
      return [
        attempt(() => {
          document.body.innerHTML = '<b>x</b>';
        }),
        attempt(() => document.write('<b>x</b>')),
        attempt(() => {
          script.src = '/annotator.js';
        }),
        attempt(() => new Worker('/annotator.js')),
        attempt(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
        attempt(() => world.trustedTypes.createPolicy('mine', {})),
      ];
    });
    expect(outcomes).toEqual(Array(6).fill('TypeError'));
  });
});
