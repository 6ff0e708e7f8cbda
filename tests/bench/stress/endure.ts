import { type Browser, pause, until } from '../../e2e/drivers/browser.ts';

export interface Endured {
  /** CPU of the page's and the extension's processes, from the click until the popup is at rest. */
  readonly seconds: number;
  /** Longest single task of the page and of the popup, in seconds on the clock; 0 where the browser does not tell. */
  readonly longest: { readonly tab: number; readonly popup: number };
  /** What the reader is shown or told; empty when nothing. */
  readonly outcome: string;
}

/** Opens a page, clicks the action, and waits until the popup has come to rest. */
export async function endure(browser: Browser, url: string): Promise<Endured> {
  await browser.open(url);
  await browser.tab.evaluate(watchTasks);
  const before = await browser.cpuSeconds();
  const popup = await browser.clickAction();
  try {
    await popup.evaluate(watchTasks);
    await until('the popup to come to rest', () => popup.evaluate(isAtRest), 120_000);
    await pause(300);
    const outcome = await popup.evaluate(toldOf);
    const seconds = (await browser.cpuSeconds()) - before;
    const tab = await browser.tab.evaluate(longestTask);
    return { seconds, longest: { tab, popup: await popup.evaluate(longestTask) }, outcome };
  } finally {
    await popup.close();
  }
}

/** Long tasks from now on; those of before are told too where the browser keeps them. */
function watchTasks() {
  // biome-ignore lint/suspicious/noExplicitAny: a place for the figure on the page
  const page = globalThis as any;
  page.ledeTasks = [];
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) page.ledeTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

function longestTask(): number {
  // biome-ignore lint/suspicious/noExplicitAny: set by watchTasks
  return Math.max(0, ...((globalThis as any).ledeTasks ?? [])) / 1_000;
}

function isAtRest(): boolean {
  const { state, marks } = document.documentElement.dataset;
  return state === 'failed' || marks === 'done' || document.querySelector('.names-line') !== null;
}

function toldOf(): string {
  const failure = document.querySelector<HTMLElement>('[data-reason]');
  if (failure) return `${failure.dataset.reason}`;
  const words = document.querySelector('.article-body')?.textContent?.length ?? 0;
  const marks = document.querySelectorAll('mark[data-mention]').length;
  const doubts = document.querySelector('.incomplete p')?.textContent ?? '';
  const line = document.querySelector('.names-line')?.textContent ?? '';
  return words > 0
    ? `${words} characters, ${marks} marks${line && `; ${line}`}${doubts && `; ${doubts}`}`
    : '';
}
