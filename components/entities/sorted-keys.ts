/**
 * Keys are hashes cut to 28 bits: short enough to save an eighth of the file, long enough that one unseen feature in a
 * thousand meets a foreign weight.
 */
export const keyMask = 0x0fffffff;

/**
 * Sorted keys as differences in Golomb–Rice code (Rice 1979): the high part in ones closed by a zero, then `low` bits.
 * The first byte is `low`. Bits run from the lowest of each byte. Reading past the end reads zeros.
 */
export function readKeys(bytes: Uint8Array, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  const low = bytes[0] ?? 0;
  const lowMask = 2 ** low - 1;
  let at = 8;
  let key = 0;
  for (let n = 0; n < count; n++) {
    let high = 0;
    for (;;) {
      const ones = trailingOnes(peek(bytes, at));
      high += ones;
      at += ones;
      if (ones < peeked) break;
    }
    at++;
    key = (key + high * 2 ** low + (peek(bytes, at) & lowMask)) >>> 0;
    at += low;
    keys[n] = key;
  }
  return keys;
}

/** Bits that `peek` surely gives: 32 less the up to 7 of the first byte that were read before. `low` is far below. */
const peeked = 25;

function peek(bytes: Uint8Array, at: number): number {
  const i = at >> 3;
  if (i + 3 < bytes.length) {
    return (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)) >>> (at & 7);
  }
  return ((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16)) >>> (at & 7);
}

/** How many ones the word ends in, counted up to `peeked`. */
function trailingOnes(word: number): number {
  const zeros = ~word;
  return zeros === 0 ? peeked : Math.min(peeked, 31 - Math.clz32(zeros & -zeros));
}

/** The bytes `readKeys` reads; `keys` are sorted. */
export function packKeys(keys: ArrayLike<number>): Uint8Array {
  const mean = keys.length ? keys[keys.length - 1]! / keys.length : 1;
  const low = Math.min(peeked - 1, Math.max(0, Math.floor(Math.log2(mean * Math.LN2 + 1))));
  const bytes: number[] = [low];
  let at = 8;
  const bit = (value: number) => {
    if (at >> 3 === bytes.length) bytes.push(0);
    bytes[at >> 3]! |= value << (at & 7);
    at++;
  };
  let previous = 0;
  for (let n = 0; n < keys.length; n++) {
    const step = keys[n]! - previous;
    previous = keys[n]!;
    for (let high = Math.floor(step / 2 ** low); high > 0; high--) bit(1);
    bit(0);
    for (let b = 0; b < low; b++) bit((step >>> b) & 1);
  }
  return Uint8Array.from(bytes);
}
