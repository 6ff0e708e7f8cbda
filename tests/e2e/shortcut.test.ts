import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowsers } from '../../scripts/ensure-browsers.ts';
import { until } from './drivers/browser.ts';
import { type Display, startDisplay } from './drivers/display.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { settled, shownIn } from './popup.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

// a key that goes the whole way, through the desktop, needs a desktop: elsewhere than on Linux there is none to borrow
describe.runIf(process.platform === 'linux').each(browserNames)('the shortcut in %s', (name) => {
  let site: Site;
  let display: Display;
  let launched: Launched;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    display = await startDisplay(ensureBrowsers(['display']).display);
    launched = await launch(name, { window: { display: display.name } });
    await launched.browser.open(site.origin + samplePath);
  });

  afterAll(async () => {
    await launched?.quit();
    display?.stop();
    await site?.close();
  });

  it('is the one that was suggested', async () => {
    const options = await launched.browser.optionsPage();
    const commands = await options.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own global, `browser` or `chrome`
      const { browser, chrome } = globalThis as any;
      return (browser ?? chrome).commands.getAll() as { name: string; shortcut: string }[];
    });
    await options.close();
    expect(commands).toContainEqual(
      expect.objectContaining({ name: '_execute_action', shortcut: 'Alt+Shift+L' }),
    );
  });

  it('opens the article when the keys are pressed', async () => {
    const title = 'Rival camps meet in Sirte';
    await until('the window to have the keyboard', () => {
      display.click(600, 600); // on the page, as a reader would have
      return display.focused().startsWith(title);
    });
    const popup = await launched.browser.popupAfter(() => display.press('alt+shift+l'));
    await settled(popup);
    expect((await shownIn(popup)).title).toContain(title);
  });
});
