import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, type View } from './drivers/browser.ts';
import { browserNames, type Launched, launch } from './drivers/launch.ts';
import { clickNamed, openReader } from './reader.ts';
import { type Site, samplePath, sampleShelf, startSite } from './site/server.ts';

interface Aloud {
  /** What was given to the voice. */
  readonly said: readonly string[];
  readonly isSpeaking: boolean;
  /** Text that is lit. */
  readonly lit: string;
}

describe.each(browserNames)('reading the sample article aloud in %s', (name) => {
  let site: Site;
  let launched: Launched;
  let reader: View;

  beforeAll(async () => {
    site = await startSite(sampleShelf);
    launched = await launch(name);
    await launched.browser.open(site.origin + samplePath);
    reader = await openReader(launched.browser);
  });

  afterAll(async () => {
    await launched?.quit();
    await site?.close();
  });

  it('says what is missing where there is no voice', async () => {
    await giveVoices(reader, []);
    await clickNamed(reader, 'Read aloud');
    const words = await until('the bar', () =>
      reader.evaluate(() => document.querySelector<HTMLElement>('.speech')?.textContent ?? ''),
    );
    expect(words).toContain('The browser has no voices.');
    await clickNamed(reader, 'Read aloud');
  });

  it('sends nothing to a voice elsewhere that was not chosen', async () => {
    await giveVoices(reader, [{ name: 'Cloud', lang: 'en-US', localService: false }]);
    await clickNamed(reader, 'Read aloud');
    const words = await reader.evaluate(() => document.querySelector('.speech')!.textContent!);
    expect(words).toContain('send the text to a server');
    expect((await aloud(reader)).said).toEqual([]);
    await clickNamed(reader, 'Read aloud');
  });

  it('reads sentence by sentence and lights the one it reads', async () => {
    await giveVoices(reader, [
      { name: 'Cloud', lang: 'en-US', localService: false },
      { name: 'Here', lang: 'en-US', localService: true },
    ]);
    await clickNamed(reader, 'Read aloud');
    await clickNamed(reader, 'Read');
    const title = 'Rival camps meet in Sirte to rescue Libya’s December vote';
    expect(await lighted(reader, title)).toMatchObject({ said: [title], isSpeaking: true });
    await finishSentence(reader);
    const second = 'Two days of talks in Sirte end with a date';
    const next = await lighted(reader, second);
    expect(next.said.at(-1)).toContain(second);
  });

  it('skips, pauses, and falls silent when it is closed', async () => {
    const before = (await aloud(reader)).said.length;
    await clickNamed(reader, 'On one sentence');
    await clickNamed(reader, 'Back one sentence');
    const { said } = await aloud(reader);
    expect(said.length).toBe(before + 2);
    expect(said.at(-1)).toBe(said[before - 1]);
    await clickNamed(reader, 'Pause');
    expect((await aloud(reader)).isSpeaking).toBe(false);
    await clickNamed(reader, 'Read');
    expect((await aloud(reader)).isSpeaking).toBe(true);
    await clickNamed(reader, 'Read aloud');
    await until('silence', async () => !(await aloud(reader)).isSpeaking);
    expect((await aloud(reader)).lit).toBe('');
  });

  it('logs no error', async () => {
    expect(await reader.troubles()).toEqual([]);
  });
});

/** Puts voices in the place of the machine's own, which has none where tests run. */
function giveVoices(reader: View, voices: object[]): Promise<void> {
  return reader.evaluate((given) => {
    interface Utterance {
      readonly text: string;
      onend?: () => void;
    }
    const page = window as unknown as { said: Utterance[]; speaking: Utterance | null };
    page.said = [];
    page.speaking = null;
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => given.map((voice) => ({ default: false, voiceURI: JSON.stringify(voice), ...voice })),
      speak(utterance: Utterance) {
        page.said.push(utterance);
        page.speaking = utterance;
      },
      cancel() {
        page.speaking = null;
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
      configurable: true,
    });
  }, voices);
}

function finishSentence(reader: View): Promise<void> {
  return reader.evaluate(() => {
    const page = window as unknown as { speaking: { onend?: () => void } | null };
    page.speaking?.onend?.();
  });
}

function aloud(reader: View): Promise<Aloud> {
  return reader.evaluate(() => {
    const page = window as unknown as { said: { text: string }[]; speaking: object | null };
    const [range] = [...(CSS.highlights.get('spoken') ?? [])];
    return {
      said: page.said.map(({ text }) => text),
      isSpeaking: page.speaking !== null,
      lit: range?.toString() ?? '',
    };
  });
}

/** What is said once these words are lit. */
function lighted(reader: View, words: string): Promise<Aloud> {
  return until(`“${words}” to be lit`, async () => {
    const now = await aloud(reader);
    return now.lit.includes(words) ? now : null;
  });
}
