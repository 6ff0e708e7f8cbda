import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Label } from '../components/entities/mention.ts';

/** A sentence of a third-party corpus: words and their IOB2 tags. */
interface Sentence {
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

/** Corpora whose labels follow other conventions than ours: sources of names and of how words are written, never of tags. */
export function* readCorpora(shared: string, prefixes: readonly string[]): Generator<Sentence> {
  const folder = join(shared, 'ner');
  for (const file of readdirSync(folder).sort()) {
    if (!prefixes.some((prefix) => file.startsWith(prefix))) continue;
    for (const line of gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split('\n')) {
      if (line) yield JSON.parse(line);
    }
  }
}

/** Names of a label with how often each was seen under it. */
export function namesIn(sentences: Iterable<Sentence>): Map<string, Map<Label, number>> {
  const names = new Map<string, Map<Label, number>>();
  for (const { tokens, tags } of sentences) {
    for (let i = 0; i < tags.length; i++) {
      if (!tags[i]!.startsWith('B-')) continue;
      let end = i + 1;
      while (tags[end]?.startsWith('I-')) end++;
      const name = tokens.slice(i, end).join(' ');
      const labels = names.get(name) ?? new Map<Label, number>();
      const label = tags[i]!.slice(2) as Label;
      labels.set(label, (labels.get(label) ?? 0) + 1);
      names.set(name, labels);
    }
  }
  return names;
}
