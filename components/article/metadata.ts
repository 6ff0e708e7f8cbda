import type { Article } from './article.ts';
import type { JsonLdNode } from './json-ld.ts';

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

export function metadataOf(copy: Document, _jsonLd: readonly JsonLdNode[]): Metadata {
  const meta = (name: string): string | null =>
    copy
      .querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)
      ?.getAttribute('content')
      ?.trim() || null;
  return {
    title: meta('og:title') ?? copy.title.replace(/ [|–—-] [^|–—-]+$/, ''),
    byline: null,
    authors: [],
    siteName: null,
    section: null,
    publishedTime: null,
    modifiedTime: null,
    lang: null,
    dir: null,
    excerpt: meta('og:description') ?? meta('description'),
  };
}
