import { inert } from './inert.ts';
import { limits } from './limits.ts';

/** One object of a page's JSON-LD, as found: nothing about its shape can be trusted. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

const deepest = 8;

/** All objects of the page's JSON-LD blocks, in order, nested ones after their holder. */
export function jsonLdOf(page: Document): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]'))
    collect(parsed(script.textContent ?? ''), 0, nodes);
  return nodes;
}

function collect(value: unknown, depth: number, nodes: JsonLdNode[]): void {
  if (!value || typeof value !== 'object' || depth > deepest || nodes.length > 2000) return;
  if (!Array.isArray(value)) nodes.push(value as JsonLdNode);
  for (const inner of Object.values(value)) if (typeof inner === 'object') collect(inner, depth + 1, nodes);
}

/** Publishers leave raw line breaks in strings, comment marks around the block, and commas at the end. */
function parsed(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\]\]>|\/\*\]\]>\*\/)\s*;?\s*$/g, '')
    .replace(/\p{Cc}+/gu, ' ');
  for (const attempt of [bare, bare.replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Tried again mended, then given up: the page has other sources.
    }
  }
  return bodyAlone(bare);
}

/** The article's text can be saved from a block that is broken elsewhere. */
function bodyAlone(source: string): unknown {
  const found = /"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(source);
  try {
    return found ? { '@type': 'Article', articleBody: JSON.parse(found[1]!) } : null;
  } catch {
    return null;
  }
}

/** Names of an object's types without their vocabulary, `https://schema.org/NewsArticle` as `NewsArticle`. */
export function typesOf(node: JsonLdNode): string[] {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
  return types.filter((type) => typeof type === 'string').map((type) => type.replace(/^.*[/#:]/, ''));
}

const articleTypes = /(?:Article|BlogPosting|Posting|Report|Review|Recipe|Story|LiveBlog\w*|NewsItem)$/;

export const isArticleNode = (node: JsonLdNode): boolean =>
  typesOf(node).some((type) => articleTypes.test(type));

/** The longest `articleBody` as plain text, paragraphs in lines as the page gives them; null under 300 characters. */
export function articleBodyOf(nodes: readonly JsonLdNode[], page: Document): string | null {
  let body = '';
  for (const { articleBody } of nodes)
    if (typeof articleBody === 'string' && articleBody.length > body.length) body = articleBody;
  return body.length > 300 ? withoutMarkup(body, page) : null;
}

/** Some publishers put markup or entities into it. */
function withoutMarkup(body: string, page: Document): string {
  if (!/<\w[^>]*>|&#?\w+;/.test(body)) return body;
  const markup = (/&lt;\/?\w/.test(body) ? body.replace(/&lt;/g, '<').replace(/&gt;/g, '>') : body)
    .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/gi, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d)\b[^>]*>/gi, '\n$&');
  return inert(markup, page).textContent ?? '';
}

/** The text of a value that may be a string, an object with a name, or a list of them: the first that says something. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return unescaped(value.slice(0, limits.line)).replace(/\s+/g, ' ').trim() || null;
  if (Array.isArray(value)) {
    for (const item of value) if (textOf(item)) return textOf(item);
    return null;
  }
  const node = value as JsonLdNode | null | undefined;
  return node && typeof node === 'object' ? textOf(node.name ?? node['@value'] ?? null) : null;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** Some publishers escape text for HTML before they put it into JSON. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{2,6})|#x([\da-f]{2,5})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point < 0x110000 ? String.fromCodePoint(point) : whole;
  });
