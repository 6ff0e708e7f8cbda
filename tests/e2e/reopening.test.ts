import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { marked, openPopup } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

describe.each(browserNames)('a popup opened again in %s', (name) => {
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

  it('is where its reader left it: place, filter and chosen name', async () => {
    const popup = await openPopup(launched.browser);
    await marked(popup);
    const start = await place(popup);
    expect(start.dates).toBe('true');
    expect(start.traced).toEqual([]);

    await popup.evaluate(() => {
      document.querySelector<HTMLElement>('[data-kind=dates][aria-pressed]')!.click();
      const marks = [...document.querySelectorAll<HTMLElement>('article mark[data-mention]')];
      marks.find((mark) => mark.textContent === 'Lindqvist')!.click();
    });
    await until('the name to be traced', async () => (await place(popup)).traced.length > 0);
    await popup.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.4));
    await until('the scroll to end', async () => (await place(popup)).scroll > start.scroll);
    await popup.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))); // scrollend comes late
    const left = await place(popup);
    await popup.close();

    const again = await openPopup(launched.browser);
    await marked(again);
    await until('the traced name', async () => (await place(again)).traced.length > 0);
    const found = await place(again);
    expect(found.dates).toBe('false');
    expect(found.traced).toEqual(left.traced);
    expect(found.scroll).toBeGreaterThan(left.scroll - 60);
    expect(found.scroll).toBeLessThan(left.scroll + 60);
    expect(await again.troubles()).toEqual([]);
    await again.close();
  });

  it('begins anew on another page', async () => {
    await launched.browser.open(`${site.origin}${samplePath}?page=other`);
    const popup = await openPopup(launched.browser);
    await marked(popup);
    expect(await place(popup)).toMatchObject({ dates: 'true', traced: [], scroll: 0 });
    await popup.close();
  });
});

interface Place {
  readonly scroll: number;
  readonly dates: string;
  readonly traced: string[];
}

function place(popup: View): Promise<Place> {
  return popup.evaluate(() => ({
    scroll: scrollY,
    dates: document.querySelector('[data-kind=dates][aria-pressed]')?.getAttribute('aria-pressed') ?? '',
    traced: [...document.querySelectorAll('mark.traced')].map((mark) => mark.textContent ?? ''),
  }));
}
