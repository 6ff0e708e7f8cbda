import { piecesOf, type SpokenSentence } from './spoken-sentences.ts';
import type { Voice } from './voices.ts';

/** What of `window.speechSynthesis` is used. */
export interface Synthesis<V extends Voice, U extends Utterance<V>> {
  speak(utterance: U): void;
  cancel(): void;
}

/** What of `SpeechSynthesisUtterance` is used. */
export interface Utterance<V extends Voice> {
  lang: string;
  rate: number;
  voice: V | null;
  onend: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
}

export interface SpeechState {
  readonly status: 'stopped' | 'playing' | 'paused' | 'failed';
  /** Index of the sentence being read, or to be read next. */
  readonly sentence: number;
}

interface SpeechSource<V extends Voice, U extends Utterance<V>> {
  readonly synthesis: Synthesis<V, U>;
  /** Makes the browser's utterance: `(text) => new SpeechSynthesisUtterance(text)`. */
  readonly utter: (text: string) => U;
  readonly sentences: readonly SpokenSentence[];
  readonly voice: V;
  /** Speed, 1 as the voice has it. */
  readonly rate?: number;
  /** Called after every change of state. */
  readonly onChange: (state: SpeechState) => void;
}

/** About ten seconds of speech at a speed of 1; see `piecesOf`. */
const longest = 160;

/**
 * Reads sentences aloud one after the other, each an utterance of its own or several.
 *
 * To pause is to fall silent and to begin the sentence again later: a browser's own pause loses remote voices, and
 * does nothing on Android.
 */
export class Speech<V extends Voice, U extends Utterance<V>> {
  readonly #source: SpeechSource<V, U>;
  #state: SpeechState = { status: 'stopped', sentence: 0 };
  #voice: V;
  #rate: number;
  #piece = 0;
  /** Held while it speaks: Chromium may collect an utterance that nothing refers to, and its events with it. */
  #utterance: U | null = null;

  constructor(source: SpeechSource<V, U>) {
    this.#source = source;
    this.#voice = source.voice;
    this.#rate = source.rate ?? 1;
  }

  get state(): SpeechState {
    return this.#state;
  }

  /** Reads on from where it stands, or from a sentence. */
  play(sentence: number = this.#state.sentence): void {
    if (this.#source.sentences.length === 0) return;
    this.#silence();
    this.#piece = 0;
    this.#become('playing', Math.max(0, Math.min(sentence, this.#source.sentences.length - 1)));
    this.#speak();
  }

  pause(): void {
    if (this.#state.status !== 'playing') return;
    this.#silence();
    this.#become('paused', this.#state.sentence);
  }

  /** Falls silent and forgets the place. To be called when the view closes: the browser would read on. */
  stop(): void {
    this.#silence();
    this.#become('stopped', 0);
  }

  /** Goes on by so many sentences, or back; reads there when it was reading. */
  skip(by: number): void {
    const { sentences } = this.#source;
    const sentence = Math.max(0, this.#state.sentence + by);
    if (sentence >= sentences.length) this.stop();
    else if (this.#state.status === 'playing') this.play(sentence);
    else this.#become('paused', sentence);
  }

  /** Takes effect at once: the sentence begins again. */
  setRate(rate: number): void {
    const isOther = rate !== this.#rate;
    this.#rate = rate;
    if (isOther && this.#state.status === 'playing') this.play();
  }

  /** As `setRate`. A browser lists its voices anew, as other objects, while one of them speaks. */
  setVoice(voice: V): void {
    const isOther = voice.name !== this.#voice.name || voice.lang !== this.#voice.lang;
    this.#voice = voice;
    if (isOther && this.#state.status === 'playing') this.play();
  }

  #speak(): void {
    const { sentences, synthesis, utter } = this.#source;
    const pieces = piecesOf(
      sentences[this.#state.sentence]!.text,
      Math.round(longest * Math.min(1, this.#rate)),
    );
    const utterance = utter(pieces[this.#piece]!);
    utterance.voice = this.#voice;
    utterance.lang = this.#voice.lang;
    utterance.rate = this.#rate;
    // What was cancelled still reports, and later: only the utterance that speaks is listened to.
    utterance.onend = () => {
      if (utterance === this.#utterance) this.#goOn(this.#piece + 1 < pieces.length);
    };
    utterance.onerror = () => {
      if (utterance === this.#utterance) this.#fail();
    };
    this.#utterance = utterance;
    synthesis.speak(utterance);
  }

  #goOn(isMoreOfSentence: boolean): void {
    if (isMoreOfSentence) {
      this.#piece++;
      this.#speak();
    } else if (this.#state.sentence + 1 < this.#source.sentences.length) {
      this.#piece = 0;
      this.#become('playing', this.#state.sentence + 1);
      this.#speak();
    } else {
      this.stop();
    }
  }

  #fail(): void {
    this.#utterance = null;
    this.#become('failed', this.#state.sentence);
  }

  #silence(): void {
    this.#utterance = null;
    this.#source.synthesis.cancel();
  }

  #become(status: SpeechState['status'], sentence: number): void {
    if (status === this.#state.status && sentence === this.#state.sentence) return;
    this.#state = { status, sentence };
    this.#source.onChange(this.#state);
  }
}
