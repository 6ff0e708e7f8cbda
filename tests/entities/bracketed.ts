import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, BlockKind } from '../../components/article/block.ts';
import type { Label, Mention } from '../../components/entities/mention.ts';

/** An article of our own writing with its mentions, what they refer to, roles and dates, labelled by hand. */
export interface LabelledArticle {
  readonly name: string;
  readonly publishedTime: string | null;
  readonly blocks: readonly Block[];
  readonly mentions: readonly Mention[];
  /** For each mention who or what it is: a word of the labeller's, for dates the time; "?" where none can be told. */
  readonly meant: readonly string[];
  /** For the people of whom the text says what they are: the ways to say it that are right. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
}

/** The articles under `articles/`: `[LABEL text|who]` in paragraphs, `# ` a headline, `## ` a heading, `- ` an item, `> ` a quotation. */
export function labelledArticles(): LabelledArticle[] {
  const folder = join(import.meta.dirname, 'articles');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => labelledArticle(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')));
}

export function labelledArticle(name: string, source: string): LabelledArticle {
  const [head, ...paragraphs] = source.trim().split(/\n\s*\n/);
  const roles = new Map<string, readonly string[]>();
  let publishedTime: string | null = null;
  for (const line of head!.split('\n')) {
    const [, who, said] = /^role (\S+): (.+)$/.exec(line) ?? [];
    if (who) roles.set(who, said!.split(' | '));
    else publishedTime = /^published (\S+)$/.exec(line)?.[1] ?? unknownLine(name, line);
  }
  const mentions: Mention[] = [];
  const meant: string[] = [];
  const blocks = paragraphs.map((paragraph, block): Block => {
    const [, mark, marked] = /^(#{1,2} |- |> )?([\s\S]*)$/.exec(paragraph)!;
    let text = '';
    let from = 0;
    for (const found of marked!.matchAll(/\[([A-Z]+) ([^|\]]+(?:\[[^\]]*\])?)\|([^\]]+)\]/g)) {
      text += marked!.slice(from, found.index);
      mentions.push({
        block,
        start: text.length,
        end: text.length + found[2]!.length,
        label: found[1] as Label,
      });
      meant.push(found[3]!);
      text += found[2];
      from = found.index + found[0].length;
    }
    return { text: text + marked!.slice(from), kind: kinds[mark?.trim() ?? ''] ?? 'paragraph' };
  });
  return { name, publishedTime, blocks, mentions, meant, roles };
}

function unknownLine(name: string, line: string): never {
  throw new Error(`articles/${name}.txt: expected "published" or "role", found "${line}"`);
}

const kinds: Readonly<Record<string, BlockKind>> = {
  '#': 'headline',
  '##': 'heading',
  '-': 'item',
  '>': 'quote',
};
