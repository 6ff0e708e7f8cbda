import { defineContentScript } from '#imports';
import type { Scope } from '../components/article/article.ts';
import { readPage } from '../components/article/read-page.ts';

/** Injected on the reader's click alone; what `main` returns is what `executeScript` resolves with. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => readPage(document, (globalThis as { ledeScope?: Scope }).ledeScope ?? 'article'),
});
