import type { Block } from '../components/article/block.ts';
import { type Document, readDocument } from '../components/entities/document.ts';
import { features, groupShift, mostFeatures } from '../components/entities/features.ts';
import { gateOf } from '../components/entities/gates.ts';
import { HashTable } from '../components/entities/hash-table.ts';
import type { Lexicon } from '../components/entities/lexicon.ts';
import type { Mention } from '../components/entities/mention.ts';
import { keyMask } from '../components/entities/sorted-keys.ts';
import { beginOf, insideOf } from '../components/entities/tags.ts';
import { type Sequence, type Settings, trainField } from './crf.ts';
import type { Labelled } from './labelled.ts';
import { type Compression, type Tables, writeModel } from './write-model.ts';

export interface Source {
  readonly articles: readonly Labelled[];
  readonly weight: number;
}

/** The file of a model made from labelled articles: the same bytes from the same articles, tables and settings. */
export function train(
  sources: readonly Source[],
  tables: Tables,
  settings: Settings,
  compression: Compression,
  progress: (line: string) => void = () => {},
): Uint8Array {
  const { sequences, keys, counts } = prepare(sources, tables, progress);
  const weights = trainField(sequences, keys.length, settings, (run, epoch, loss) =>
    progress(
      `run ${run} of ${settings.runs}, epoch ${epoch} of ${settings.epochs}, loss ${loss.toFixed(4)} a token`,
    ),
  );
  return writeModel(keys, counts, weights, tables, compression);
}

/** Blocks as features and tags, and the key of each feature. */
export function prepare(
  sources: readonly Source[],
  tables: Tables,
  progress: (line: string) => void = () => {},
): { sequences: Sequence[]; keys: Uint32Array; counts: Uint32Array } {
  const lexicon: Lexicon = { names: tableOf(tables.names), clusters: tableOf(tables.clusters) };
  const read = sources.flatMap(({ articles, weight }) =>
    articles.map((article) => ({ article, weight, document: readDocument(article.blocks, lexicon) })),
  );
  const index = commonFeatures(read.map(({ document }) => document));
  progress(`${read.length} articles, ${index.keys.length} features`);
  const sequences = read.flatMap(({ article, weight, document }) =>
    sequencesOf(article, document, index.ids, weight),
  );
  return { sequences, keys: index.keys, counts: index.counts };
}

function tableOf(entries: ReadonlyMap<number, number>): HashTable {
  const table = new HashTable(entries.size);
  for (const [key, value] of entries) table.set(key, value);
  return table;
}

/** Features seen twice or more, numbered in order of first appearance; `ids` gives the number plus one. */
function commonFeatures(documents: readonly Document[]): {
  keys: Uint32Array;
  ids: HashTable;
  counts: Uint32Array;
} {
  const buffer = new Uint32Array(mostFeatures);
  const seen = new HashTable(12_000_000);
  const twice: number[] = [];
  for (const document of documents) {
    for (let i = 0; i < document.size; i++) {
      const count = features(document, i, buffer);
      for (let k = 0; k < count; k++) {
        const times = seen.get(buffer[k]!) + 1;
        seen.set(buffer[k]!, times);
        if (times === 2) twice.push(buffer[k]! & keyMask);
      }
    }
  }
  const keys = Uint32Array.from(twice);
  const ids = new HashTable(keys.length);
  keys.forEach((key, n) => {
    ids.set(key, n + 1);
  });
  return { keys, ids, counts: keys.map((key) => seen.get(key)) };
}

function sequencesOf(article: Labelled, document: Document, index: HashTable, weight: number): Sequence[] {
  const tags = tagsOf(document, article.mentions);
  const buffer = new Uint32Array(mostFeatures);
  return article.blocks.map((_: Block, b) => {
    const from = document.blockStart[b]!;
    const to = document.blockStart[b + 1]!;
    const ids: number[] = [];
    const groups: number[] = [];
    const offsets = new Uint32Array(to - from + 1);
    const gates = new Uint8Array(to - from);
    for (let i = from; i < to; i++) {
      const count = features(document, i, buffer);
      for (let k = 0; k < count; k++) {
        const id = index.get(buffer[k]!);
        if (id === 0) continue;
        ids.push(id - 1);
        groups.push(buffer[k]! >>> groupShift);
      }
      offsets[i - from + 1] = ids.length;
      gates[i - from] = gateOf(document, i);
    }
    return {
      ids: Uint32Array.from(ids),
      groups: Uint8Array.from(groups),
      offsets,
      gates,
      tags: tags.subarray(from, to),
      weight,
    };
  });
}

/** Tags of all tokens; a mention that cuts a token in two marks the whole token. */
export function tagsOf(document: Document, mentions: readonly Mention[]): Uint8Array {
  const tags = new Uint8Array(document.size);
  for (const mention of mentions) {
    let from = document.blockStart[mention.block]!;
    const end = document.blockStart[mention.block + 1]!;
    while (from < end && document.end[from]! <= mention.start) from++;
    let to = from;
    while (to < end && document.start[to]! < mention.end) to++;
    if (to === from) continue;
    tags[from] = beginOf(mention.label);
    tags.fill(insideOf(mention.label), from + 1, to);
  }
  return tags;
}
