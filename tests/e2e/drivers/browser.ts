import type { Outside } from './outside.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Path of the browser's program. */
  readonly program: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly window: Window;
  /** Origin that the browser is to guard as it guards its own store. */
  readonly store: string | null;
  /** Takes every request for another host than this machine; null leaves the network open. */
  readonly outside: Outside | null;
}

/** None at all, one for the person at this machine, or one on an X display of ours (":99"). */
export type Window = 'none' | 'here' | { readonly display: string };

/** A real browser with Lede installed in a profile of its own, driven as a person drives it. */
export interface Browser {
  readonly name: BrowserName;
  /** Where the extension's own pages lie, ending in a slash. */
  readonly extensionUrl: string;
  /** The tab in front. */
  readonly tab: View;
  /** Goes to an address in the tab in front, and waits until it has loaded unless told not to. */
  open(url: string, wait?: 'loaded' | 'started'): Promise<void>;
  /** Clicks the toolbar button, and resolves when the popup's document is there. */
  clickAction(): Promise<View>;
  /** Resolves with the popup when `open` (a key pressed by a hand outside the browser) has opened it. */
  popupAfter(open: () => void | Promise<void>): Promise<View>;
  /** Opens the options page in a tab behind the one in front. */
  optionsPage(): Promise<View>;
  /** Runs `script` at the start of every document that the tab in front shows from now on, before any of its own. */
  beforeScripts(script: string): Promise<void>;
  /** Seconds of CPU that the processes of pages, the extension's among them, have used so far. */
  cpuSeconds(): Promise<number>;
  /** Number of tabs in all windows. */
  countTabs(): Promise<number>;
  /** What every page is told the reader prefers, from now on. */
  emulateDark(dark: boolean): Promise<void>;
  /** Takes the leave to read files on disk, which the browsers give to what is loaded by hand and not to what is installed. */
  forbidFiles(): Promise<void>;
  /** Quits, and starts again with the same profile. Views of before are gone. */
  restart(): Promise<void>;
  /** Quits and removes the profile. */
  quit(): Promise<void>;
  /** Resolves when the browser has ended, by `quit` or by the hand of a person who closes its window. */
  readonly ended: Promise<void>;
}

/** A document in the browser: a tab, the options page, or the popup. */
export interface View {
  /** Runs a self-contained function in the page's own world. Arguments and result are plain data. */
  evaluate<Args extends readonly unknown[], Value>(
    fn: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value>;
  /** Writes what is seen as a PNG. */
  screenshot(file: string): Promise<void>;
  /** Writes as a PDF what the browser would print, on A4 and without its own header and footer. */
  print(file: string): Promise<void>;
  /** What the console holds of errors, broken policy and uncaught exceptions. */
  troubles(): Promise<string[]>;
  /** Closes it; one that is closed already stays so. */
  close(): Promise<void>;
}

/** Asks until the answer is truthy. Throws with `what` was waited for when it never is. */
export async function until<Value>(
  what: string,
  ask: () => Value | Promise<Value>,
  milliseconds = 60_000,
): Promise<Exclude<Value, false | 0 | '' | null | undefined>> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<Value, false | 0 | '' | null | undefined>; // it is truthy
    if (Date.now() > end) throw new Error(`waited ${milliseconds / 1000} s in vain for ${what}`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What a browser started for that window finds in its environment. */
export function environmentFor(window: Window): NodeJS.ProcessEnv {
  return typeof window === 'object' ? { ...process.env, DISPLAY: window.display } : process.env;
}
