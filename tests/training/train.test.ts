import { describe, expect, it } from 'vitest';
import { readDocument } from '../../components/entities/document.ts';
import { hashWord } from '../../components/entities/lexicon.ts';
import { loadModel } from '../../components/entities/model.ts';
import { recognise, score } from '../../components/entities/recognise.ts';
import { beginOf, tagCount } from '../../components/entities/tags.ts';
import { readLabelled } from '../../training/labelled.ts';
import { train } from '../../training/train.ts';

const corpus = readLabelled(
  [
    'a.0\t[PER Ada Moss] Opens Shop in [LOC Leeds]',
    'a.1\t[PER Ada Moss] opened a shop in [LOC Leeds] on [DATE Friday]. [PER Moss] said trade was good.',
    '',
    'b.0\t[ORG Halden Bank] closes',
    'b.1\tThe [ORG Halden Bank] will close in [LOC Leeds], said [PER Tom Reed] of the bank on [DATE Friday].',
    'b.2\t[PER Reed] said the [ORG Halden Bank] had closed in [LOC York] on [DATE Monday].',
  ].join('\n'),
);
const tables = { names: new Map([[hashWord('Leeds'), 16]]), clusters: new Map([[hashWord('bank'), 7]]) };
const settings = { epochs: 8, rate: 0.1, dropout: 0.1, hiding: [0.2, 0.1], decay: 1e-5, seed: 7, runs: 2 };
const compression = { most: 5000, scale: 16, favour: 0, reluctance: {} };
const model = (seed: number) =>
  train([{ articles: corpus, weight: 1.5 }], tables, { ...settings, seed }, compression);

describe('train', () => {
  it('makes the same bytes from the same articles, settings and seed', () => {
    expect(model(7)).toEqual(model(7));
    expect(model(8)).not.toEqual(model(7));
  });

  it('makes a model that finds the names it has learned', () => {
    const loaded = loadModel(model(7));
    if (!loaded.ok) throw new Error(loaded.reason);
    for (const { blocks, mentions } of corpus) expect(recognise(blocks, loaded.value)).toEqual(mentions);
  });

  it('lowers the score of a beginning it is to be reluctant of, and no other', () => {
    const scores = (reluctance: { ORG?: number }) => {
      const bytes = train([{ articles: corpus, weight: 1 }], tables, settings, {
        ...compression,
        reluctance,
      });
      const loaded = loadModel(bytes);
      if (!loaded.ok) throw new Error(loaded.reason);
      const document = readDocument(corpus[1]!.blocks, loaded.value.lexicon);
      return score(document, loaded.value, 0, document.size).emissions;
    };
    const free = scores({});
    const held = scores({ ORG: 2 });
    for (let i = 0; i < free.length; i++) {
      const loss = i % tagCount === beginOf('ORG') ? 2 * compression.scale : 0;
      expect(free[i]! - held[i]!).toBe(loss);
    }
  });

  it('keeps no more weights than it may', () => {
    const few = train([{ articles: corpus, weight: 1 }], tables, settings, { ...compression, most: 20 });
    const loaded = loadModel(few);
    if (!loaded.ok) throw new Error(loaded.reason);
    expect(loaded.value.weights.length).toBeLessThanOrEqual(20 + tagCount);
    expect(loaded.value.weights.length).toBeGreaterThan(0);
  });
});
