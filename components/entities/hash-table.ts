import { keyMask } from './sorted-keys.ts';

/**
 * Numbers by hash, cut to the bits a file keeps, in two flat arrays: open addressing, at most half full. Keys are hashes already, so their own
 * low bits choose the slot. A missing key reads as 0; values are above 0.
 */
export class HashTable {
  readonly #keys: Uint32Array;
  readonly #values: Uint32Array;
  readonly #mask: number;

  constructor(size: number) {
    let slots = 16;
    while (slots < size * 2) slots *= 2;
    this.#keys = new Uint32Array(slots);
    this.#values = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  set(hash: number, value: number): void {
    const key = hash & keyMask;
    let slot = key & this.#mask;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  get(hash: number): number {
    const key = hash & keyMask;
    let slot = key & this.#mask;
    for (;;) {
      const value = this.#values[slot]!;
      if (value === 0 || this.#keys[slot] === key) return value;
      slot = (slot + 1) & this.#mask;
    }
  }
}
