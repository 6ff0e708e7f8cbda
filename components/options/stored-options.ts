import { storage } from '#imports';
import { defaults, type Options, parseOptions, toStored } from './options.ts';

const item = storage.defineItem<unknown>('sync:options');

/** How long a dragged slider rests before it is written: `storage.sync` takes 120 writes a minute. */
const restMs = 600;

/** How long a view waits for its options before it begins with the defaults; they usually take 5 ms. */
const patienceMs = 1_000;

/** The options as one view holds them: changed at once here, written behind, followed when changed elsewhere. */
export interface OptionsHolder {
  /** Current options; the defaults until they were loaded. */
  current(): Options;
  /** Reads the stored value; resolves with the defaults where storage fails or is slow. What comes late is taken then. */
  load(): Promise<Options>;
  /** Changes some options at once in this view; stores the first change at once and those that follow after a rest. */
  change(patch: Partial<Options>): void;
  /** Writes what is still waiting. Resolves false when storage refused it; it then waits for the next flush. */
  flush(): Promise<boolean>;
  /** Calls back with the options after every change, here or elsewhere; returns its own undo. */
  watch(onChange: (options: Options) => void): () => void;
}

export function openOptions(): OptionsHolder {
  let options = defaults;
  /** What is stored as far as this view knows; null before it was read. */
  let stored: Options | null = null;
  let waiting: Partial<Options> = {};
  let writing = Promise.resolve(true);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<(options: Options) => void>();

  const set = (next: Options) => {
    options = next;
    for (const listener of listeners) listener(next);
  };

  const take = (value: unknown) => {
    stored = parseOptions(value);
    set({ ...stored, ...waiting });
  };

  const readOnce = async () => {
    const value = await item.getValue();
    stored ??= parseOptions(value);
  };

  const write = async (patch: Partial<Options>) => {
    try {
      // Nothing may be awaited before the write once the options were loaded: a page that closes gets no second turn.
      if (!stored) await readOnce();
      // another view may have written meanwhile, and `take` was told: only what was changed here goes on top
      stored = { ...stored!, ...patch };
      await item.setValue(toStored(stored));
      return true;
    } catch {
      waiting = { ...patch, ...waiting };
      return false;
    }
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (Object.keys(waiting).length > 0) {
      const patch = waiting;
      waiting = {};
      writing = write(patch);
    }
    return writing;
  };

  item.watch(take);

  return {
    current: () => options,
    load: async () => {
      // where it fails nothing counts as stored, or the next change would write defaults over what is there
      const reading = item.getValue().then(take, () => {});
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      return options;
    },
    change: (patch) => {
      waiting = { ...waiting, ...patch };
      set({ ...options, ...patch });
      if (timer === undefined)
        void flush(); // the first change at once, for the view may close right after it
      else clearTimeout(timer);
      timer = setTimeout(flush, restMs);
    },
    flush,
    watch: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
