import { join } from 'node:path';
import { ensureBrowsers } from '../../../scripts/ensure-browsers.ts';
import type { Browser, BrowserName, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { type Outside, startOutside } from './outside.ts';

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

const folders = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

export interface Launched {
  readonly browser: Browser;
  /** What left, or would have left, this machine. */
  readonly outside: Outside;
  quit(): Promise<void>;
}

/** What may differ from one start to another; `extension` is then another build than the one that ships. */
type Choices = Partial<Pick<LaunchOptions, 'window' | 'store' | 'extension'>>;

/** Starts a browser with the built extension, cut off from the world. */
export async function launch(name: BrowserName, options: Choices = {}): Promise<Launched> {
  const outside = await startOutside();
  const browser = await launchWith(name, { ...options, outside });
  return {
    browser,
    outside,
    async quit() {
      await browser.quit();
      await outside.close();
    },
  };
}

/** Starts a browser with the built extension, on the network when nothing takes its place. */
export function launchWith(
  name: BrowserName,
  options: Choices & Pick<LaunchOptions, 'outside'>,
): Promise<Browser> {
  return (name === 'chromium' ? launchChromium : launchFirefox)({
    program: ensureBrowsers([name])[name],
    extension: options.extension ?? join(import.meta.dirname, '..', '..', '..', '.output', folders[name]),
    window: options.window ?? 'none',
    store: options.store ?? null,
    outside: options.outside,
  });
}
