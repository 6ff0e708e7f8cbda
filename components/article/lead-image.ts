import type { LeadImage } from './article.ts';
import type { JsonLdNode } from './json-ld.ts';

/** The picture that the page gives for its article, with the caption and credit it has where the page shows it. */
export function leadImageOf(copy: Document, article: JsonLdNode, base: string): LeadImage | null {
  const declared = copy.querySelector(
    'meta[property="og:image" i], meta[name="twitter:image" i], meta[property="twitter:image" i]',
  );
  const said = declared?.getAttribute('content')?.trim() || addressIn(article.image);
  const shown = said ? imageLike(copy, said) : firstImage(copy);
  const src = absolute(said ?? shown?.getAttribute('src'), base);
  if (!src) return null;
  const caption = shown?.closest('figure')?.querySelector('figcaption') ?? null;
  const credit = lineOf(caption?.querySelector('cite'));
  return {
    src,
    alt:
      lineOf(shown, 'alt') ??
      copy.querySelector('meta[property="og:image:alt" i]')?.getAttribute('content') ??
      '',
    caption: captionOf(caption, credit),
    credit,
  };
}

function addressIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length ? addressIn(value[0]) : null;
  const { url, contentUrl } = (value ?? {}) as { url?: unknown; contentUrl?: unknown };
  return typeof url === 'string' ? url : typeof contentUrl === 'string' ? contentUrl : null;
}

export function absolute(address: string | null | undefined, base: string): string | null {
  if (!address || /^(?:javascript|blob|about|file):/i.test(address)) return null;
  try {
    return new URL(address, base).href;
  } catch {
    // Not an address; pages write anything there.
    return null;
  }
}

/** The image on the page with the same file, whatever its size: by its name without digits of width and height. */
function imageLike(copy: Document, src: string): Element | null {
  const name = fileOf(src);
  if (name.length < 4) return null;
  for (const image of copy.querySelectorAll('img'))
    if (fileOf(image.getAttribute('src') ?? '') === name) return image;
  return null;
}

/** Where nothing is declared, a large image between headline and text. */
function firstImage(copy: Document): Element | null {
  let isBelowHeadline = false;
  for (const element of copy.querySelectorAll('h1, p, img, amp-img')) {
    if (element.localName === 'h1') isBelowHeadline = true;
    else if (!isBelowHeadline) continue;
    else if (element.localName === 'p') {
      if ((element.textContent?.length ?? 0) > 80) return null;
    } else if (isLarge(element) && !element.closest('nav, aside, footer, a')) return element;
  }
  return null;
}

const isLarge = (image: Element): boolean =>
  Number(image.getAttribute('width') ?? 400) >= 400 && image.hasAttribute('src');

const fileOf = (address: string): string =>
  (/([^/?#]+)(?:[?#].*)?$/.exec(address)?.[1] ?? '')
    .replace(/\.\w+$/, '')
    .replace(/[-_]?\d{2,4}x\d{2,4}|-scaled$/g, '');

function lineOf(element: Element | null | undefined, attribute?: string): string | null {
  const text = attribute ? element?.getAttribute(attribute) : element?.textContent;
  return text?.replace(/\s+/g, ' ').trim() || null;
}

function captionOf(caption: Element | null, credit: string | null): string | null {
  const whole = lineOf(caption);
  return whole && credit && whole.endsWith(credit) ? whole.slice(0, -credit.length).trim() || null : whole;
}
