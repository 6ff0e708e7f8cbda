import { defineContentScript } from '#imports';
import { readPage, takeScope } from '../components/article/read-page.ts';

/** Injected on the reader's click alone; what `main` returns is what `executeScript` resolves with. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => readPage(document, takeScope(globalThis)),
});
