import { linkIntroduced } from './acronyms.ts';
import type { Link, Spelling } from './group.ts';

/** Links the spellings of one place: "U.S." and "United States", "Ghazni" after "Ghazni Province". */
export function linkPlaces(spellings: readonly Spelling[], link: Link) {
  linkIntroduced(spellings, link);
  for (const names of sameCountry) {
    const [first, ...others] = spellings.filter(({ key }) => names.includes(key));
    for (const other of others) link(other, first!);
  }
  for (const full of spellings) {
    const short = shortOf(full.key);
    const other = short && spellings.find(({ key }) => key === short);
    // "Mississippi" before "Mississippi River" is the state.
    if (other && full.mentions[0]!.index < other.mentions[0]!.index) link(other, full);
  }
}

/** A place's name without its class word, where what is left can hardly be another place. */
function shortOf(key: string): string | null {
  if (key === 'washington dc') return 'washington';
  const [, mountain] = /^(?:mount|mt) (.+)$/.exec(key) ?? [];
  if (mountain) return mountain;
  const [, name] =
    /^(.+) (?:province|prefecture|governorate|oblast|airport|international airport|stadium|arena|peninsula|prison|hospital)$/.exec(
      key,
    ) ?? [];
  return name ?? null;
}

const sameCountry: readonly (readonly string[])[] = [
  ['us', 'usa', 'united states', 'united states of america'],
  ['uk', 'united kingdom', 'britain', 'great britain'],
  ['uae', 'united arab emirates', 'emirates'],
  ['drc', 'dr congo', 'democratic republic of congo', 'democratic republic of the congo'],
  ['car', 'central african republic'],
  ['ussr', 'soviet union'],
  ['czech republic', 'czechia'],
  ['ivory coast', "cote d'ivoire"],
  ['myanmar', 'burma'],
  ['turkey', 'turkiye'],
];
