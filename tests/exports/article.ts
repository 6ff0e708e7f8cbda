import type { Article } from '../../components/article/article.ts';

/** An article with everything known, to be changed where a test asks for it. */
export const article: Article = {
  url: 'https://news.example/lisbon/bridge',
  title: 'A bridge opens in Lisbon',
  byline: 'Ana Prado and Rui Melo',
  authors: ['Ana Prado', 'Rui Melo'],
  siteName: 'The Example',
  section: 'World',
  publishedTime: '2021-04-16T23:30:00-05:00',
  modifiedTime: null,
  lang: 'en',
  dir: 'ltr',
  excerpt: 'It took nine years.',
  leadImage: null,
  html: '',
  text: '',
  words: 12,
  scope: 'article',
  completeness: { status: 'complete' },
};

/** Markup as a body that stands in a document. */
export function bodyOf(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  document.body.replaceChildren(body);
  return body;
}

/** Titles as strangers write them. */
export const hostileTitles = [
  '',
  '   ',
  'He said: "no" — and\nleft: all',
  "it's 'quoted'",
  '--- \n...\n---',
  '# not a comment',
  '- [x] {a: b}, &anchor *alias !!tag %TAG @at `tick` | > ?',
  'yes',
  'null',
  '~',
  '2021-04-16',
  '0x1f',
  'back\\slash \\u0041',
  '<script>alert(1)</script>',
  'tab\there, nul\u0000 and bell\u0007',
  'next\u0085line \u2028 \u2029 \ufeff \u007f',
  'half a pair \ud83d here',
  'كسر النص \u202egpj.exe',
  '橋がリスボンで開通',
  '👩‍👩‍👧 and 🇵🇹',
];
