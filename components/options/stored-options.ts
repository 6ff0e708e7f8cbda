import { storage } from '#imports';
import { defaults, type Options, parseOptions, toStored } from './options.ts';

const item = storage.defineItem<unknown>('sync:options');

/** How long a dragged slider rests before it is written: `storage.sync` takes 120 writes a minute. */
const restMs = 600;

/** The options as one view holds them: changed at once here, written behind, followed when changed elsewhere. */
export interface OptionsHolder {
  /** Current options; the defaults until they were loaded. */
  current(): Options;
  /** Reads the stored value; resolves with the defaults where storage fails. */
  load(): Promise<Options>;
  /** Changes some options at once in this view, and in storage after a rest. */
  change(patch: Partial<Options>): void;
  /** Writes what is still waiting. Resolves false when storage refused it; it then waits for the next flush. */
  flush(): Promise<boolean>;
  /** Calls back with the options after every change, here or elsewhere; returns its own undo. */
  watch(onChange: (options: Options) => void): () => void;
}

export function openOptions(): OptionsHolder {
  let options = defaults;
  let waiting: Partial<Options> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<(options: Options) => void>();

  const set = (next: Options) => {
    options = next;
    for (const listener of listeners) listener(next);
  };

  const flush = async () => {
    clearTimeout(timer);
    if (Object.keys(waiting).length === 0) return true;
    const patch = waiting;
    waiting = {};
    try {
      // another view may have written meanwhile: only what was changed here goes on top
      const stored = parseOptions(await item.getValue());
      await item.setValue(toStored({ ...stored, ...patch }));
      return true;
    } catch {
      waiting = { ...patch, ...waiting };
      return false;
    }
  };

  item.watch((stored) => set({ ...parseOptions(stored), ...waiting }));

  return {
    current: () => options,
    load: async () => {
      const stored = await item.getValue().catch(() => null);
      set({ ...parseOptions(stored), ...waiting });
      return options;
    },
    change: (patch) => {
      waiting = { ...waiting, ...patch };
      set({ ...options, ...patch });
      clearTimeout(timer);
      timer = setTimeout(flush, restMs);
    },
    flush,
    watch: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
