/**
 * A run of text that a reader sees as one piece: headline, paragraph, list item, caption, cell.
 *
 * Offsets everywhere are UTF-16 code units inside one block, end excluded: `text.slice(start, end)` is the mention.
 * `<br>` and borders of elements that start a line are `\n` or a space in `text`, so words never run together.
 */
export interface Block {
  readonly text: string;
  readonly kind: BlockKind;
}

export type BlockKind = 'headline' | 'heading' | 'paragraph' | 'item' | 'quote' | 'caption' | 'cell' | 'code';
