/** Values with a byte of their own; the byte after the last stands for "written out". */
const ranks = 255;

/**
 * Numbers of 16 bits of which few are common: the commonest 255, a byte for each number (its rank, or 255), then the
 * numbers without a rank. Reading past the end reads zeros.
 */
export function readRanked(bytes: Uint8Array, count: number): Uint16Array {
  const values = new Uint16Array(count);
  const at = (n: number) => (bytes[n * 2] ?? 0) | ((bytes[n * 2 + 1] ?? 0) << 8);
  const first = ranks * 2;
  let rest = first + count;
  for (let n = 0; n < count; n++) {
    const rank = bytes[first + n] ?? 0;
    if (rank < ranks) values[n] = at(rank);
    else {
      values[n] = (bytes[rest] ?? 0) | ((bytes[rest + 1] ?? 0) << 8);
      rest += 2;
    }
  }
  return values;
}

/** The bytes `readRanked` reads. */
export function packRanked(values: ArrayLike<number>): Uint8Array {
  const times = new Map<number, number>();
  for (let n = 0; n < values.length; n++) times.set(values[n]!, (times.get(values[n]!) ?? 0) + 1);
  const common = [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, ranks);
  const rankOf = new Map(common.map(([value], rank) => [value, rank]));
  const bytes = new Uint8Array(ranks * 2 + values.length);
  common.forEach(([value], rank) => {
    bytes[rank * 2] = value & 255;
    bytes[rank * 2 + 1] = value >> 8;
  });
  const rest: number[] = [];
  for (let n = 0; n < values.length; n++) {
    const rank = rankOf.get(values[n]!) ?? ranks;
    bytes[ranks * 2 + n] = rank;
    if (rank === ranks) rest.push(values[n]! & 255, values[n]! >> 8);
  }
  const packed = new Uint8Array(bytes.length + rest.length);
  packed.set(bytes);
  packed.set(rest, bytes.length);
  return packed;
}
