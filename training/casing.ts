import { normalise } from '../components/entities/lexicon.ts';

const seenEnough = 5;

/** Counts how words are written inside sentences; the first word of each sentence tells nothing. */
export class Casing {
  readonly #counts = new Map<string, { capital: number; all: number }>();

  /** Words of one sentence of running text; one where most words are capitalised is a title and is left out. */
  add(words: readonly string[]): void {
    const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
    if (words.length < 6 || capital > words.length / 2) return;
    for (let i = 1; i < words.length; i++) {
      const word = words[i]!;
      if (!/^\p{L}/u.test(word) || /^[.!?:"“‘(]/.test(words[i - 1]!)) continue;
      const key = normalise(word);
      const count = this.#counts.get(key) ?? { capital: 0, all: 0 };
      count.all++;
      if (/^\p{Lu}/u.test(word)) count.capital++;
      this.#counts.set(key, count);
    }
  }

  /** Class by word, as `casingOf`, of the words seen often enough. */
  classes(): Map<string, number> {
    const classes = new Map<string, number>();
    for (const [word, { capital, all }] of this.#counts) {
      if (all < seenEnough) continue;
      const share = capital / all;
      classes.set(word, share === 0 ? 1 : share < 0.1 ? 2 : share < 0.6 ? 3 : share < 0.97 ? 4 : 5);
    }
    return classes;
  }
}
