import Ajv from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import schema from '../../components/exports/article.schema.json' with { type: 'json' };
import { until, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { clickNamed, openReader } from './reader.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

const title = 'Rival camps meet in Sirte to rescue Libya’s December vote';

describe.each(browserNames)('writing out the sample article in %s', (name) => {
  let site: Site;
  let launched: Launched;
  let reader: View;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    await launched.browser.open(site.origin + samplePath);
    reader = await openReader(launched.browser);
    await clickNamed(reader, 'Copy or save');
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
