import { ignoredKeys, type Options, parseOptions } from './options.ts';

export interface Imported {
  readonly options: Options;
  /** Keys that were not understood, for telling the reader; the first ones, shortened. */
  readonly ignored: readonly string[];
}

/** Characters of a file of settings; ours have some 400. */
const longest = 100_000;

/** Settings from the text of a file, or null when it holds none. The file may be anything. */
export function importOptions(text: string): Imported | null {
  if (text.length > longest) return null;
  const given = parsed(text);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  if (!Object.hasOwn(given, 'version') || typeof (given as { version: unknown }).version !== 'number')
    return null;
  const ignored = ignoredKeys(given).slice(0, 20);
  return { options: parseOptions(given), ignored: ignored.map((key) => key.slice(0, 40)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
