import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** The extensions Lede is measured beside. Each marks when its text stands and when that was painted, as Lede does. */
export const baselines = ['bare', 'plain'] as const;
export type Baseline = (typeof baselines)[number];

/** Writes an extension that does as little as can be, or a plain reader of forty lines, into `folder`. */
export function writeBaseline(kind: Baseline, folder: string, browser: 'chromium' | 'firefox'): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: `speed ${kind}`,
    version: '1',
    action: { default_popup: 'popup.html' },
    permissions: ['activeTab', 'scripting'],
    ...(browser === 'firefox' && {
      browser_specific_settings: { gecko: { id: `${kind}@speed.example`, strict_min_version: '142.0' } },
    }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const scripts = kind === 'plain' ? ['purify.min.js', 'popup.js'] : ['popup.js'];
  const tags = scripts.map((file) => `<script src="${file}"></script>`).join('');
  writeFileSync(
    join(folder, 'popup.html'),
    `<!doctype html><html><head><meta charset="utf-8"><style>body{width:545px;min-height:580px;font:17px/1.55 serif}img{display:none}</style></head><body><main>One line of text.</main>${tags}</body></html>`,
  );
  writeFileSync(join(folder, 'popup.js'), kind === 'plain' ? plainReader : bare);
  if (kind === 'plain') {
    copyFileSync(require.resolve('dompurify/dist/purify.min.js'), join(folder, 'purify.min.js'));
    copyFileSync(require.resolve('@mozilla/readability/Readability.js'), join(folder, 'Readability.js'));
    writeFileSync(join(folder, 'read.js'), read);
  }
}

const done = `
  document.documentElement.dataset.state = 'ready';
  performance.mark('text');
  requestAnimationFrame(() => setTimeout(() => performance.mark('text-painted')));`;

const bare = done;

const read = `(() => { const a = new Readability(document.cloneNode(true)).parse(); return a && { title: a.title, byline: a.byline, content: a.content }; })()`;

const plainReader = `(async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['Readability.js', 'read.js'] });
  const main = document.querySelector('main');
  const title = document.createElement('h1');
  title.textContent = result.title;
  main.innerHTML = DOMPurify.sanitize(result.content);
  main.prepend(title);
  ${done}
})();`;
