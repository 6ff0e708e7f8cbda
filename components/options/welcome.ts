import { storage } from '#imports';

/** How long the popup waits for this; it usually takes 5 ms. */
const patienceMs = 500;

const item = storage.defineItem<boolean>('local:welcomed', { fallback: false });

/**
 * True once: at the first article on this device. Also false where storage can't say in time, for a line that comes
 * again is worse than none.
 */
export function isFirstArticle(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false));
  return Promise.race([noteFirst(), late]);
}

async function noteFirst(): Promise<boolean> {
  try {
    if (await item.getValue()) return false;
    await item.setValue(true);
    return true;
  } catch {
    return false;
  }
}
