import { browser, defineBackground, i18n } from '#imports';
import { readerPath } from '../components/session/reader-address.ts';

/** Wakes for the menu and the second shortcut only; both open the full page beside the tab they were used in. */
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: 'article',
      title: i18n.t('menuReadPage'),
      contexts: ['page', 'link', 'image'],
    });
    browser.contextMenus.create({
      id: 'selection',
      title: i18n.t('menuReadSelection'),
      contexts: ['selection'],
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    openReader(tab, menuItemId === 'selection' ? 'selection' : 'article');
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-reader') openReader(tab, 'article');
  });
});

type Tab = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>[1];

async function openReader(given: Tab, scope: 'article' | 'selection') {
  const tab = given ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return;
  const url = browser.runtime.getURL(readerPath({ tabId: tab.id, url: tab.url ?? '', scope }));
  await browser.tabs.create({ url, index: tab.index + 1, windowId: tab.windowId });
}
