import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../components/exports/filename.ts';
import { hostileTitles } from './article.ts';

describe('fileName', () => {
  it.each([
    ['A bridge opens in Lisbon', 'A bridge opens in Lisbon.md'],
    ['Ukraine: what we know / what we do not', 'Ukraine - what we know - what we do not.md'],
    ['Is it "over"?', "Is it 'over'.md"],
    ['../../etc/passwd', 'etc - passwd.md'],
    ['C:\\Windows\\win.ini', 'C - Windows - win.ini.md'],
    ['.htaccess', 'htaccess.md'],
    ['-rf ~', 'rf ~.md'],
    ['The end...', 'The end.md'],
    ['CON', '_CON.md'],
    ['aux.first', '_aux.first.md'],
    ['COM¹', '_COM¹.md'],
    ['Console wars', 'Console wars.md'],
    ['line\nbreak\tand\u0000nul', 'line break and nul.md'],
    ['invoice \u202efdp.exe', 'invoice fdp.exe.md'],
    ['橋がリスボンで開通：九年', '橋がリスボンで開通：九年.md'],
    ['جسر يفتح في لشبونة', 'جسر يفتح في لشبونة.md'],
    ['نمی‌خواهم', 'نمی‌خواهم.md'],
    ['Cafe\u0301', 'Café.md'],
    ['👩‍👩‍👧 at home', '👩‍👩‍👧 at home.md'],
    ['half \ud83d pair', 'half pair.md'],
    ['', 'news.example.md'],
    ['???', 'news.example.md'],
  ])('makes of %j the name %j', (title, name) => {
    expect(fileName(title, 'md', 'news.example')).toBe(name);
  });

  it('ends a long title at a word', () => {
    const name = fileName('word '.repeat(100), 'md');
    expect(name).toMatch(/^(?:word )+word\.md$/);
    expect(name.length).toBeLessThanOrEqual(123);
  });

  it('parts no sign a reader sees as one', () => {
    expect(fileName('👩‍👩‍👧'.repeat(60), 'md')).toMatch(/^(?:👩‍👩‍👧)+\.md$/u);
  });

  it('is safe on three systems, whatever the title', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(...hostileTitles),
      fc
        .tuple(fc.constantFrom('con', 'NUL', 'Lpt1', 'com³', 'CONIN$', '. '), fc.string({ maxLength: 3 }))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(titles, titles, (title, fallback) => {
        const name = fileName(title, 'md', fallback);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[\s.~-]|[\s.]\.md$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*\./i);
        expect(name).toMatch(/.\.md$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        expect(name.normalize('NFD').length).toBeLessThanOrEqual(255);
      }),
      { numRuns: 2000 },
    );
  });
});
