import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Policy of every extension page: scripts and workers of ours, images by choice of the reader, nothing else leaves. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify lede-worker',
].join('; ');

/**
 * Turndown tries a parser on an empty text when it is loaded, which the policy above reports as a breach. It is given
 * nodes, never text, so it needs none. Can go when turndown looks for a parser at its first use.
 */
const turndownWithoutParser: Plugin = {
  name: 'turndown-without-parser',
  transform(code, id) {
    if (!/[\\/]turndown[\\/]lib[\\/]turndown\.[\w.]+$/.test(id)) return undefined;
    const changed = code.replace("var root = typeof window !== 'undefined' ? window : {};", 'var root = {};');
    if (changed === code) throw new Error(`${id} no longer looks for a parser as it did; see wxt.config.ts`);
    return { code: changed, map: null };
  },
};

export default defineConfig({
  modules: ['@wxt-dev/auto-icons', '@wxt-dev/i18n/module'],
  manifestVersion: 3, // as MV2, which WXT would choose for Firefox, `_execute_action` does not open the popup
  publicDir: 'assets/public',
  outDir: '.output',
  imports: false,
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  i18n: { localesDir: 'assets/locales' },
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({
        absoluteSrc: fileURLToPath(new URL('assets/ner/en.ner', import.meta.url)),
        relativeDest: 'ner/en.ner',
      });
    },
  },
  vite: () => ({ plugins: [preact(), turndownWithoutParser] }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'contextMenus'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'open-reader': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_openReaderCommand__',
      },
    },
    ...(mode !== 'development' && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'lede@lede.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '125' }),
  }),
});
