import { browser } from '#imports';

/** The bindings as the browser has them, empty where none is set, and the way to change them. */
export async function readShortcuts() {
  const commands = await browser.commands.getAll().catch(() => []);
  const binding = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
  const canChange = import.meta.env.CHROME;
  return {
    popup: binding('_execute_action'),
    reader: commands.some(({ name }) => name === 'open-reader') ? binding('open-reader') : null,
    // Firefox has no address for its page of shortcuts that an extension may open
    onChange: canChange ? () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' }) : null,
  };
}
