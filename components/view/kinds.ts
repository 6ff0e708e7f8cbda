import type { Label } from '../entities/mention.ts';
import type { Options } from '../options/options.ts';

/** What the legend shows: the labels as a reader thinks of them. */
export const kinds = ['people', 'places', 'organisations', 'dates', 'others'] as const;

export type Kind = (typeof kinds)[number];

const kindOfLabel: Readonly<Record<Label, Kind>> = {
  PER: 'people',
  LOC: 'places',
  ORG: 'organisations',
  DATE: 'dates',
  NORP: 'others',
  MISC: 'others',
};

export function kindOf(label: Label): Kind {
  return kindOfLabel[label];
}

/** The kinds that the options mark to begin with. */
export function chosenKinds(options: Options): Kind[] {
  return kinds.filter((kind) => options[kind]);
}

export function isKind(value: string): value is Kind {
  return (kinds as readonly string[]).includes(value);
}
