import { gateCount } from '../components/entities/gates.ts';
import { mayFollow, mayStart, tagCount } from '../components/entities/tags.ts';
import { random, shuffle } from './random.ts';

/** A block of text as the trainer sees it. */
export interface Sequence {
  /** Features of token t: `ids[offsets[t] … offsets[t + 1])`. */
  readonly ids: Uint32Array;
  readonly offsets: Uint32Array;
  /** What each feature looks at, beside `ids`; numbers of `groups`. */
  readonly groups: Uint8Array;
  readonly gates: Uint8Array;
  readonly tags: Uint8Array;
  /** How many times an epoch goes over it; a fraction is a chance. */
  readonly weight: number;
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  /** Chance that a feature of a token is left out of a step. */
  readonly dropout: number;
  /** Chance that all features of a group are left out at a token, by number of the group. */
  readonly hiding: readonly number[];
  readonly decay: number;
  readonly seed: number;
  readonly runs: number;
}

export interface Weights {
  /** [feature * tagCount + tag] */
  readonly features: Float32Array;
  /** As `Scores.steps`. */
  readonly steps: Float32Array;
}

/**
 * The mean of fields trained from `runs` seeds, each as `trainOnce` says. For a linear model the mean of weights is the
 * vote of all: it varies less from one training to the next than any one of them.
 */
export function trainField(
  sequences: readonly Sequence[],
  featureCount: number,
  settings: Settings,
  progress: (run: number, epoch: number, loss: number) => void = () => {},
): Weights {
  const mean: Weights = {
    features: new Float32Array(featureCount * tagCount),
    steps: new Float32Array(gateCount * tagCount * tagCount),
  };
  for (let run = 1; run <= settings.runs; run++) {
    const seed = settings.seed * 1000 + run;
    const weights = trainOnce(sequences, featureCount, { ...settings, seed }, (epoch, loss) =>
      progress(run, epoch, loss),
    );
    for (const part of ['features', 'steps'] as const) {
      const of = mean[part];
      for (let i = 0; i < of.length; i++) of[i]! += weights[part][i]! / settings.runs;
    }
  }
  return mean;
}

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) by gradient steps of one
 * block with AdaGrad (Duchi et al., 2011), and returns the mean of the weights after each of the last epochs.
 */
function trainOnce(
  sequences: readonly Sequence[],
  featureCount: number,
  settings: Settings,
  progress: (epoch: number, loss: number) => void = () => {},
): Weights {
  const features = new Float32Array(featureCount * tagCount);
  const steps = new Float32Array(gateCount * tagCount * tagCount);
  const featureSquares = new Float32Array(features.length).fill(1e-2);
  const stepSquares = new Float32Array(steps.length).fill(1e-2);
  const meanFeatures = new Float32Array(features.length);
  const meanSteps = new Float32Array(steps.length);
  const averaged = Math.max(1, Math.floor(settings.epochs / 3));
  const next = random(settings.seed);
  const space = workspace(Math.max(1, ...sequences.map((sequence) => sequence.gates.length)));
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    const order = shuffle(
      sequences.flatMap((_, n) => {
        const { weight } = sequences[n]!;
        return Array.from({ length: Math.floor(weight) + (next() < weight % 1 ? 1 : 0) }, () => n);
      }),
      next,
    );
    let loss = 0;
    let tokens = 0;
    for (const n of order) {
      loss += step(sequences[n]!);
      tokens += sequences[n]!.gates.length;
    }
    progress(epoch, loss / tokens);
    if (epoch <= settings.epochs - averaged) continue;
    for (let i = 0; i < features.length; i++) meanFeatures[i]! += features[i]! / averaged;
    for (let i = 0; i < steps.length; i++) meanSteps[i]! += steps[i]! / averaged;
  }
  return { features: meanFeatures, steps: meanSteps };

  /** One gradient step; returns the block's loss, minus the log of the chance of its tags. */
  function step(sequence: Sequence): number {
    const { gates, tags } = sequence;
    const length = gates.length;
    if (length === 0) return 0;
    const kept = keep(sequence);
    space.score(sequence, kept, features);
    const loss = space.forwardBackward(gates, tags, steps);
    update(sequence, kept);
    return loss;
  }

  function keep({ ids, groups, offsets, gates }: Sequence): Uint8Array {
    const kept = space.kept(ids.length);
    const { dropout, hiding } = settings;
    for (let t = 0; t < gates.length; t++) {
      let hidden = 0;
      for (let group = 0; group < hiding.length; group++) if (next() < hiding[group]!) hidden |= 1 << group;
      const end = offsets[t + 1]!;
      for (let k = offsets[t]!; k < end; k++) {
        kept[k] = (hidden >> groups[k]!) & 1 || next() < dropout ? 0 : 1;
      }
    }
    return kept;
  }

  function update({ ids, offsets, gates }: Sequence, kept: Uint8Array): void {
    const { rate, decay } = settings;
    const { gradient, stepGradient, touched } = space;
    for (let t = 0; t < gates.length; t++) {
      for (let tag = 0; tag < tagCount; tag++) {
        const g = gradient[t * tagCount + tag]!;
        if (g < 0.0005 && g > -0.0005) continue;
        const end = offsets[t + 1]!;
        for (let k = offsets[t]!; k < end; k++) {
          if (!kept[k]) continue;
          const at = ids[k]! * tagCount + tag;
          const full = g + decay * features[at]!;
          featureSquares[at]! += full * full;
          features[at]! -= (rate * full) / Math.sqrt(featureSquares[at]!);
        }
      }
    }
    for (const at of touched) {
      const g = stepGradient[at]!;
      stepGradient[at] = 0;
      if (g === 0) continue;
      stepSquares[at]! += g * g;
      steps[at]! -= (rate * g) / Math.sqrt(stepSquares[at]!);
    }
    touched.length = 0;
  }
}

const all = Array.from({ length: tagCount }, (_, tag) => tag);
/** Every legal step, as from × tagCount + to. */
const legal = Uint16Array.from(
  all.flatMap((from) => all.filter((to) => mayFollow(from, to)).map((to) => from * tagCount + to)),
);
const legalFrom = Uint8Array.from(legal, (pair) => Math.floor(pair / tagCount));
const legalTo = Uint8Array.from(legal, (pair) => pair % tagCount);

/** Arrays that each step uses again: training is bound by memory. */
export function workspace(longest: number) {
  const size = longest * tagCount;
  const emissions = new Float64Array(size);
  const forward = new Float64Array(size);
  const backward = new Float64Array(size);
  const scale = new Float64Array(longest);
  const gradient = new Float32Array(size);
  const stepGradient = new Float64Array(gateCount * tagCount * tagCount);
  const touched: number[] = [];
  let flags = new Uint8Array(0);

  return { emissions, gradient, stepGradient, touched, score, forwardBackward, kept };

  function kept(length: number): Uint8Array {
    if (flags.length < length) flags = new Uint8Array(length);
    return flags;
  }

  function score({ ids, offsets, gates }: Sequence, keep: Uint8Array, weights: Float32Array): void {
    emissions.fill(0, 0, gates.length * tagCount);
    for (let t = 0; t < gates.length; t++) {
      const base = t * tagCount;
      const end = offsets[t + 1]!;
      for (let k = offsets[t]!; k < end; k++) {
        if (!keep[k]) continue;
        const row = ids[k]! * tagCount;
        for (let tag = 0; tag < tagCount; tag++) emissions[base + tag]! += weights[row + tag]!;
      }
    }
  }

  /** Fills `gradient` and `stepGradient` with expected minus true counts. Probabilities are rescaled at each token. */
  function forwardBackward(gates: Uint8Array, tags: Uint8Array, steps: Float32Array): number {
    const length = gates.length;
    let loss = 0;
    for (let t = 0; t < length; t++) {
      const base = t * tagCount;
      let top = Number.NEGATIVE_INFINITY;
      for (let tag = 0; tag < tagCount; tag++) if (emissions[base + tag]! > top) top = emissions[base + tag]!;
      loss -= emissions[base + tags[t]!]! - top;
      for (let tag = 0; tag < tagCount; tag++) emissions[base + tag] = Math.exp(emissions[base + tag]! - top);
    }
    const last = (length - 1) * tagCount;
    forward.fill(0, 0, length * tagCount);
    backward.fill(0, 0, length * tagCount);
    for (const tag of all) if (mayStart(tag)) forward[tag] = emissions[tag]!;
    loss += rescale(0);
    for (let t = 1; t < length; t++) {
      const base = t * tagCount;
      const table = gates[t]! * tagCount * tagCount;
      for (let p = 0; p < legal.length; p++) {
        forward[base + legalTo[p]!]! +=
          forward[base - tagCount + legalFrom[p]!]! * Math.exp(steps[table + legal[p]!]!);
      }
      for (let tag = 0; tag < tagCount; tag++) forward[base + tag]! *= emissions[base + tag]!;
      loss += rescale(t);
      loss -= steps[table + tags[t - 1]! * tagCount + tags[t]!]!;
    }
    let total = 0;
    for (const tag of all) {
      backward[last + tag] = 1;
      total += forward[last + tag]!;
    }
    loss += Math.log(total);
    for (const tag of all) backward[last + tag]! /= total;
    for (let t = length - 1; t > 0; t--) {
      const base = t * tagCount;
      const table = gates[t]! * tagCount * tagCount;
      for (let p = 0; p < legal.length; p++) {
        const from = base - tagCount + legalFrom[p]!;
        const to = base + legalTo[p]!;
        const flow = (Math.exp(steps[table + legal[p]!]!) * emissions[to]! * backward[to]!) / scale[t]!;
        backward[from]! += flow;
        const at = table + legal[p]!;
        const share = forward[from]! * flow;
        if (share > 1e-6) {
          if (stepGradient[at] === 0) touched.push(at);
          stepGradient[at]! += share;
        }
      }
      const truth = table + tags[t - 1]! * tagCount + tags[t]!;
      if (stepGradient[truth] === 0) touched.push(truth);
      stepGradient[truth]! -= 1;
    }
    for (let t = 0; t < length; t++) {
      const base = t * tagCount;
      for (let tag = 0; tag < tagCount; tag++)
        gradient[base + tag] = forward[base + tag]! * backward[base + tag]!;
      gradient[base + tags[t]!]! -= 1;
    }
    return loss;
  }

  function rescale(t: number): number {
    const base = t * tagCount;
    let sum = 0;
    for (let tag = 0; tag < tagCount; tag++) sum += forward[base + tag]!;
    scale[t] = sum;
    for (let tag = 0; tag < tagCount; tag++) forward[base + tag]! /= sum;
    return Math.log(sum);
  }
}
