import { defineUnlistedScript } from '#imports';
import { paintTheme, rememberedTheme } from '../components/options/first-paint.ts';

/** Runs in the head of every page, before anything is painted. */
export default defineUnlistedScript(() => {
  paintTheme(document.documentElement, rememberedTheme());
  performance.mark('theme'); // a test holds that it comes before the first frame
});
