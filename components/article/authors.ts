import { type JsonLdNode, textOf, typesOf } from './json-ld.ts';
import { limits } from './limits.ts';
import type { MetadataSources } from './metadata.ts';
import { isBoilerplateName, isCommentsName, nameOf } from './names.ts';
import { linesNearHeadline } from './near-headline.ts';
import { shortText } from './short-text.ts';
import { hostName } from './title.ts';

/** The article's authors, each apart and without "By"; people before organisations, the site itself last. */
export function authorsOf(sources: MetadataSources): string[] {
  const { copy, meta, siteName, url } = sources;
  const site = lettersOf(siteName) || hostName(url);
  const places = [fromJsonLd, () => fromMeta(meta), () => fromMarkup(copy), () => fromText(copy)];
  for (const place of places) {
    const names = [...new Set(place(sources).flatMap(divided).map(cleaned).filter(isName))];
    const people = names.filter((name) => lettersOf(name) !== site);
    if (people.length) return people.slice(0, 12);
  }
  return [];
}

function fromJsonLd({ article, jsonLd }: MetadataSources): string[] {
  const said = [article.author, article.creator].flat().filter(Boolean);
  const nodes = said.map((author) => resolved(author, jsonLd));
  const people = nodes.filter((node) => typeof node === 'string' || !typesOf(node).includes('Organization'));
  return (people.length ? people : nodes).map(textOf).filter((name) => name !== null);
}

/** Publishers often give the author by reference to another object of the page. */
function resolved(author: unknown, jsonLd: readonly JsonLdNode[]): string | JsonLdNode {
  if (typeof author === 'string') return author;
  const node = (author ?? {}) as JsonLdNode;
  if (node.name || typeof node['@id'] !== 'string') return node;
  return jsonLd.find((other) => other['@id'] === node['@id'] && other.name) ?? node;
}

function fromMeta(meta: MetadataSources['meta']): string[] {
  const names = [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'authors',
    'article:author_name',
    'citation_author',
  ];
  for (const name of names) {
    const content = meta(name);
    if (content && isName(cleaned(content))) return [content];
  }
  return [];
}

const has = (attribute: string, word: RegExp) => (element: Element) =>
  word.test(element.getAttribute(attribute) ?? '');

/** From the line under the headline: the first short one that bears a telling mark and stands outside lists and comments. */
function fromMarkup(copy: Document): string[] {
  const linked = [...copy.querySelectorAll('[itemprop], [rel~=author], a[href*="/author"]')];
  const named = [...copy.querySelectorAll('[class]')].filter(has('class', /author|byline/i));
  const isNameInAuthor = (element: Element): boolean =>
    has('itemprop', /\bname\b/)(element) && element.closest('[itemprop~=author]') !== null;
  // The most telling mark first.
  const marked = [
    linked.filter(isNameInAuthor),
    linked.filter(has('itemprop', /\bauthor\b/)),
    linked.filter(has('rel', /\bauthor\b/)),
    named.filter(has('class', /author[-_]*name/i)),
    named.filter(has('class', /byline/i)),
    named.filter(has('class', /author/i)),
    linked.filter(has('href', /\/authors?\//)),
  ];
  for (const elements of marked) {
    const names: string[] = [];
    let parent: Element | null = null;
    for (const element of elements.slice(0, 12)) {
      if (isElsewhere(element)) continue;
      const name = cleaned(shortText(element, 300) ?? '');
      if (!isName(name)) continue;
      // Several authors stand side by side; what stands elsewhere is the author of something else.
      const group: Element | null = element.parentElement?.parentElement ?? null;
      if (parent && group !== parent) break;
      parent = group;
      names.push(name);
    }
    if (names.length) return names;
  }
  return [];
}

const byLine =
  /^(?:by|von|par|por|di|door|av|text:|words:|作者[:：]?)\s+(\p{Lu}[^|•·]{2,60}|\p{Script=Han}{2,4})/iu;

/** A line near the headline that says so. */
function fromText(copy: Document): string[] {
  for (const line of linesNearHeadline(copy, isElsewhere)) {
    const [, name] = byLine.exec(line) ?? [];
    const cleaner = name?.replace(/,?\s*(?:on\s+)?(?:\d|\p{L}{3,9}\.? \d).*$/u, '');
    if (cleaner && /^\p{L}/u.test(cleaner)) return [cleaner];
  }
  return [];
}

function isElsewhere(element: Element): boolean {
  let items = 0;
  for (let outer: Element | null = element; outer; outer = outer.parentElement) {
    if (/^(?:aside|footer|nav)$/.test(outer.localName)) return true;
    if (outer.localName === 'li' && ++items > 1) return true;
    const name = nameOf(outer);
    if (isCommentsName(name) || /related|recirc|teaser|card|testimonial|review|most-read|popular/.test(name))
      return true;
    if (isBoilerplateName(name) && !/author|by-?line|post-meta|entry-meta|article-meta/.test(name))
      return true;
  }
  return false;
}

const byWords =
  /^\W*(?:(?:written|posted|published|reviewed|edited|created|submitted|words|story|text|report(?:ing)?)\s+)?(?:by|von|par|por|di|door|av|af|autor(?:in)?|author|auteur|autore)s?\b[\s:]*/iu;

function cleaned(text: string): string {
  return text
    .slice(0, limits.line)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(byWords, '')
    .replace(/^(?:作者|记者|編集|文)\s*[:：/]?\s*/u, '')
    .replace(/\s*(?:[|•·]|\s[–—-]\s|\bon\b|,?\s*(?:updated|published|posted)\b).*$/iu, '')
    .replace(/\s*\([^)]*@[^)]*\)|\s*\S+@\S+\.\w+/g, '')
    .replace(/[\s,;:|/–—-]+$/u, '')
    .trim();
}

/** "A, B and C" is three when every part could be a full name. */
function divided(name: string): string[] {
  const parts = name
    .split(/\s*(?:,|;|\s(?:and|&|und|et|y|e|en|och|og)\s)\s*(?:(?:and|&)\s+)?/iu)
    .filter(Boolean);
  const isFull = (part: string): boolean =>
    /^\p{Lu}[\p{L}'’.-]+(?:\s+[\p{L}'’.-]+){1,3}$/u.test(cleaned(part));
  return parts.length > 1 && parts.every(isFull) ? parts : [name];
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 80 || /https?:|www\.|[@{}<>]|\.com\b/i.test(name)) return false;
  if (
    /^(?:admin|administrator|editor|staff|author|authors|guest|unknown|null|undefined|redaktion|more from|view|read|follow|all posts|share)\b/i.test(
      name,
    )
  )
    return false;
  return /\p{L}/u.test(name) && name.split(' ').length <= 10 && !/\d{4}/.test(name);
}

const lettersOf = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
