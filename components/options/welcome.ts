import { storage } from '#imports';

const item = storage.defineItem<boolean>('local:welcomed', { fallback: false });

/** True once: at the first article on this device. Also false where storage can't say, for a line that comes again is worse than none. */
export async function isFirstArticle(): Promise<boolean> {
  try {
    if (await item.getValue()) return false;
    await item.setValue(true);
    return true;
  } catch {
    return false;
  }
}
