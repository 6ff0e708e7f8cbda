import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pause, until, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { marked, openPopup } from './popup.ts';
import { openReader, press } from './reader.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 AA and its own best practice: rule and place. */
async function violations(view: View): Promise<string[]> {
  await view.evaluate(new Function(axe) as () => void);
  return view.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Findings> } };
    const found = await axe.run({ runOnly: tags });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, rules);
}

interface Findings {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: string[] }[];
  }[];
}

/** Opens something over the text by its key or its button, looks, and closes it again. */
async function withOpen(view: View, open: () => Promise<unknown>, selector: string): Promise<string[]> {
  await open();
  await until(selector, () => view.evaluate((wanted) => document.querySelector(wanted) !== null, selector));
  await pause(100);
  const found = await violations(view);
  await press(view, 'Escape');
  return found;
}

const clickIcon = (view: View, at: number) =>
  view.evaluate((index) => document.querySelectorAll<HTMLElement>('.bar > .icon-button')[index]!.click(), at);

const clickMark = (view: View) =>
  view.evaluate(() => document.querySelector<HTMLElement>('article mark[data-kind=people]')!.click());

describe.each(browserNames)('access in %s', (name) => {
  let site: Site;
  let launched: Launched;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  it.each(['light', 'dark'])('holds in the popup, %s', async (scheme) => {
    await launched.browser.emulateDark(scheme === 'dark');
    await launched.browser.open(site.origin + samplePath);
    const popup = await openPopup(launched.browser);
    await marked(popup);
    const found = {
      article: await violations(popup),
      index: await withOpen(popup, () => clickIcon(popup, 0), '.panel'),
      settings: await withOpen(popup, () => clickIcon(popup, 1), '.panel'),
      card: await withOpen(popup, () => clickMark(popup), '.card'),
    };
    await popup.close();
    expect(found).toEqual({ article: [], index: [], settings: [], card: [] });
  });

  it('holds where there is no article', async () => {
    await launched.browser.open(name === 'chromium' ? 'chrome://version' : 'about:support');
    const popup = await openPopup(launched.browser);
    const found = await violations(popup);
    await popup.close();
    expect(found).toEqual([]);
  });

  it('holds on the full page', async () => {
    await launched.browser.open(site.origin + samplePath);
    const reader = await openReader(launched.browser);
    expect(await violations(reader)).toEqual([]);
    for (const key of ['/', '?']) {
      expect(await withOpen(reader, () => press(reader, key), '.find, .panel')).toEqual([]);
    }
    const icons = await reader.evaluate(() => document.querySelectorAll('.bar > .icon-button').length);
    for (let icon = 0; icon < icons; icon++) {
      expect(await withOpen(reader, () => clickIcon(reader, icon), '.find, .panel, .speech')).toEqual([]);
    }
    expect(await withOpen(reader, () => clickMark(reader), '.card')).toEqual([]);
    expect(await reader.troubles()).toEqual([]);
  });

  it('holds on the settings page', async () => {
    const options = await launched.browser.optionsPage();
    await until('the form', () => options.evaluate(() => document.querySelector('form') !== null));
    expect(await violations(options)).toEqual([]);
    await options.close();
  });
});
