import Ajv from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import schema from '../../components/exports/article.schema.json' with { type: 'json' };
import { readerPath } from '../../components/session/reader-address.ts';
import { type Browser, until, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { marked, openPopup, settled } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

const title = 'Rival camps meet in Sirte to rescue Libya’s December vote';

describe.each(browserNames)('writing out the sample article in %s', (name) => {
  let site: Site;
  let launched: Launched;
  let reader: View;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    reader = await openReader(launched.browser, site.origin + samplePath);
    await reader.evaluate(() =>
      document.querySelector<HTMLElement>('.icon-button[title="Copy or save"]')!.click(),
    );
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  it('saves Markdown', async () => {
    const { text, fileName } = await saved(reader, 'Markdown');
    expect(fileName).toBe(`${title}.md`);
    expect(parse(text.split('---\n')[1]!)).toMatchObject({
      title,
      author: 'Hannah Okoro',
      url: site.origin + samplePath,
    });
    expect(text).toContain(`# ${title}\n`);
    expect(text).toMatch(/^## .*A quarrel over the oil$/m);
    expect(text).toMatch(/^\*The port of Sirte.*\*$/m);
  });

  it('saves plain text', async () => {
    const { text, fileName } = await saved(reader, 'Plain text');
    expect(fileName).toBe(`${title}.txt`);
    expect(text.startsWith(`${title}\n===`)).toBe(true);
    expect(text).not.toContain('<');
  });

  it('saves HTML that a browser opens without a script', async () => {
    const { text, fileName } = await saved(reader, 'HTML');
    expect(fileName).toBe(`${title}.html`);
    expect(text.startsWith('<!doctype html>')).toBe(true);
    expect(text).not.toMatch(/<script|<mark|<button/);
  });

  it('saves JSON that the schema holds, with its names', async () => {
    const { text, fileName } = await saved(reader, 'JSON with names');
    const json = JSON.parse(text);
    const validate = new Ajv({ allErrors: true }).compile(schema);
    expect(fileName).toBe(`${title}.json`);
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(json.annotations.total).toBeGreaterThan(20);
    const signs = [...json.article.text.value];
    for (const { target } of json.annotations.first.items) {
      const [{ start, end }, { exact }] = target.selector;
      expect(signs.slice(start, end).join('')).toBe(exact);
    }
  });

  it('breaks no policy, logs no error and asks nobody', async () => {
    expect(await reader.troubles()).toEqual([]);
    expect(launched.outside.requests).toEqual([]);
  });
});

/** The full page with the article at `url`, its names marked. */
async function openReader(browser: Browser, url: string): Promise<View> {
  await browser.open(url);
  const popup = await openPopup(browser);
  const tab = await popup.evaluate(async () => {
    const tabs = (
      globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number }[]> } } }
    ).chrome.tabs;
    const [active] = await tabs.query({ active: true, currentWindow: true });
    return active!.id;
  });
  await browser.open(browser.extensionUrl + readerPath({ tabId: tab, url, scope: 'article' }).slice(1));
  await settled(browser.tab);
  await marked(browser.tab);
  return browser.tab;
}

/** What the page gives the browser to save; the browser would ask where to. */
async function saved(reader: View, format: string): Promise<{ text: string; fileName: string }> {
  await reader.evaluate((label) => {
    const page = window as unknown as { saved?: { text: string; fileName: string } };
    delete page.saved;
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = async function () {
        HTMLAnchorElement.prototype.click = click;
        page.saved = { text: await (blob as Blob).text(), fileName: this.download };
      };
      return createObjectURL(blob);
    };
    const { click } = HTMLAnchorElement.prototype;
    document.querySelector<HTMLElement>(`button[aria-label="Save: ${label}"]`)!.click();
  }, format);
  return until(`the ${format} to be saved`, () =>
    reader.evaluate(
      () => (window as unknown as { saved?: { text: string; fileName: string } }).saved ?? null,
    ),
  );
}
