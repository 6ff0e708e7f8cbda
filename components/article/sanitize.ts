import createDOMPurify, { type DOMPurify } from 'dompurify';
import type { Article } from './article.ts';

declare const passed: unique symbol;

/**
 * Markup that went through `sanitize`: a fragment, never a string, for serialising and parsing again can bring
 * danger back (mutation XSS). Only `sanitize` makes one and only `mount` takes one.
 */
export type SanitizedHtml = DocumentFragment & { readonly [passed]: 'sanitized' };

export interface SanitizedArticle extends Omit<Article, 'html'> {
  readonly body: SanitizedHtml;
}

/** Which images the markup may keep a source for. */
export type ImagePolicy = 'none' | 'remote';

const allowedTags = (
  'a abbr article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp section small span strong sub ' +
  'summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ');

const plainAttributes =
  'alt title lang dir colspan rowspan span scope datetime start reversed width height'.split(' ');

const configuration = Object.freeze({
  RETURN_DOM_FRAGMENT: true as const,
  ALLOWED_TAGS: allowedTags,
  ALLOWED_ATTR: ['href', 'src', 'id', ...plainAttributes],
  // A custom ALLOWED_URI_REGEXP is tested on every attribute that is not listed here.
  ADD_URI_SAFE_ATTR: ['id', ...plainAttributes],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|data:image\/|#)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOW_SELF_CLOSE_IN_ATTR: false,
  KEEP_CONTENT: true,
  SANITIZE_DOM: true,
  SAFE_FOR_XML: true,
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: null,
    attributeNameCheck: null,
    allowCustomizedBuiltInElements: false,
  },
});

/** Prefix of ids in the article, so that none of them can be one of ours. */
export const idPrefix = 'in-article-';

/**
 * Turns untrusted markup into a fragment of the elements and attributes an article needs.
 *
 * Links keep http, https, mailto and places inside the article; images keep https (the policy of our pages blocks the
 * rest) and small `data:` rasters, or no source at all with `images: 'none'`. Must run in the page that renders, as the
 * last step on markup.
 */
export function sanitize(
  html: string,
  images: ImagePolicy,
  window: Window & typeof globalThis,
): SanitizedHtml {
  const purifier = purifierOf(window);
  purifier.removeHooks('afterSanitizeAttributes');
  purifier.addHook('afterSanitizeAttributes', (node) => restrict(node, images));
  // null when the input parses to a frameset document
  const fragment = purifier.sanitize(html, configuration) ?? window.document.createDocumentFragment();
  return fragment as unknown as SanitizedHtml; // the cast is the gate: nothing else makes one
}

/** One a window: each would make a Trusted Types policy of the same name, and a page may make that once. */
function purifierOf(window: Window & typeof globalThis): DOMPurify {
  const known = purifiers.get(window);
  if (known) return known;
  const purifier = createDOMPurify(window);
  if (!purifier.isSupported)
    throw new Error('DOMPurify does not support this window; refusing to render markup');
  purifiers.set(window, purifier);
  return purifier;
}

const purifiers = new WeakMap<Window, DOMPurify>();

/** The article with its body ready to be mounted. */
export function sanitizeArticle(
  article: Article,
  images: ImagePolicy,
  window: Window & typeof globalThis,
): SanitizedArticle {
  const { html, ...rest } = article;
  return { ...rest, body: sanitize(html, images, window) };
}

function restrict(element: Element, images: ImagePolicy): void {
  if (element.id) element.id = idPrefix + element.id;
  if (element.tagName === 'A') restrictLink(element);
  else element.removeAttribute('href');
  if (element.tagName === 'IMG') restrictImage(element, images);
  else element.removeAttribute('src');
  for (const side of ['width', 'height']) {
    if (!/^\d{1,5}$/.test(element.getAttribute(side) ?? '')) element.removeAttribute(side);
  }
}

function restrictLink(link: Element): void {
  const target = linkTarget(link.getAttribute('href'));
  if (target === null) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('href', target);
  if (target.startsWith('#')) return;
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('referrerpolicy', 'no-referrer');
}

function linkTarget(href: string | null): string | null {
  if (!href) return null;
  if (href.startsWith('#')) return href.length > 1 ? `#${idPrefix}${href.slice(1)}` : null;
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const isAllowed = ['http:', 'https:', 'mailto:'].includes(url.protocol) && !url.username && !url.password;
  return isAllowed ? url.href : null;
}

/** What the policy of our pages lets an image on the network be: anything else would only be an error in the console. */
export function isShowable(source: string): boolean {
  return URL.canParse(source) && new URL(source).protocol === 'https:';
}

const smallRaster = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;
const rasterLimit = 500_000; // characters; larger ones cost more to decode than a picture in an article is worth

function restrictImage(image: Element, images: ImagePolicy): void {
  const source = image.getAttribute('src') ?? '';
  const isRaster = smallRaster.test(source) && source.length < rasterLimit;
  const isRemote = isShowable(source);
  if (images === 'none' || (!isRaster && !isRemote)) {
    image.removeAttribute('src');
    return;
  }
  image.setAttribute('loading', 'lazy');
  image.setAttribute('decoding', 'async');
  image.setAttribute('referrerpolicy', 'no-referrer');
}
