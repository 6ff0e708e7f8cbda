import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Labelled, readLabelled } from './labelled.ts';

const root = join(import.meta.dirname, '..');

/** Data that is read where it lies and never copied into the project. */
export const sharedRoot = join(root, '..', 'shared');

export const sharedFolder = join(sharedRoot, 'ner', 'labelled');

export const hasShared = (): boolean => existsSync(sharedFolder);

/** Labelled articles of every file whose name begins with `prefix`. */
export function readShared(prefix: string): Labelled[] {
  return readdirSync(sharedFolder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.txt.gz'))
    .sort()
    .flatMap((name) => readLabelled(gunzipSync(readFileSync(join(sharedFolder, name))).toString('utf8')));
}

/** Articles written for training, kept in the project. */
export function readCopy(): Labelled[] {
  const folder = join(import.meta.dirname, 'copy');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readLabelled(readFileSync(join(folder, name), 'utf8')));
}
