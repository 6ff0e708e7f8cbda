/** What of the browser's `SpeechSynthesisVoice` is looked at. */
export interface Voice {
  readonly name: string;
  /** BCP 47; Android writes `en_US`. */
  readonly lang: string;
  /** False for a voice that the browser asks a server for: the text leaves the device. */
  readonly localService: boolean;
  readonly default: boolean;
}

export type VoiceChoice<V extends Voice> =
  /** `voices` of the language, best first. `voice` is of this device. */
  | { readonly status: 'ready'; readonly voice: V; readonly voices: readonly V[] }
  /** There are voices of the language, and each would send the text away: one has to be chosen by the reader. */
  | { readonly status: 'only-remote'; readonly voices: readonly V[] }
  /** There are voices, and none of the language. */
  | { readonly status: 'other-languages' }
  /** The browser has no voice at all. */
  | { readonly status: 'none' };

/** The voices that can read a language. One that was chosen before, by name, is taken again, wherever it runs. */
export function chooseVoice<V extends Voice>(
  voices: readonly V[],
  lang: string,
  chosen: string | null = null,
): VoiceChoice<V> {
  if (voices.length === 0) return { status: 'none' };
  const fitting = orderVoices(voices, lang);
  if (fitting.length === 0) return { status: 'other-languages' };
  const voice =
    fitting.find(({ name }) => name === chosen) ?? fitting.find(({ localService }) => localService);
  return voice ? { status: 'ready', voice, voices: fitting } : { status: 'only-remote', voices: fitting };
}

/** Voices of a language: those of the device first, then of the same region, then the browser's default, then by name. */
export function orderVoices<V extends Voice>(voices: readonly V[], lang: string): V[] {
  const wanted = tag(lang);
  const rank = (voice: V) => [
    Number(!voice.localService),
    Number(tag(voice.lang) !== wanted),
    Number(!voice.default),
  ];
  return voices
    .filter((voice) => primary(voice.lang) === primary(lang))
    .toSorted((a, b) => compare(rank(a), rank(b)) || a.name.localeCompare(b.name));
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, i) => value - b[i]!).find((difference) => difference !== 0) ?? 0;

const tag = (lang: string): string => lang.replaceAll('_', '-').toLowerCase();

/** The language without script and region. Norwegian goes by three names. */
function primary(lang: string): string {
  const [language] = tag(lang).split('-');
  return language === 'nb' || language === 'nn' ? 'no' : language!;
}
