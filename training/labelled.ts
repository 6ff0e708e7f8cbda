import type { Block } from '../components/article/block.ts';
import { type Label, labels, type Mention } from '../components/entities/mention.ts';

/** An article with its names marked by hand. */
export interface Labelled {
  readonly id: string;
  readonly blocks: readonly Block[];
  readonly mentions: readonly Mention[];
}

/**
 * Reads lines `id<TAB>text` with spans in brackets, `[PER Joe Biden]`. Lines whose ids share the part before the last dot
 * are one article; ids without a dot are one until an empty line. The line `….0` is the headline.
 */
export function readLabelled(file: string): Labelled[] {
  const articles: { id: string; blocks: Block[]; mentions: Mention[] }[] = [];
  let group = 0;
  let current = '';
  for (const line of file.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab < 0) {
      group++;
      continue;
    }
    const id = line.slice(0, tab);
    const dot = id.lastIndexOf('.');
    const article = dot < 0 ? `~${group}` : id.slice(0, dot);
    if (article !== current) {
      articles.push({ id: dot < 0 ? id : article, blocks: [], mentions: [] });
      current = article;
    }
    const { blocks, mentions } = articles.at(-1)!;
    const { text, spans } = readBrackets(line.slice(tab + 1));
    for (const span of spans) mentions.push({ block: blocks.length, ...span });
    blocks.push({ text, kind: id.endsWith('.0') ? 'headline' : 'paragraph' });
  }
  return articles;
}

type LabelledSpan = Omit<Mention, 'block'>;

/** A bracket opens only as `[LABEL `; brackets of the text may stand inside a span, closed before it is. */
export function readBrackets(marked: string): { text: string; spans: LabelledSpan[] } {
  const spans: LabelledSpan[] = [];
  let text = '';
  let open: { label: Label; start: number; depth: number } | null = null;
  for (let i = 0; i < marked.length; i++) {
    const opening: RegExpExecArray | null = open ? null : opener.exec(marked.slice(i, i + 6));
    if (opening) {
      open = { label: opening[1] as Label, start: text.length, depth: 0 };
      i += opening[0].length - 1;
    } else if (open && marked[i] === ']' && open.depth === 0) {
      spans.push({ start: open.start, end: text.length, label: open.label });
      open = null;
    } else {
      if (open && marked[i] === '[') open.depth++;
      if (open && marked[i] === ']') open.depth--;
      text += marked[i];
    }
  }
  if (open) throw new Error(`A bracket is never closed: ${marked.slice(0, 80)}`);
  return { text, spans };
}

const opener = new RegExp(`^\\[(${labels.join('|')}) `);
