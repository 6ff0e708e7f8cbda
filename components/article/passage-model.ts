import { weights } from './passage-weights.ts';

/** Boosted trees, each complete to `depth`, laid out level by level. */
export interface PassageModel {
  readonly depth: number;
  readonly trees: number;
  readonly bias: number;
  readonly threshold: number;
  /** For each split the number of a feature, and the value above which a passage goes right. */
  readonly features: Uint8Array;
  readonly thresholds: Float64Array;
  readonly leaves: Float64Array;
}

/** What `npm run train:blocks` writes: bytes in base 64, thresholds as indices into the cuts of their feature. */
export interface PackedModel {
  readonly depth: number;
  readonly bias: number;
  readonly threshold: number;
  /** Worth of one step of a leaf's byte. */
  readonly step: number;
  readonly cuts: readonly (readonly number[])[];
  readonly features: string;
  readonly cutIndices: string;
  readonly leaves: string;
}

export const model: PassageModel = unpack(weights);

export function unpack(packed: PackedModel): PassageModel {
  const features = bytesOf(packed.features);
  const indices = bytesOf(packed.cutIndices);
  const leaves = bytesOf(packed.leaves);
  return {
    depth: packed.depth,
    trees: leaves.length / 2 ** packed.depth,
    bias: packed.bias,
    threshold: packed.threshold,
    features,
    thresholds: Float64Array.from(
      indices,
      (index, i) => packed.cuts[features[i]!]![index] ?? Number.POSITIVE_INFINITY,
    ),
    leaves: Float64Array.from(leaves, (byte) => (byte - 128) * packed.step),
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
