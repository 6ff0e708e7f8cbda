import { describe, expect, it } from 'vitest';
import { directionOf } from '../../components/view/direction-of.ts';

describe('directionOf', () => {
  it.each([
    ['what the article says of itself', { dir: 'rtl', title: 'Titel', text: 'Text' }, 'rtl'],
    ['left to right for English', { dir: null, title: 'A bridge', text: 'It opened in عمّان.' }, 'ltr'],
    ['right to left for Arabic', { dir: null, title: 'افتتاح جسر', text: 'كتبت BBC عن ذلك.' }, 'rtl'],
    ['right to left for Hebrew', { dir: null, title: '', text: 'הגשר נפתח ביום שישי.' }, 'rtl'],
    ['left to right for Japanese', { dir: null, title: '橋が開通', text: '' }, 'ltr'],
    ['left to right for nothing', { dir: null, title: '', text: '' }, 'ltr'],
  ] as const)('is %s', (_, article, direction) => {
    expect(directionOf(article)).toBe(direction);
  });
});
