import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildInto } from '../../../scripts/build-into.ts';
import type { BrowserName } from '../drivers/browser.ts';

/**
 * Builds Lede into a temporary folder with markup mounted as it comes, so that the traps can be seen to spring.
 * Nothing of it can reach the build that ships: the change is made here, while this build runs, to a copy in memory.
 */
export async function buildWithoutSanitizer(
  browser: BrowserName,
): Promise<{ folder: string; remove(): void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'lede-unsafe-'));
  const { folder } = await buildInto(outDir, browser === 'chromium' ? 'chrome' : 'firefox', [
    withoutSanitizer,
  ]);
  return { folder, remove: () => rmSync(outDir, { recursive: true, force: true }) };
}

const gate = /const fragment = purifier\.sanitize\(html, configuration\)[^;]*;/;

const withoutSanitizer: Plugin = {
  name: 'without-sanitizer',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('components/article/sanitize.ts')) return undefined;
    const start = code.indexOf('const purifier = purifierOf(window);');
    const end = gate.exec(code);
    if (start < 0 || !end) throw new Error('sanitize.ts has no longer the lines that the control takes out');
    return code.slice(0, start) + asItComes + code.slice(end.index + end[0].length);
  },
};

const asItComes = `
  const plain = { createHTML: (html) => html };
  const template = window.document.createElement('template');
  window.ledeAsItComes ??= window.trustedTypes?.createPolicy('dompurify', plain) ?? plain;
  template.innerHTML = window.ledeAsItComes.createHTML(html);
  const fragment = template.content;`;
