/**
 * The article of a page as plain data, as it crosses from the tab to the extension.
 *
 * Everything in it was written by a stranger: `html` is untrusted markup until `sanitize` has seen it,
 * and every other string is text, never markup.
 */
export interface Article {
  /** Address of the page the article was read from. */
  readonly url: string;
  /** Headline without the name of the site. */
  readonly title: string;
  /** Authors as one line of text, without "By". */
  readonly byline: string | null;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  readonly section: string | null;
  /** ISO 8601, with zone when the page gives one. */
  readonly publishedTime: string | null;
  readonly modifiedTime: string | null;
  /** BCP 47 language of the text. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  /** Standfirst, or the page's own description. */
  readonly excerpt: string | null;
  readonly leadImage: LeadImage | null;
  /** Body with its structure, captions included; links and images absolute. */
  readonly html: string;
  /** Body text alone: no title, caption, credit, byline or date line. Paragraphs end in a newline. */
  readonly text: string;
  /** Words of `text`. */
  readonly words: number;
  readonly scope: Scope;
  readonly completeness: Completeness;
}

export interface LeadImage {
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** How much of the page was asked for: the article, a looser reading of it, all of the page, or what is selected. */
export type Scope = 'article' | 'wider' | 'page' | 'selection';

/** How sure the extraction is that nothing is missing. */
export type Completeness =
  | { readonly status: 'complete' }
  | { readonly status: 'uncertain'; readonly reasons: readonly Doubt[] };

export type Doubt =
  /** Much less text than the page's main region holds. */
  | 'short-of-page'
  /** The headline does not stand in or near the text. */
  | 'headline-apart'
  /** The page marks itself as behind a paywall, or the text breaks off at an offer. */
  | 'paywall'
  /** Candidates for the body disagree. */
  | 'candidates-disagree'
  /** A limit was met and the rest left out. */
  | 'cut';

/** Why a document gives no article. */
export type ExtractionFailure =
  /** The document has no text at all. */
  | 'empty'
  /** There is text, and nothing in it looks like an article. */
  | 'no-article'
  /** Reading a selection was asked for and nothing is selected. */
  | 'no-selection'
  /** Not a page of text: frameset, image, XML, plain file. */
  | 'not-a-page'
  /** More elements than can be read without stalling the tab. */
  | 'too-large';
