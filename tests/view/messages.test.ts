import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { direction, locale, message, plural } from '../../components/view/messages.ts';

const folder = join(import.meta.dirname, '../../assets/locales');

/** A browser that speaks one of the locales as Chrome does: `$1` replaced, nothing where there is no message. */
async function speak(name: string) {
  const messages = generateChromeMessages(await parseMessagesFile(join(folder, `${name}.yml`)));
  const getMessage = (key: string, substitutions: string[] = []) =>
    messages[key]?.message.replace(/\$(\d)/g, (_, index) => substitutions[index - 1] ?? '') ?? '';
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getMessage as never);
}

afterEach(() => vi.restoreAllMocks());

describe('messages', () => {
  it.each([
    ['en', 1, '1 mention'],
    ['en', 0, '0 mentions'],
    ['en', 1200, '1,200 mentions'],
    ['de', 1200, '1.200 Erwähnungen'],
    ['fr', 0, '0 mention'],
    ['fr', 2_000_000, '2 000 000 de mentions'],
    ['pl', 1, '1 wzmianka'],
    ['pl', 3, '3 wzmianki'],
    ['pl', 5, '5 wzmianek'],
    ['pl', 22, '22 wzmianki'],
    ['ja', 3, '3回登場'],
    ['ar', 2, 'ذُكر مرتين'],
  ])('in %s counts %d as %s', async (name, count, text) => {
    await speak(name);
    expect(plural('mentions', count).replace(/\s/g, ' ')).toBe(text);
  });

  it.each(['en', 'pt_BR', 'ar'])('in %s know their language and its direction', async (name) => {
    await speak(name);
    expect(locale()).toBe(name.replace('_', '-'));
    expect(direction()).toBe(name === 'ar' ? 'rtl' : 'ltr');
  });

  it('put what they are given into its place', async () => {
    await speak('ja');
    expect(message('card.hidden', '橋')).toBe('この記事では「橋」を隠しています。');
  });

  it('are complete in every count that a language tells apart', async () => {
    for (const name of ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt_BR']) {
      await speak(name);
      for (const count of [0, 1, 2, 3, 11, 21, 100, 1_000_000]) {
        expect(plural('mentions', count), `${name} ${count}`).not.toBe('');
      }
    }
  });
});
