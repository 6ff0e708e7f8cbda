import { join } from 'node:path';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import type { Target } from './built.ts';
import { root } from './steps.ts';

export interface Build {
  /** Folder of the extension. */
  readonly folder: string;
  /** Names of the packages that code or files of ended up in it, sorted. */
  readonly packages: readonly string[];
}

/** Builds the extension into another folder than `.output`, with further plugins when they are given. */
export async function buildInto(
  outDir: string,
  browser: Target,
  plugins: readonly Plugin[] = [],
): Promise<Build> {
  const packages = new Set<string>();
  const note = (id: string) => {
    const found = [...id.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].at(-1);
    if (found) packages.add(found[1]!);
  };
  const listing: Plugin = {
    name: 'list-packages',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'asset') part.originalFileNames.forEach(note);
        else
          for (const [id, { renderedLength }] of Object.entries(part.modules))
            if (renderedLength > 0) note(id);
    },
  };
  await build({ root, browser, outDir, logger: quiet, vite: () => ({ plugins: [...plugins, listing] }) });
  return { folder: join(outDir, `${browser}-mv3`), packages: [...packages].sort() };
}

const ignore = () => {};
const quiet = {
  level: 0,
  debug: ignore,
  log: ignore,
  info: ignore,
  success: ignore,
  warn: ignore,
  error: console.error,
  fatal: console.error,
};
