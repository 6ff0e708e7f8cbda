import { inert } from './inert.ts';

/**
 * Gives an image the source that a script would have given it, from lazy attributes, `srcset` or `<picture>`, or takes
 * it away when it has none or is a pixel.
 */
export function settleImage(image: Element): void {
  const source = isPixel(image) ? null : sourceOf(image);
  if (!source) image.remove();
  else if (source !== image.getAttribute('src')) image.setAttribute('src', source);
  image.removeAttribute('srcset');
  image.removeAttribute('loading');
}

/** Puts the image of a `<noscript>` in place of it and of its placeholder. With scripts on, a browser keeps it as text. */
export function unwrapFallback(fallback: Element, copy: Document): void {
  const image = fallbackImage(fallback, copy);
  if (!image) {
    fallback.remove();
    return;
  }
  const before = fallback.previousElementSibling;
  const placeholder = before?.localName === 'img' ? before : before?.querySelector('img');
  if (placeholder && before?.querySelectorAll('img').length !== 2) placeholder.remove();
  fallback.replaceWith(image);
  settleImage(image);
}

function fallbackImage(fallback: Element, copy: Document): Element | null {
  const markup = fallback.firstElementChild ? fallback.innerHTML : (fallback.textContent ?? '');
  if (!/<(?:amp-)?img\b/i.test(markup) || markup.length > 5000) return null;
  const holder = inert(markup, copy);
  const images = [...holder.querySelectorAll('img')].filter((image) => !isPixel(image) && sourceOf(image));
  return images.length === 1 && !/\S{2}/.test(holder.textContent ?? '')
    ? copy.importNode(images[0]!, true)
    : null;
}

/** The image that an `<amp-img>` stands for. */
export function imageFor(amp: Element, copy: Document): Element {
  const image = copy.createElement('img');
  for (const name of ['src', 'srcset', 'alt', 'width', 'height', 'title']) {
    const value = amp.getAttribute(name);
    if (value) image.setAttribute(name, value);
  }
  return image;
}

/** Counters and spacers. */
function isPixel(image: Element): boolean {
  const [width, height] = ['width', 'height'].map((name) => image.getAttribute(name));
  const isTiny = (side: string | null | undefined): boolean => /^\s*[0-3](?:px)?\s*$/.test(side ?? '');
  return (
    isTiny(width) ||
    isTiny(height) ||
    /(?:^|;)\s*(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:;|$)/.test(image.getAttribute('style') ?? '')
  );
}

const lazy = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-original-src',
  'data-image',
  'data-full-src',
  'data-hi-res-src',
  'data-url',
  'data-img-src',
  'data-srcset',
  'data-lazy-srcset',
  'srcset',
];

function sourceOf(image: Element): string | null {
  const shown = image.getAttribute('src')?.trim() ?? '';
  const isPlaceholder =
    !shown ||
    /^data:|^about:|(?:blank|placeholder|spacer|transparent|loading|lazy|1x1|pixel)[^/]*\.(?:gif|png|svg|jpe?g|webp)/i.test(
      shown,
    );
  const waiting = lazy.slice(0, -1).some((name) => image.hasAttribute(name));
  if (!isPlaceholder && !waiting) return shown;
  for (const name of lazy) {
    const value = image.getAttribute(name);
    const found = value && (/srcset/.test(name) ? largestOf(value) : looksLikeImage(value));
    if (found) return found;
  }
  const sources =
    image.parentElement?.localName === 'picture' ? [...image.parentElement.querySelectorAll('source')] : [];
  for (const source of sources) {
    const set = source.getAttribute('srcset') ?? source.getAttribute('data-srcset');
    const found = set && largestOf(set);
    if (found) return found;
  }
  if (!isPlaceholder) return shown;
  for (const { value } of image.attributes)
    if (/^\S+\.(?:jpe?g|png|webp|avif|gif)(?:\?\S*)?$/i.test(value)) return value;
  return /^data:image\/(?!gif;base64,R0lGOD|svg)/i.test(shown) && shown.length > 500 ? shown : null;
}

const looksLikeImage = (value: string): string | null =>
  /^(?:https?:|\/|\.|\w)[^\s{}]*$/.test(value.trim()) && value.length < 3000 ? value.trim() : null;

const widest = 1600;

/** The widest source of a `srcset` that is not wider than a page of text needs. */
function largestOf(set: string): string | null {
  let best: string | null = null;
  let most = -1;
  for (const [, source, size] of set.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?(?:\s*,|\s*$)/g)) {
    const width = Number(size ?? 1);
    if (/^data:/.test(source!) || (width > widest && most > 0)) continue;
    if (width > most) [best, most] = [source!, width > widest ? 0 : width];
  }
  return best;
}
