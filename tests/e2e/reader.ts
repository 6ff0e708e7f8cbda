import type { Browser, View } from './drivers/browser.ts';
import { marked, openPopup, settled } from './popup.ts';

/** Opens the full page of what the tab in front shows, in the same tab: as the popup's button does in a new one. */
export async function openReader(browser: Browser): Promise<View> {
  const popup = await openPopup(browser);
  await marked(popup);
  const query = await popup.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<Tab[]> } } })
      .chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    return `?${new URLSearchParams({ url: tab!.url, tab: String(tab!.id), scope: 'article' })}`;
  });
  await popup.close();
  await browser.open(`${browser.extensionUrl}reader.html${query}`);
  await settled(browser.tab);
  await marked(browser.tab);
  return browser.tab;
}

interface Tab {
  readonly id: number;
  readonly url: string;
}

/** Presses a key as the page's own scripts see it; the browsers' drivers have keys of their own for real ones. */
export function press(view: View, key: string): Promise<void> {
  return view.evaluate((pressed) => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
  }, key);
}

/** Clicks a control by its accessible name. */
export async function clickNamed(view: View, name: string): Promise<void> {
  const clicked = await view.evaluate((wanted) => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, a, input')];
    const control = controls.find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === wanted,
    );
    control?.click();
    return control !== undefined;
  }, name);
  if (!clicked) throw new Error(`no control is called ${name}`);
}
