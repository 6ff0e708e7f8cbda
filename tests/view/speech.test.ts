import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../components/article/block.ts';
import { Speech, type SpeechState } from '../../components/view/speech.ts';
import { piecesOf, spokenSentences } from '../../components/view/spoken-sentences.ts';
import { chooseVoice, orderVoices, type Voice } from '../../components/view/voices.ts';

const voice = (name: string, lang: string, changes: Partial<Voice> = {}): Voice => ({
  ...{ name, lang, localService: true, default: false },
  ...changes,
});

class FakeUtterance {
  readonly text: string;
  lang = '';
  rate = 1;
  voice: Voice | null = null;
  onend: ((event: never) => unknown) | null = null;
  onerror: ((event: never) => unknown) | null = null;
  constructor(text: string) {
    this.text = text;
  }
}

/** Speaks when told to: `finish` ends what is being said, and what was cancelled reports an error afterwards. */
function fakeSpeech(texts: string[], { rate = 1 } = {}) {
  const said: FakeUtterance[] = [];
  let cancelled: FakeUtterance[] = [];
  let speaking: FakeUtterance | null = null;
  const states: SpeechState[] = [];
  const speech = new Speech<Voice, FakeUtterance>({
    synthesis: {
      speak(utterance) {
        expect(speaking, 'two voices at once').toBeNull();
        speaking = utterance;
        said.push(utterance);
      },
      cancel() {
        if (speaking) cancelled.push(speaking);
        speaking = null;
      },
    },
    utter: (text) => new FakeUtterance(text),
    sentences: texts.map((text, block) => ({ block, start: 0, end: text.length, text })),
    voice: voice('Ana', 'en-GB'),
    rate,
    onChange: (state) => states.push(state),
  });
  const finish = () => {
    const utterance = speaking;
    speaking = null;
    utterance?.onend?.({} as never);
  };
  return {
    ...{ speech, said, states, finish },
    texts: () => said.map(({ text }) => text),
    fail: () => {
      const utterance = speaking;
      speaking = null;
      utterance?.onerror?.({ error: 'synthesis-failed' } as never);
    },
    reportCancelled: () => {
      for (const utterance of cancelled) utterance.onerror?.({ error: 'interrupted' } as never);
      cancelled = [];
    },
    isSpeaking: () => speaking !== null,
  };
}

describe('Speech', () => {
  it('reads sentence by sentence to the end, and says where it is', () => {
    const { speech, finish, texts, states, isSpeaking } = fakeSpeech(['One.', 'Two.']);
    speech.play();
    finish();
    finish();
    expect(texts()).toEqual(['One.', 'Two.']);
    expect(states).toEqual([
      { status: 'playing', sentence: 0 },
      { status: 'playing', sentence: 1 },
      { status: 'stopped', sentence: 0 },
    ]);
    expect(isSpeaking()).toBe(false);
  });

  it('gives each utterance the voice, its language and the speed', () => {
    const { speech, said } = fakeSpeech(['One.'], { rate: 1.5 });
    speech.play();
    expect(said[0]).toMatchObject({ voice: { name: 'Ana' }, lang: 'en-GB', rate: 1.5 });
  });

  it('says a very long sentence in pieces and stays at it', () => {
    const long = `${'word '.repeat(30).trim()}, ${'and more '.repeat(20).trim()}.`;
    const { speech, finish, texts, states } = fakeSpeech([long, 'Two.']);
    speech.play();
    finish();
    finish();
    expect(texts().slice(0, 3).join(' ')).toBe(long);
    expect(states).toEqual([{ status: 'playing', sentence: 0 }]);
  });

  it('makes shorter pieces when it speaks slowly', () => {
    const { speech, texts } = fakeSpeech(['word '.repeat(30).trim()], { rate: 0.5 });
    speech.play();
    expect(texts()[0]!.length).toBeLessThanOrEqual(80);
  });

  it('pauses, and begins the sentence again', () => {
    const { speech, finish, reportCancelled, texts, isSpeaking } = fakeSpeech(['One.', 'Two.']);
    speech.play();
    finish();
    speech.pause();
    expect(isSpeaking()).toBe(false);
    reportCancelled();
    expect(speech.state).toEqual({ status: 'paused', sentence: 1 });
    speech.play();
    expect(texts()).toEqual(['One.', 'Two.', 'Two.']);
  });

  it('skips forward and back, never before the first, and stops after the last', () => {
    const { speech, reportCancelled, texts } = fakeSpeech(['One.', 'Two.', 'Three.']);
    speech.play();
    speech.skip(2);
    reportCancelled();
    speech.skip(-1);
    speech.skip(-5);
    expect(texts()).toEqual(['One.', 'Three.', 'Two.', 'One.']);
    speech.skip(3);
    expect(speech.state).toEqual({ status: 'stopped', sentence: 0 });
  });

  it('skips in silence while paused', () => {
    const { speech, texts } = fakeSpeech(['One.', 'Two.']);
    speech.play();
    speech.pause();
    speech.skip(1);
    expect(speech.state).toEqual({ status: 'paused', sentence: 1 });
    expect(texts()).toEqual(['One.']);
  });

  it('takes a new speed or voice at once', () => {
    const { speech, reportCancelled, said } = fakeSpeech(['One.']);
    speech.play();
    speech.setRate(2);
    speech.setVoice(voice('Rui', 'en-US'));
    reportCancelled();
    expect(said.at(-1)).toMatchObject({ text: 'One.', rate: 2, voice: { name: 'Rui' } });
    expect(speech.state.status).toBe('playing');
  });

  it('reads on when the voice that speaks is listed anew', () => {
    const { speech, texts } = fakeSpeech(['One.']);
    speech.play();
    speech.setVoice(voice('Ana', 'en-GB'));
    speech.setRate(1);
    expect(texts()).toEqual(['One.']);
  });

  it('falls silent when stopped, and late reports change nothing', () => {
    const { speech, reportCancelled, finish, isSpeaking } = fakeSpeech(['One.', 'Two.']);
    speech.play();
    speech.stop();
    reportCancelled();
    finish();
    expect(isSpeaking()).toBe(false);
    expect(speech.state).toEqual({ status: 'stopped', sentence: 0 });
  });

  it('says that it failed, and can try again at the same place', () => {
    const { speech, finish, fail, texts } = fakeSpeech(['One.', 'Two.']);
    speech.play();
    finish();
    fail();
    expect(speech.state).toEqual({ status: 'failed', sentence: 1 });
    speech.play();
    expect(texts().at(-1)).toBe('Two.');
  });

  it('does nothing without a sentence', () => {
    const { speech, states } = fakeSpeech([]);
    speech.play();
    speech.skip(1);
    expect(states).toEqual([]);
  });
});

describe('spokenSentences', () => {
  const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ text, kind });

  it('gives sentences with their places, without code, signs alone and white space', () => {
    const blocks = [
      block('A bridge', 'headline'),
      block('\n  It opened.  Nobody\n came! '),
      block('* * *'),
      block('x = 1;', 'code'),
    ];
    const sentences = spokenSentences(blocks, 'en');
    expect(sentences.map(({ text }) => text)).toEqual(['A bridge', 'It opened.', 'Nobody came!']);
    const { block: index, start, end } = sentences[2]!;
    expect(blocks[index]!.text.slice(start, end)).toBe('Nobody\n came!');
  });

  it.each([
    ['ja', '橋が開通した。誰も来なかった。', ['橋が開通した。', '誰も来なかった。']],
    ['ar', 'افتُتح الجسر. هل جاء أحد؟ لا.', ['افتُتح الجسر.', 'هل جاء أحد؟', 'لا.']],
    ['no such language', 'One. Two.', ['One.', 'Two.']],
    [null, 'One. Two.', ['One.', 'Two.']],
  ])('finds the sentences of %s', (lang, text, expected) => {
    expect(spokenSentences([block(text)], lang).map((sentence) => sentence.text)).toEqual(expected);
  });
});

describe('piecesOf', () => {
  it.each([
    [
      'at the last comma that fits',
      'One two three, four five six, seven',
      30,
      ['One two three, four five six,', 'seven'],
    ],
    ['between words where no comma is', 'One two three four', 9, ['One two', 'three', 'four']],
    [
      'not at a comma that leaves a word alone',
      'So, one two three four five',
      20,
      ['So, one two three', 'four five'],
    ],
    ['not inside a number', 'About 10,000 people came', 12, ['About 10,000', 'people came']],
    ['where it must', '橋が開通した橋が', 4, ['橋が開通', 'した橋が']],
    ['at a comma of Japanese', '橋が、開通した橋が', 5, ['橋が、', '開通した橋', 'が']],
  ])('breaks %s', (_, sentence, longest, pieces) => {
    expect(piecesOf(sentence, longest)).toEqual(pieces);
  });

  it('loses nothing, keeps to its length and parts no surrogate pair', () => {
    const text = fc
      .array(fc.constantFrom('word', ',', ' ', '橋', '👩', '—', '. '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (sentence, longest) => {
        const pieces = piecesOf(sentence, longest);
        expect(pieces.join('').replaceAll(' ', '')).toBe(sentence.replaceAll(' ', ''));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(longest);
          expect(piece.isWellFormed()).toBe(true);
          expect(piece).not.toBe('');
        }
      }),
    );
  });
});

describe('voices', () => {
  const voices = [
    voice('Remote British', 'en-GB', { localService: false }),
    voice('American', 'en-US', { default: true }),
    voice('British B', 'en_GB'),
    voice('British A', 'en-GB'),
    voice('Portuguese', 'pt-PT'),
    voice('Bokmål', 'nb-NO'),
  ];

  it('come from the device first, then from the region, then by name', () => {
    expect(orderVoices(voices, 'en-GB').map(({ name }) => name)).toEqual([
      'British A',
      'British B',
      'American',
      'Remote British',
    ]);
    expect(orderVoices(voices, 'en').map(({ name }) => name)[0]).toBe('American');
    expect(orderVoices(voices, 'no').map(({ name }) => name)).toEqual(['Bokmål']);
  });

  it('are taken as chosen before, else the best of the device', () => {
    expect(chooseVoice(voices, 'en-GB')).toMatchObject({ status: 'ready', voice: { name: 'British A' } });
    expect(chooseVoice(voices, 'en-GB', 'Remote British')).toMatchObject({
      voice: { name: 'Remote British' },
    });
    expect(chooseVoice(voices, 'en-GB', 'Gone')).toMatchObject({ voice: { name: 'British A' } });
  });

  it.each([
    ['there is none', [], 'none'],
    ['none speaks the language', [voice('Portuguese', 'pt-PT')], 'other-languages'],
    ['all of them send the text away', [voice('Remote', 'en-GB', { localService: false })], 'only-remote'],
  ])('say what is missing when %s', (_, all, status) => {
    expect(chooseVoice(all, 'en-GB').status).toBe(status);
  });
});
