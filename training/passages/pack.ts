import type { PackedTrees } from '../../components/article/trees.ts';
import type { Boosted } from './boost.ts';

/** Trees as the extension carries them: a byte a leaf and a split. */
export function pack({ depth, bias, cuts, features, cutIndices, leaves }: Boosted): PackedTrees {
  const step = Math.max(...leaves.map(Math.abs)) / 127;
  const bytes = (values: readonly number[]): string => Buffer.from(values).toString('base64');
  return {
    depth,
    bias: Number(bias.toFixed(4)),
    step: Number(step.toPrecision(6)),
    cuts,
    features: bytes(features),
    cutIndices: bytes(cutIndices),
    leaves: bytes(leaves.map((leaf) => 128 + Math.round(leaf / step))),
  };
}
