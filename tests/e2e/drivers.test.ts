import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

/** What finds nothing in the other tests must be able to find something. */
describe.each(browserNames)('the watch over %s', (name) => {
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

  it('sees a request that would leave the machine', async () => {
    const { browser, outside } = launched;
    await browser.tab.evaluate(() => {
      new Image().src = 'http://elsewhere.example/pixel.png';
      new Image().src = 'https://elsewhere.example/pixel.png';
    });
    await until('both requests', () => outside.requests.length >= 2);
    expect(outside.requests).toContain('GET http://elsewhere.example/pixel.png');
    expect(outside.requests).toContain('CONNECT elsewhere.example:443');
  });

  it('sees an error and a broken policy in the popup', async () => {
    const popup = await launched.browser.clickAction();
    await popup.evaluate(() => {
      console.error('something is wrong');
      new Image().src = 'http://elsewhere.example/blocked.png';
      setTimeout(() => {
        throw new Error('nobody caught this');
      });
    });
    const troubles = await until('three troubles', async () => {
      const found = await popup.troubles();
      return found.length >= 3 && found.join('\n');
    });
    expect(troubles).toContain('something is wrong');
    expect(troubles).toMatch(/img-src/);
    expect(troubles).toContain('nobody caught this');
    expect(launched.outside.requests.join()).not.toContain('blocked.png');
  });
});
