const sentence =
  'The council met on Friday in Harwich, heard Maria Lindqvist, and put the vote off until March. ';

/** Pages of up to 20 MB, in our own words, beside the generated ones. */
export const largePages: readonly { name: string; body: () => string }[] = [
  { name: 'own-text-20MB', body: () => article(`<p>${sentence.repeat(10)}</p>`.repeat(20_000)) },
  { name: 'own-one-paragraph-20MB', body: () => article(`<p>${sentence.repeat(200_000)}</p>`) },
  {
    name: 'own-script-20MB',
    body: () => article(`<script type="x">${'let a = 1; '.repeat(1_800_000)}</script>`),
  },
  {
    name: 'own-json-20MB',
    body: () => article(`<script type="application/json">${'[1],'.repeat(5_000_000)}</script>`),
  },
  {
    name: 'own-hidden-20MB',
    body: () => article(`<div hidden>${`<p>${sentence}</p>`.repeat(40_000)}</div>`),
  },
  { name: 'own-comments-20MB', body: () => article(comments(200_000)) },
  {
    name: 'own-attributes-20MB',
    body: () => article(`<p data-a="${'x'.repeat(400)}">${sentence}</p>`.repeat(40_000)),
  },
  {
    name: 'own-shadow-deep',
    body: () => article(`<div><template shadowrootmode=open><slot></slot>`.repeat(200)),
  },
];

function comments(count: number): string {
  return `<div class="comments">${`<div class="comment"><b>a</b> ${sentence}</div>`.repeat(count / 8)}</div>`;
}

function article(body: string): string {
  const lead = `<p>${sentence.repeat(6)}</p>`.repeat(5);
  return `<!doctype html><html lang="en"><title>A long page</title><article><h1>A long page</h1>${lead}${body}</article>`;
}
