import type { Article } from './article.ts';
import { authorsOf } from './authors.ts';
import { modifiedTimeOf, publishedTimeOf } from './dates.ts';
import { isArticleNode, type JsonLdNode, textOf, typesOf } from './json-ld.ts';
import { titleOf } from './title.ts';

export type Metadata = Pick<
  Article,
  | 'title'
  | 'byline'
  | 'authors'
  | 'siteName'
  | 'section'
  | 'publishedTime'
  | 'modifiedTime'
  | 'lang'
  | 'dir'
  | 'excerpt'
>;

/** Where metadata is looked for: a copy that nothing was taken from yet. */
export interface MetadataSources {
  readonly copy: Document;
  readonly url: string;
  /** The page's article among its JSON-LD, or an empty object. */
  readonly article: JsonLdNode;
  readonly jsonLd: readonly JsonLdNode[];
  /** First content of a `<meta>` of one of these names or properties, in the order of the names. */
  readonly meta: (...names: string[]) => string | null;
  readonly siteName: string | null;
}

/** What the page says of its article, merged from JSON-LD, Open Graph, other `<meta>` and its markup. */
export function metadataOf(copy: Document, jsonLd: readonly JsonLdNode[]): Metadata {
  const meta = metaReader(copy);
  const article = mainArticle(jsonLd);
  const url = copy.documentURI;
  const siteName = siteNameOf(meta, article, jsonLd);
  const sources: MetadataSources = { copy, url, article, jsonLd, meta, siteName };
  const authors = authorsOf(sources);
  return {
    title: titleOf(sources),
    byline: authors.length ? authors.join(', ') : null,
    authors,
    siteName: siteName ?? hostOf(url),
    section: textOf(article.articleSection) ?? meta('article:section', 'parsely-section', 'section'),
    publishedTime: publishedTimeOf(sources),
    modifiedTime: modifiedTimeOf(sources),
    lang: langOf(copy, meta, article),
    dir: dirOf(copy),
    excerpt:
      meta('og:description', 'description', 'twitter:description', 'dc.description') ??
      textOf(article.description),
  };
}

function metaReader(copy: Document): MetadataSources['meta'] {
  const contents = new Map<string, string>();
  for (const tag of copy.querySelectorAll('meta[content]')) {
    const content = tag.getAttribute('content')!.replace(/\s+/g, ' ').trim();
    for (const attribute of ['property', 'name', 'itemprop'])
      for (const name of (tag.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/))
        if (content && name && !contents.has(name)) contents.set(name, content);
  }
  return (...names) => {
    for (const name of names) if (contents.has(name)) return contents.get(name)!;
    return null;
  };
}

/** The first article of the page's JSON-LD; one with a headline before one without. */
export function mainArticle(jsonLd: readonly JsonLdNode[]): JsonLdNode {
  const articles = jsonLd.filter(isArticleNode);
  return articles.find((node) => textOf(node.headline)) ?? articles[0] ?? {};
}

function siteNameOf(
  meta: MetadataSources['meta'],
  article: JsonLdNode,
  jsonLd: readonly JsonLdNode[],
): string | null {
  const site = jsonLd.find((node) => typesOf(node).includes('WebSite'));
  return (
    meta('og:site_name') ??
    textOf(article.publisher) ??
    textOf(site?.name) ??
    meta('application-name', 'dc.publisher')
  );
}

const hostOf = (url: string): string | null => /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? null;

function langOf(copy: Document, meta: MetadataSources['meta'], article: JsonLdNode): string | null {
  const said = [
    copy.documentElement.getAttribute('lang'),
    copy.documentElement.getAttribute('xml:lang'),
    copy.body.getAttribute('lang'),
    meta('content-language', 'dc.language', 'language'),
    textOf(article.inLanguage),
    meta('og:locale'),
  ];
  for (const tag of said) {
    const wellFormed = tag && canonical(tag.trim().replace(/_/g, '-'));
    if (wellFormed) return wellFormed;
  }
  return null;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Not a language tag; pages write anything there.
    return null;
  }
}

function dirOf(copy: Document): Metadata['dir'] {
  for (const element of [copy.body, copy.documentElement]) {
    const dir = element.getAttribute('dir')?.toLowerCase();
    if (dir === 'rtl' || dir === 'ltr') return dir;
  }
  return null;
}
