import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { openPopup } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

/** The theme when it was set first, the frame that was painted first, and the ground as it is now. */
function firstFrame(view: View) {
  return view.evaluate(() => {
    const paints = performance.getEntriesByType('paint').map(({ startTime }) => startTime);
    return {
      theme: performance.getEntriesByName('theme')[0]?.startTime ?? Number.NaN,
      paint: Math.min(...paints),
      ground: getComputedStyle(document.documentElement).backgroundColor,
    };
  });
}

describe.each(browserNames)('the first frame in %s', (name) => {
  let site: Site;
  let launched: Launched;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    const options = await launched.browser.optionsPage();
    await until('the form', () => options.evaluate(() => document.querySelector('select') !== null));
    await options.evaluate(() => {
      const theme = document.querySelector<HTMLSelectElement>('select[name=theme]')!;
      theme.value = 'black';
      theme.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until('the theme', () => options.evaluate(() => localStorage.getItem('theme') === 'black'));
    await options.close();
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  it('has the chosen theme in the popup', async () => {
    await launched.browser.open(site.origin + samplePath);
    const popup = await openPopup(launched.browser);
    await until('a frame', () => popup.evaluate(() => performance.getEntriesByType('paint').length > 0));
    const { theme, paint, ground } = await firstFrame(popup);
    await popup.close();
    expect(theme).toBeLessThan(paint);
    expect(ground).toBe('rgb(0, 0, 0)');
  });

  it('has the chosen theme on a page of its own', async () => {
    await launched.browser.open(`${launched.browser.extensionUrl}options.html`);
    const { tab } = launched.browser;
    await until('a frame', () => tab.evaluate(() => performance.getEntriesByType('paint').length > 0));
    const { theme, paint, ground } = await firstFrame(tab);
    expect(theme).toBeLessThan(paint);
    expect(ground).toBe('rgb(0, 0, 0)');
  });
});
