/** What a mention is, by CoNLL's names where it has one: person, place, organisation, date, group of people, other name. */
export const labels = ['PER', 'LOC', 'ORG', 'DATE', 'NORP', 'MISC'] as const;

export type Label = (typeof labels)[number];

/** UTF-16 code units inside one block, end excluded: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of text that names someone or something. Mentions are sorted by block and start, and never overlap. */
export interface Mention extends Span {
  /** Index of the block the span counts in. */
  readonly block: number;
  readonly label: Label;
}
