import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { openPopup } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

describe.each(browserNames)('the options page in %s', (name) => {
  let site: Site;
  let launched: Launched;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    await launched.browser.open(site.origin + samplePath);
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  it('changes an open popup at once', async () => {
    const { browser } = launched;
    const options = await browser.optionsPage();
    const popup = await openPopup(browser);
    expect(await looks(popup)).toEqual({ theme: 'auto', size: 17 });

    await choose(options, 'theme', 'sepia');
    await choose(options, 'size', '22');
    await until('the change to arrive', async () => (await looks(popup)).size === 22);
    expect(await looks(popup)).toEqual({ theme: 'sepia', size: 22 });

    expect(await options.troubles()).toEqual([]);
    expect(await popup.troubles()).toEqual([]);
    await popup.close();
    await options.close();
  });

  it('is remembered after the browser was closed', async () => {
    const { browser } = launched;
    await browser.restart();
    await browser.open(site.origin + samplePath);
    const popup = await openPopup(browser);
    expect(await looks(popup)).toEqual({ theme: 'sepia', size: 22 });
    await popup.close();

    const options = await browser.optionsPage();
    const shown = await until('the form', () =>
      options.evaluate(() => document.querySelector<HTMLSelectElement>('select[name=theme]')?.value),
    );
    expect(shown).toBe('sepia');
    await options.close();
  });

  it.each([
    { stored: { version: 1, theme: '"><img src=x onerror=alert(1)>', size: 19 }, theme: 'auto', size: 19 },
    { stored: { version: 1, theme: 'dark', size: 1e9, font: { toString: 'x' } }, theme: 'dark', size: 17 },
    { stored: { version: 99, theme: 'black', size: '22', width: null }, theme: 'black', size: 17 },
    { stored: 'not an object', theme: 'auto', size: 17 },
    { stored: [1, 2, 3], theme: 'auto', size: 17 },
  ])('lets a broken value fall back alone: $stored', async ({ stored, theme, size }) => {
    const { browser } = launched;
    const options = await browser.optionsPage();
    await options.evaluate(async (value) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global, `browser` or `chrome`
      const { browser, chrome } = globalThis as any;
      await (browser ?? chrome).storage.sync.set({ options: value });
    }, stored);
    await options.close();

    const popup = await openPopup(browser);
    expect(await looks(popup)).toEqual({ theme, size });
    expect(await popup.troubles()).toEqual([]);
    await popup.close();
  });
});

/** Theme, and size of the text in CSS pixels. */
function looks(popup: View): Promise<{ theme: string; size: number }> {
  return popup.evaluate(() => ({
    theme: document.documentElement.dataset.theme ?? '',
    size: Number.parseFloat(getComputedStyle(document.querySelector('.article-body p')!).fontSize),
  }));
}

/** Changes a control of the form as a reader's hand does. */
async function choose(options: View, name: string, value: string): Promise<void> {
  await until(`the control ${name}`, () =>
    options.evaluate((name) => document.querySelector(`[name=${name}]`) !== null, name),
  );
  await options.evaluate(
    (name, value) => {
      const control = document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)!;
      control.value = value;
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    },
    name,
    value,
  );
}
