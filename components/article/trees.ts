/** Boosted trees, each complete to `depth`, laid out level by level. */
export interface Trees {
  readonly depth: number;
  readonly bias: number;
  /** For each split the number of a feature, and the value above which a row goes right. */
  readonly features: Uint8Array;
  readonly thresholds: Float64Array;
  readonly leaves: Float64Array;
}

/** What `npm run train:blocks` writes: bytes in base 64, thresholds as indices into the cuts of their feature. */
export interface PackedTrees {
  readonly depth: number;
  readonly bias: number;
  /** Worth of one step of a leaf's byte. */
  readonly step: number;
  readonly cuts: readonly (readonly number[])[];
  readonly features: string;
  readonly cutIndices: string;
  readonly leaves: string;
}

/** The chance, 0 to 1, that the trees give to a row of features. */
export function chanceOf(
  { depth, bias, features, thresholds, leaves }: Trees,
  row: readonly number[],
): number {
  let sum = bias;
  const width = 2 ** depth;
  const splits = width - 1;
  for (let tree = 0; tree * width < leaves.length; tree++) {
    let node = 0;
    while (node < splits) {
      const split = tree * splits + node;
      node = 2 * node + (row[features[split]!]! > thresholds[split]! ? 2 : 1);
    }
    sum += leaves[tree * width + node - splits]!;
  }
  return 1 / (1 + Math.exp(-sum));
}

export function unpack(packed: PackedTrees): Trees {
  const features = bytesOf(packed.features);
  return {
    depth: packed.depth,
    bias: packed.bias,
    features,
    thresholds: Float64Array.from(
      bytesOf(packed.cutIndices),
      (index, i) => packed.cuts[features[i]!]![index] ?? Number.POSITIVE_INFINITY,
    ),
    leaves: Float64Array.from(bytesOf(packed.leaves), (byte) => (byte - 128) * packed.step),
  };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
