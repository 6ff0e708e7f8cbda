import { isCaptionName, nameOf } from './names.ts';
import type { Survey } from './survey.ts';

/** Makes every box that is named as a caption or credit of an image a `<figcaption>`, with the credit in `<cite>`. */
export function settleCaptions(copy: Document, survey: Survey): void {
  for (const [element, { text }] of [...survey].reverse()) {
    if (text > 600 || !mayCaption.test(element.localName) || !isCaptionName(nameOf(element))) continue;
    if (element.closest('figcaption') || element.querySelector('figcaption, img, h1, h2')) continue;
    const figure = imageHolder(element);
    if (figure) settle(element, figure, copy);
  }
  for (const caption of copy.querySelectorAll('figcaption')) settleCredit(caption, copy);
}

const mayCaption = /^(?:div|p|span|small|em|i|figcaption|cite|section|dd|label|aside)$/;

/** The nearest box with an image, at most three levels up, and not one that holds half the article. */
function imageHolder(element: Element): Element | null {
  let outer = element.parentElement;
  for (let level = 0; outer && level < 3; level++, outer = outer.parentElement)
    if (outer.querySelector('img, picture, amp-img, video'))
      return outer.querySelectorAll('p').length > 4 ? null : outer;
  return null;
}

function settle(element: Element, holder: Element, copy: Document): void {
  const isCredit = /credit|copyright|source/.test(nameOf(element)) && !/caption/.test(nameOf(element));
  const known = holder.querySelector('figcaption');
  const caption = copy.createElement(known ? 'cite' : 'figcaption');
  const target = !known && isCredit ? caption.appendChild(copy.createElement('cite')) : caption;
  target.append(...element.childNodes);
  if (!known) {
    element.replaceWith(caption);
    if (/^(?:div|span|section|p)$/.test(holder.localName) && isFigure(holder, caption))
      asFigure(holder, copy);
  } else {
    element.remove();
    known.append(' ', caption);
  }
}

/** Whether a box holds next to nothing but an image and its caption. */
const isFigure = (holder: Element, caption: Element): boolean =>
  (holder.textContent ?? '').trim().length < (caption.textContent ?? '').trim().length + 40;

function asFigure(holder: Element, copy: Document): void {
  const figure = copy.createElement('figure');
  figure.append(...holder.childNodes);
  holder.replaceWith(figure);
}

const creditLine =
  /^(.*?)[\s([|–—/-]*((?:photo(?:graph)?s?|image|picture|illustration|credit|foto|bild|photographie|crédit|fotografía)s?(?: credit)?\s*(?::|by\b|via\b|courtesy\b)[^()]{2,80}|(?:©|copyright)[^()]{2,80})[\s)\]]*$/iu;

/** The part of a caption that names who made the picture, told by its box or by its wording. */
function settleCredit(caption: Element, copy: Document): void {
  if (caption.querySelector('cite')) return;
  for (const inner of caption.querySelectorAll('span, small, em, i, p, div'))
    if (/credit|copyright|source|photographer|author/.test(nameOf(inner)) && inner.textContent?.trim()) {
      const cite = copy.createElement('cite');
      cite.textContent = inner.textContent.trim();
      inner.remove();
      caption.append(' ', cite);
      return;
    }
  const last = caption.lastChild;
  if (last?.nodeType !== 3) return;
  const [, before = '', credit] = creditLine.exec(last.nodeValue!.replace(/\s+/g, ' ').trim()) ?? [];
  if (!credit) return;
  const cite = copy.createElement('cite');
  cite.textContent = credit.trim();
  last.nodeValue = before ? `${before} ` : '';
  caption.append(cite);
}
