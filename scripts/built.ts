import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool, say, Told } from './steps.ts';

export type Target = 'chrome' | 'firefox';

const sources = [
  'entrypoints',
  'components',
  'assets',
  'wxt.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Folder of the built extension, built anew when there is none or its sources have changed since; throws `Told`. */
export async function built(target: Target, options: { anew?: boolean } = {}): Promise<string> {
  const folder = join(root, '.output', `${target}-mv3`);
  const stamp = join(root, '.output', `${target}.stamp`);
  const state = stateOfSources();
  const isCurrent =
    existsSync(join(folder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state;
  if (isCurrent && !options.anew) return folder;

  say(`building for ${target}`);
  if ((await runTool('wxt', ['build', '-b', target], { quiet: true })) !== 0)
    throw new Told(`the build for ${target} failed; its words are above.`);
  writeFileSync(stamp, state);
  return folder;
}

/** One word for all that a build is made from: it changes when any of it does. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((top) => filesUnder(join(root, top))).sort())
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
