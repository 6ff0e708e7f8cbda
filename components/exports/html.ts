import { type Body, isElement, isText } from './body.ts';
import { copyWithLead } from './lead-figure.ts';
import { authorsOf, localeOf, type Metadata, oneLine, publishedDay, safeLink } from './metadata.ts';

export interface HtmlOptions {
  /** Whether images are shown, which asks their servers for them when the file is opened, or stand as links. */
  readonly images: 'shown' | 'linked';
}

/**
 * The article as one HTML file: own style, no script, no font, nothing loaded but images where they are asked for.
 *
 * A policy in the file holds that, whatever the body says: it is parsed anew when the file is opened.
 */
export function toHtml(body: Body, article: Metadata, { images }: HtmlOptions): string {
  const title = escapeText(oneLine(article.title));
  const author = authorsOf(article).join(', ');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src ${images === 'shown' ? 'https: http: data:' : "'none'"}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeAttribute(localeOf(article.lang))}" dir="${article.dir ?? 'auto'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${meta('author', author)}${meta('description', article.excerpt)}<title>${title}</title>
<style>
${style}</style>
</head>
<body>
<article>
<header>
<h1>${title}</h1>
${headerLines(article)}</header>
${serialise(copyWithLead(body, article), images)}
</article>
</body>
</html>
`;
}

/** A body as markup of the elements and attributes listed here, and no others. */
export const serialise = (body: Body, images: HtmlOptions['images']): string =>
  [...body.childNodes].map((child) => markupOf(child, images)).join('');

function markupOf(node: Node, images: HtmlOptions['images']): string {
  if (isText(node)) return escapeText(node.data);
  if (!isElement(node)) return '';
  const name = node.localName;
  if (name === 'img') return imageMarkup(node, images);
  const inner = serialise(node, images);
  if (name === 'a') return linkMarkup(node, inner);
  if (!kept.has(name)) return inner;
  const start = `<${name}${attributesOf(node)}>`;
  if (name === 'br' || name === 'hr' || name === 'wbr' || name === 'col') return start;
  // A parser drops the first line end in <pre>.
  return `${start}${name === 'pre' && inner.startsWith('\n') ? '\n' : ''}${inner}</${name}>`;
}

const kept = new Set(
  (
    'abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q rp rt ruby s samp section small strong sub summary sup ' +
    'table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);

const keptAttributes = ['lang', 'dir', 'datetime', 'colspan', 'rowspan', 'scope', 'start', 'reversed', 'id'];

const attributesOf = (element: Element): string =>
  keptAttributes
    .filter((name) => element.hasAttribute(name))
    .map((name) => ` ${name}="${escapeAttribute(element.getAttribute(name)!)}"`)
    .join('');

function linkMarkup(link: Element, inner: string): string {
  const href = link.getAttribute('href');
  const target = href?.startsWith('#') ? href : safeLink(href);
  const address = target === null ? '' : ` href="${escapeAttribute(target)}"`;
  return `<a${address}${attributesOf(link)}>${inner}</a>`;
}

function imageMarkup(image: Element, images: HtmlOptions['images']): string {
  const source = image.getAttribute('src') ?? '';
  const alt = oneLine(image.getAttribute('alt') ?? '');
  if (!/^(?:https?:|data:image\/)/i.test(source)) return escapeText(alt);
  if (images === 'shown') return `<img src="${escapeAttribute(source)}" alt="${escapeAttribute(alt)}">`;
  if (source.startsWith('data:')) return escapeText(alt);
  const words = escapeText(alt || fileOf(source));
  // A link must not stand in a link.
  return image.closest('a') ? words : `<a href="${escapeAttribute(source)}">${words}</a>`;
}

const fileOf = (address: string): string =>
  (URL.canParse(address) && new URL(address).pathname.split('/').findLast(Boolean)) || address;

function headerLines(article: Metadata): string {
  const day = publishedDay(article);
  const parts = [
    escapeText(authorsOf(article).join(', ')),
    escapeText(oneLine(article.siteName ?? '')),
    day && `<time datetime="${escapeAttribute(article.publishedTime!)}">${escapeText(day)}</time>`,
  ].filter(Boolean);
  const link = safeLink(article.url);
  return [
    parts.length > 0 && `<p>${parts.join(' · ')}</p>\n`,
    link && `<p><a href="${escapeAttribute(link)}">${escapeText(link)}</a></p>\n`,
  ]
    .filter(Boolean)
    .join('');
}

const meta = (name: string, content: string | null): string =>
  content ? `<meta name="${name}" content="${escapeAttribute(oneLine(content))}">\n` : '';

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u0000', '');

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

const style = `:root { color-scheme: light dark; --text: #1f1f1f; --page: #fbfaf7; --muted: #5c5a55; --line: #8886; }
@media (prefers-color-scheme: dark) { :root { --text: #d8d6d1; --page: #1a1b1e; --muted: #a3a099; } }
body { margin: 0; padding: 2rem 1.25rem; background: var(--page); color: var(--text); }
article { max-width: 34em; margin: 0 auto; font: 1.125rem/1.6 Charter, Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .5em; }
h2 { font-size: 1.25em; } h3 { font-size: 1.1em; }
h1, h2, h3 { text-wrap: balance; } p { text-wrap: pretty; }
header { margin-bottom: 2em; } header p, figcaption, caption { color: var(--muted); font-size: .88em; }
header p { margin: .25em 0; } a { color: inherit; }
figure { margin: 1.5em 0; break-inside: avoid; } figcaption p { margin: 0; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1.25em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
pre { overflow-x: auto; font-size: .88em; line-height: 1.45; overflow-wrap: normal; }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: .92em; }
th, td { padding: .35em .7em; border: 1px solid var(--line); text-align: start; vertical-align: top; }
@media print { :root { --text: #000; --page: #fff; --muted: #333; } article { font-size: 11pt; max-width: none; } }
`;
