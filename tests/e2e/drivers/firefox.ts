import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, environmentFor, type LaunchOptions, until, type View } from './browser.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import type { Outside } from './outside.ts';

const host = '0f8b1c2e-1111-4222-8333-444455556666';
const popupBrowser = `document.querySelector('#customizationui-widget-panel browser.webextension-popup-browser')`;

/** Starts Firefox, puts Lede's button on the toolbar and clicks it with a real mouse event of the browser's own window. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'lede-firefox-'));
  const id = extensionId(options.extension);
  const button = `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`; // Firefox's makeWidgetId
  writePreferences(profile, id, options);

  let firefox: ChildProcess;
  let marionette: Marionette;
  let dark: boolean | null = null; // as the system says

  async function start() {
    rmSync(join(profile, 'MarionetteActivePort'), { force: true });
    firefox = startProgram(options, profile);
    marionette = await connectMarionette(await portOf(firefox, profile));
    await marionette.send('Addon:Install', { path: options.extension, temporary: true });
    await marionette.asBrowser(
      `CustomizableUI.addWidgetToArea(arguments[0], CustomizableUI.AREA_NAVBAR)`,
      button,
    );
    await marionette.asBrowser(listenToConsole);
    await prefer();
  }

  async function stop() {
    const gone = hasEnded();
    await marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => {});
    marionette.close();
    const late = setTimeout(() => firefox.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(late);
  }

  function hasEnded(): Promise<void> {
    if (firefox.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => firefox.once('exit', () => resolve()));
  }

  /** Tabs follow the preference, popups only the override of their own. */
  async function prefer() {
    if (dark === null) return;
    await marionette.asBrowser(
      `const [dark] = arguments;
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
      const popup = ${popupBrowser};
      if (popup) popup.browsingContext.prefersColorSchemeOverride = dark ? 'dark' : 'light';`,
      dark,
    );
  }

  async function popupAfter(open: () => void | Promise<void>): Promise<View> {
    await until('the popup before to be gone', () => marionette.asBrowser(`return !${popupBrowser}`));
    const since = await marionette.asBrowser<number>(`return ledeErrors.length`);
    await open();
    await until('the popup', () =>
      marionette.asBrowser(
        `const popup = ${popupBrowser}; return popup?.messageManager && popup.currentURI.spec.startsWith('moz-extension:')`,
      ),
    );
    await prefer();
    return viewOf(marionette, popupBrowser, since, async () => {
      await marionette.asBrowser(`document.querySelector('#customizationui-widget-panel')?.hidePopup()`);
      await until('the popup to close', () => marionette.asBrowser(`return !${popupBrowser}`));
    });
  }

  async function click() {
    const { value } = await marionette.send('WebDriver:FindElement', {
      using: 'css selector',
      value: `#${button.replace(/-browser-action$/, '-BAP')}`,
    });
    await marionette.send('WebDriver:ElementClick', { id: Object.values(value as object)[0] });
  }

  await start();
  return {
    name: 'firefox',
    extensionUrl: `moz-extension://${host}/`,
    get tab() {
      return viewOf(marionette, 'gBrowser.selectedBrowser', 0, async () => {
        await marionette.asBrowser(`gBrowser.removeTab(gBrowser.selectedTab)`);
      });
    },
    async open(url, wait = 'loaded') {
      await marionette.asBrowser(goTo, url);
      const ready = wait === 'loaded' ? hasLoaded : hasStarted;
      await until(`${url} to be ${wait}`, () => marionette.asBrowser(ready));
    },
    clickAction: () => popupAfter(click),
    popupAfter,
    async optionsPage() {
      const since = await marionette.asBrowser<number>(`return ledeErrors.length`);
      const tab = `gBrowser.tabs[${await marionette.asBrowser(openBehind, `moz-extension://${host}/options.html`)}]`;
      await until('the options page', () =>
        marionette.asBrowser(
          `const tab = ${tab}; return !tab.hasAttribute('busy') && tab.linkedBrowser.currentURI.spec.startsWith('moz-')`,
        ),
      );
      return viewOf(marionette, `${tab}.linkedBrowser`, since, () =>
        marionette.asBrowser(`gBrowser.removeTab(${tab})`),
      );
    },
    async beforeScripts(script) {
      await marionette.asBrowser(
        `Services.ppmm.loadProcessScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(arguments[0]), true)`,
        inOurPages(script),
      );
    },
    cpuSeconds: () =>
      marionette.asBrowserAsync(
        `const done = arguments[arguments.length - 1];
        ChromeUtils.requestProcInfo().then(({ children }) => {
          const pages = children.filter(({ type }) => /^(web|extension|file)/i.test(type));
          done(pages.reduce((sum, { cpuTime }) => sum + cpuTime / 1e9, 0));
        });`,
      ),
    countTabs: () =>
      marionette.asBrowser(
        `let count = 0;
        for (const window of Services.wm.getEnumerator('navigator:browser')) count += window.gBrowser.tabs.length;
        return count;`,
      ),
    async emulateDark(wanted) {
      dark = wanted;
      await prefer();
    },
    async forbidFiles() {}, // Firefox has no such leave
    async restart() {
      await stop();
      await start();
    },
    async quit() {
      await stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    get ended() {
      return hasEnded();
    },
  };
}

function extensionId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** A quiet profile: nothing is asked of Firefox's makers, everything else passes through `outside`. */
function writePreferences(profile: string, id: string, { outside, store }: LaunchOptions): void {
  const preferences = {
    ...(store !== null && { 'extensions.webextensions.restrictedDomains': new URL(store).hostname }),
    'marionette.port': 0,
    // the same address at every start, and storage that outlives a temporary installation
    'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.keepStorageOnUninstall': true,
    ...(outside !== null && cutOff(outside)),
    'network.dns.disablePrefetch': true,
    'network.http.speculative-parallel-limit': 0,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.trr.mode': 5,
    'app.normandy.enabled': false,
    'app.update.auto': false,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.activity-stream.feeds.topsites': false,
    'browser.newtabpage.activity-stream.feeds.section.topstories': false,
    'browser.region.update.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.search.update': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'browser.tabs.warnOnClose': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.healthreport.uploadEnabled': false,
    'dom.push.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'extensions.update.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'toolkit.telemetry.server': '',
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
}

function cutOff(outside: Outside) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': outside.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': outside.port,
    'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  };
}

function startProgram({ program, window }: LaunchOptions, profile: string): ChildProcess {
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  if (window === 'none') args.push('--headless');
  const env = {
    ...environmentFor(window),
    MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', // else a release ignores services.settings.server
  };
  const firefox = spawn(program, args, { stdio: 'ignore', env });
  const kill = () => {
    firefox.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true });
  };
  process.once('exit', kill);
  firefox.once('exit', () => process.off('exit', kill));
  return firefox;
}

/** Firefox writes the port it chose into the profile. */
function portOf(firefox: ChildProcess, profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  return until(
    'Firefox to listen',
    () => {
      if (firefox.exitCode !== null) throw new Error(`Firefox ended with ${firefox.exitCode} at its start`);
      return existsSync(file) && Number(readFileSync(file, 'utf8'));
    },
    120_000,
  );
}

const goTo = `
  const [url] = arguments;
  gBrowser.selectedBrowser.ledeBefore = gBrowser.selectedBrowser.innerWindowID;
  gBrowser.selectedBrowser.fixupAndLoadURIString(url, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });`;

const hasStarted = `
  const browser = gBrowser.selectedBrowser;
  return browser.innerWindowID !== browser.ledeBefore && !!browser.browsingContext.currentWindowGlobal;`;

/** After a start the first blank page may still give way to another blank one, which is not what was asked for. */
const hasLoaded = `
  const browser = gBrowser.selectedBrowser;
  if (browser.currentURI.spec === 'about:blank') return false;
  return browser.innerWindowID !== browser.ledeBefore && !gBrowser.selectedTab.hasAttribute('busy');`;

const openBehind = `
  const tab = gBrowser.addTrustedTab(arguments[0]);
  return gBrowser.tabs.indexOf(tab);`;

/**
 * Errors of every process arrive here, those of a policy without the page they belong to; what pages wrote with
 * console.error does not, and is asked of the page.
 */
const listenToConsole = `
  window.ledeErrors = [];
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError)) return;
      if (message.flags & Ci.nsIScriptError.warningFlag) return;
      window.ledeErrors.push({ text: message.errorMessage, source: message.sourceName });
    },
  });`;

/** A document in the <browser> that `path` finds, wherever its process is; its errors are those after the first `since`. */
function viewOf(marionette: Marionette, path: string, since: number, close: () => Promise<void>): View {
  return {
    async evaluate(fn, ...args) {
      const answer = await marionette.asBrowserAsync<{ value?: string; error?: string }>(
        askPage(path),
        `(${fn})(...${JSON.stringify(args)})`,
      );
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value === undefined ? undefined : JSON.parse(answer.value);
    },
    async screenshot(file) {
      const url = await marionette.asBrowserAsync<string>(snapshot(path));
      if (!url.startsWith('data:')) throw new Error(url);
      writeFileSync(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
    },
    async print(file) {
      const failure = await marionette.asBrowserAsync<string | null>(printTo(path), file);
      if (failure) throw new Error(failure);
    },
    async troubles() {
      const thrown = await marionette.asBrowser<string[]>(
        `const origin = ${path}.contentPrincipal.origin;
        const ours = ledeErrors.slice(arguments[0]).filter((error) => error.source.startsWith(origin));
        return ours.map((error) => error.text + ' ' + error.source)`,
        since,
      );
      const said = await marionette.asBrowserAsync<{ value: string }>(askConsole(path));
      return [...thrown, ...JSON.parse(said.value)];
    },
    close,
  };
}

/** Answers with what a frame script in the page's process sends back; `script` calls `reply` with plain data. */
function inProcess(path: string, script: string): string {
  return `
    const [expression] = arguments;
    const done = arguments[arguments.length - 1];
    const browser = ${path};
    if (!browser?.messageManager) return done({ error: 'the page is gone' });
    const name = 'lede:' + Math.random();
    const messages = browser.messageManager;
    const answer = (data) => {
      messages.removeMessageListener(name, answered);
      browser.removeProgressListener?.(leaving);
      done(data);
    };
    const answered = (message) => answer(message.data);
    // whoever asks a document that is left meanwhile would wait for ever
    const leaving = {
      QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
      onLocationChange(progress, request, location, flags) {
        const isSamePage = flags & Ci.nsIWebProgressListener.LOCATION_CHANGE_SAME_DOCUMENT;
        if (progress.isTopLevel && !isSamePage) answer({ error: 'the page was left' });
      },
    };
    browser.addProgressListener?.(leaving);
    messages.addMessageListener(name, answered);
    const script = '{ const expression = ' + JSON.stringify(expression ?? '') + ';'
      + 'const reply = (answer) => sendAsyncMessage("' + name + '", answer);'
      + ${JSON.stringify(script)} + '}';
    messages.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);`;
}

/** The expression runs as the page's own script would, outside its policy; values come back as JSON. */
const askPage = (path: string) =>
  inProcess(
    path,
    `try {
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
      Cu.exportFunction((value) => reply({ value }), sandbox, { defineAs: 'ledeValue' });
      Cu.exportFunction((error) => reply({ error }), sandbox, { defineAs: 'ledeError' });
      Cu.evalInSandbox(
        '(async () => ' + expression + ')().then((value) => ledeValue(JSON.stringify(value)), (error) => ledeError(String(error)))',
        sandbox, 'latest', content.location.href, 1, // errors in it are the page's own
      );
    } catch (error) {
      reply({ error: String(error) });
    }`,
  );

/** A script for every process: watches for documents of the extension, and runs `script` in each as its own. */
const inOurPages = (script: string) => `
  Services.obs.addObserver((page) => {
    const window = page.defaultView;
    if (!window || !page.documentURI?.startsWith('moz-extension://${host}/')) return;
    const sandbox = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false, sameZoneAs: window });
    Cu.evalInSandbox(${JSON.stringify(script)}, sandbox, 'latest', page.documentURI, 1);
  }, 'document-element-inserted');`;

const askConsole = (path: string) =>
  inProcess(
    path,
    `const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    const events = storage.getEvents(content.windowGlobalChild.innerWindowId);
    const errors = events.filter((event) => event.level === 'error' || event.level === 'assert');
    reply({ value: JSON.stringify(errors.map((event) => 'console.' + event.level + ': ' + event.arguments.map(String).join(' '))) });`,
  );

/** https://searchfox.org/mozilla-central/source/widget/nsIPrintSettings.idl */
const printTo = (path: string) => `
  const [file] = arguments;
  const done = arguments[arguments.length - 1];
  const service = Cc['@mozilla.org/gfx/printsettings-service;1'].getService(Ci.nsIPrintSettingsService);
  const settings = service.createNewPrintSettings();
  settings.isInitializedFromPrinter = true;
  settings.isInitializedFromPrefs = true;
  settings.outputFormat = Ci.nsIPrintSettings.kOutputFormatPDF;
  settings.outputDestination = Ci.nsIPrintSettings.kOutputDestinationFile;
  settings.toFileName = file;
  settings.printSilent = true;
  settings.paperSizeUnit = Ci.nsIPrintSettings.kPaperSizeMillimeters;
  settings.paperWidth = 210;
  settings.paperHeight = 297;
  for (const line of ['header', 'footer'])
    for (const side of ['Left', 'Center', 'Right']) settings[line + 'Str' + side] = '';
  ${path}.browsingContext.print(settings).then(() => done(null), (error) => done(String(error)));`;

const snapshot = (path: string) => `
  const done = arguments[arguments.length - 1];
  const draw = (bitmap) => {
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    done(canvas.toDataURL('image/png'));
  };
  ${path}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white').then(draw, (error) => done(String(error)));`;
