import { type Body, copyOf } from './body.ts';
import type { Metadata } from './metadata.ts';

/** A copy of the body that begins with the article's lead image, unless it holds that image already. */
export function copyWithLead(body: Body, { leadImage }: Metadata): DocumentFragment {
  const copy = copyOf(body);
  if (!leadImage || !isRemote(leadImage.src) || holds(copy, leadImage.src)) return copy;
  const make = (name: string, text: string | null = null) => {
    const element = copy.ownerDocument.createElement(name);
    element.textContent = text;
    return element;
  };
  const figure = make('figure');
  const image = make('img');
  image.setAttribute('src', leadImage.src);
  image.setAttribute('alt', leadImage.alt);
  figure.append(image);
  const lines = [leadImage.caption, leadImage.credit].filter((line) => line !== null);
  if (lines.length > 0) {
    const caption = make('figcaption');
    caption.append(...lines.map((line) => make('p', line)));
    figure.append(caption);
  }
  copy.prepend(figure);
  return copy;
}

const isRemote = (source: string): boolean =>
  URL.canParse(source) && ['http:', 'https:'].includes(new URL(source).protocol);

/** The same file, whatever size the query asks for. */
function holds(copy: DocumentFragment, source: string): boolean {
  const file = new URL(source).pathname;
  return [...copy.querySelectorAll('img[src]')].some((image) => {
    const other = image.getAttribute('src')!;
    return isRemote(other) && new URL(other).pathname === file;
  });
}
