import type { PackedTrees } from './trees.ts';

export const doubtWeights: PackedTrees & { readonly alarm: number } = {
  depth: 1,
  bias: -5,
  step: 0,
  cuts: [],
  features: '',
  cutIndices: '',
  leaves: '',
  alarm: 0.5,
};
