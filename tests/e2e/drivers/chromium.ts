import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, {
  type CDPSession,
  type Extension,
  type Page,
  type Browser as Puppet,
} from 'puppeteer-core';
import { type Browser, environmentFor, type LaunchOptions, until, type View } from './browser.ts';
import type { Outside } from './outside.ts';

/** Starts Chromium. Its toolbar button is pressed by the protocol's own command, which grants activeTab as a click does. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'lede-chromium-'));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeProfile);

  let puppet: Puppet;
  let extension: Extension;
  let page: Page;
  let popup: Page | null = null; // puppeteer does not count popups among its pages
  let dark: boolean | null = null; // as the system says

  async function start() {
    puppet = await launch(options, profile);
    const id = await puppet.installExtension(options.extension);
    const installed = (await puppet.extensions()).get(id);
    if (!installed) throw new Error(`Chromium installed ${options.extension} as ${id} and does not list it`);
    extension = installed;
    page = (await puppet.pages())[0] ?? (await puppet.newPage());
    await prefer(page, dark);
  }

  async function popupAfter(open: () => void | Promise<void>): Promise<View> {
    const address = `chrome-extension://${extension.id}/popup.html`;
    const [target] = await Promise.all([
      puppet.waitForTarget((target) => target.url().startsWith(address), { timeout: 60_000 }),
      open(),
    ]);
    popup = await target.asPage();
    await prefer(popup, dark);
    return viewOf(popup);
  }

  await start();
  return {
    name: 'chromium',
    get extensionUrl() {
      return `chrome-extension://${extension.id}/`;
    },
    get tab() {
      return viewOf(page);
    },
    async open(url, wait = 'loaded') {
      await page.bringToFront();
      const arrive = wait === 'loaded' ? arriveAt : startLoading;
      await arrive(page, url).catch(async (error: Error) => {
        if (error.name !== 'TimeoutError') throw error;
        // a tab that showed a PDF was once seen to load nothing any more: another takes its place
        const stuck = page;
        page = await puppet.newPage();
        await prefer(page, dark);
        await stuck.close();
        await arrive(page, url);
      });
    },
    clickAction: () => popupAfter(() => page.triggerExtensionAction(extension)),
    popupAfter,
    async optionsPage() {
      const options = await puppet.newPage();
      await prefer(options, dark);
      await options.goto(`chrome-extension://${extension.id}/options.html`);
      await page.bringToFront();
      return viewOf(options);
    },
    async beforeScripts(script) {
      await page.evaluateOnNewDocument(script);
    },
    async cpuSeconds() {
      const session = await puppet.target().createCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      const pages = processInfo.filter(({ type }) => type === 'renderer');
      return pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
    countTabs: async () => (await puppet.pages()).length,
    async emulateDark(wanted) {
      dark = wanted;
      const pages = await puppet.pages();
      if (popup && !popup.isClosed()) pages.push(popup);
      for (const page of pages) await prefer(page, dark);
    },
    async forbidFiles() {
      await page.goto('chrome://extensions');
      await page.evaluate(async (extensionId) => {
        // biome-ignore lint/suspicious/noExplicitAny: an API of this page alone, without public types
        const { developerPrivate } = (globalThis as any).chrome;
        // the switch loads the extension anew, and outside of developer mode it would then stay off
        await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await developerPrivate.updateExtensionConfiguration({ extensionId, fileAccess: false });
      }, extension.id);
      await until('the extension to be back', async () => (await puppet.extensions()).has(extension.id));
      extension = (await puppet.extensions()).get(extension.id)!; // it was seen there
    },
    async restart() {
      await puppet.close();
      await start();
    },
    async quit() {
      await puppet.close();
      removeProfile();
    },
    get ended() {
      return new Promise<void>((resolve) => puppet.once('disconnected', () => resolve()));
    },
  };
}

async function launch(options: LaunchOptions, profile: string): Promise<Puppet> {
  const args = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-search-engine-choice-screen',
    // what the browser itself would ask its maker goes to a port where nobody listens
    '--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication',
    '--component-updater=url-source=http://127.0.0.1:9/',
    '--gaia-url=http://127.0.0.1:9',
    '--window-size=1200,850',
    ...(options.outside === null ? [] : cutOff(options.outside)),
    ...(options.store === null ? [] : [`--apps-gallery-url=${options.store}`]),
    ...(options.window === 'none' ? ['--disable-gpu'] : ['--ozone-platform-hint=auto']),
  ];
  const start = (extra: readonly string[]) =>
    puppeteer.launch({
      executablePath: options.program,
      headless: options.window === 'none',
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      defaultViewport: null,
      args: [...args, ...extra],
      env: environmentFor(options.window),
    });
  const noSandbox = ['--no-sandbox']; // root has none to use, and some containers neither
  if (process.getuid?.() === 0) return start(noSandbox);
  return start([]).catch((error: Error) => {
    if (!/sandbox/i.test(error.message)) throw error;
    return start(noSandbox);
  });
}

function cutOff(outside: Outside): string[] {
  return [
    `--proxy-server=http://127.0.0.1:${outside.port}`,
    // a proxy answers for names, but prefetched names would be asked of the system
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ];
}

async function prefer(page: Page, dark: boolean | null): Promise<void> {
  if (dark === null) return;
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
}

/** What the browser downloads, or shows by itself in place of a page, ends the navigation without a failure of ours. */
async function arriveAt(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load', timeout: 40_000 }).catch((error: Error) => {
    if (!/ERR_ABORTED/.test(error.message)) throw error;
  });
}

/** Leaves as soon as the page has begun: one that never ends would hold `goto` until it gives up. */
async function startLoading(page: Page, url: string): Promise<void> {
  page.goto(url, { timeout: 0 }).catch(() => {}); // the next address aborts it
  await until(`${url} to begin`, () => page.url() === url);
  await until('its first words', () => page.evaluate(() => document.body !== null));
}

function viewOf(page: Page): View {
  return {
    // puppeteer writes the function out as text; its own type asks for less than ours promises
    evaluate: (fn, ...args) => page.evaluate(fn as never, ...(args as unknown as never[])) as never,
    async screenshot(file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    async print(file) {
      await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
    },
    async troubles() {
      const session = await page.createCDPSession();
      const found = await consoleOf(session);
      await session.detach();
      return found;
    },
    async close() {
      if (!page.isClosed()) await page.close();
    },
  };
}

/** A session that switches the logs on is told everything they hold, from the first line of the document. */
async function consoleOf(session: CDPSession): Promise<string[]> {
  const found: string[] = [];
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') found.push(`${entry.source}: ${entry.text} ${entry.url ?? ''}`.trim());
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    found.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error' || type === 'assert')
      found.push(`console.${type}: ${args.map((arg) => arg.value ?? arg.description).join(' ')}`);
  });
  await session.send('Log.enable');
  await session.send('Runtime.enable');
  return found;
}
