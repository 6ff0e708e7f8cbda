import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DomBlock } from '../article/dom-blocks.ts';
import { rangeOf } from './range-of.ts';
import { Speech, type SpeechState } from './speech.ts';
import { type SpokenSentence, spokenSentences } from './spoken-sentences.ts';
import { chooseVoice, type VoiceChoice } from './voices.ts';

/** The article read aloud, sentence by sentence; it falls silent when the view that asked for it closes. */
export function useSpeech(blocks: readonly DomBlock[], lang: string) {
  const choice = useVoices(lang);
  const [voiceName, setVoiceName] = useState<string | null>(null);
  const [rate, setRate] = useState(1);
  const [state, setState] = useState<SpeechState>({ status: 'stopped', sentence: 0 });
  const sentences = useMemo(() => spokenSentences(blocks, lang), [blocks, lang]);
  const fitting = 'voices' in choice ? choice.voices : [];
  const chosen = fitting.find(({ name }) => name === voiceName);
  const voice = chosen ?? (choice.status === 'ready' ? choice.voice : null);

  const hasVoice = voice !== null;
  const speech = useMemo(() => {
    if (!voice) return null;
    return new Speech({
      synthesis: speechSynthesis,
      utter: (text) => new SpeechSynthesisUtterance(text),
      sentences,
      voice,
      rate,
      onChange: setState,
    });
    // voice and speed of one that speaks are set below, so that it keeps its place
  }, [sentences, hasVoice]);
  useEffect(() => () => speech?.stop(), [speech]);
  useEffect(() => speech?.setRate(rate), [speech, rate]);
  useEffect(() => {
    if (voice) speech?.setVoice(voice);
  }, [speech, voice]);
  useSentenceLight(blocks, state.status === 'stopped' ? null : (sentences[state.sentence] ?? null));

  return { choice, voice, voices: fitting, setVoiceName, rate, setRate, state, speech };
}

/** Voices come late in some browsers, and go: the choice follows. */
function useVoices(lang: string): VoiceChoice<SpeechSynthesisVoice> {
  const read = () => (globalThis.speechSynthesis ? speechSynthesis.getVoices() : []);
  const [voices, setVoices] = useState(read);
  useEffect(() => {
    const update = () => setVoices(read());
    globalThis.speechSynthesis?.addEventListener('voiceschanged', update);
    return () => globalThis.speechSynthesis?.removeEventListener('voiceschanged', update);
  }, []);
  return useMemo(() => chooseVoice(voices, lang), [voices, lang]);
}

/** Lights the sentence being read and keeps it in view. */
function useSentenceLight(blocks: readonly DomBlock[], sentence: SpokenSentence | null) {
  useEffect(() => {
    const block = sentence && blocks[sentence.block];
    if (!block || !globalThis.CSS?.highlights) return;
    const range = rangeOf(block, sentence);
    CSS.highlights.set('spoken', new Highlight(range));
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 120) {
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    }
    return () => void CSS.highlights.delete('spoken');
  }, [blocks, sentence]);
}
