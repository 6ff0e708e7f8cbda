import type { Article } from '../article/article.ts';
import type { DomBlock } from '../article/dom-blocks.ts';
import { sanitize } from '../article/sanitize.ts';
import type { Annotation } from '../entities/entity.ts';

export const formats = ['markdown', 'text', 'html', 'json'] as const;
export type Format = (typeof formats)[number];

export interface Written {
  readonly text: string;
  readonly type: string;
  readonly fileName: string;
}

/** What there is to write: the article, its blocks, and what is marked in them. */
export interface Source {
  readonly article: Article;
  readonly blocks: readonly DomBlock[];
  /** Null when names could not be marked; then there is no JSON. */
  readonly annotation: Annotation | null;
}

/**
 * The article in a format; the code for it is loaded when it is first asked for.
 *
 * Its body is read anew, for on the screen images may be left out. What is written names them, and loads none.
 */
export async function writeOut(format: Format, { article, blocks, annotation }: Source): Promise<Written> {
  const { fileName } = await import('../exports/filename.ts');
  const body = sanitize(article.html, 'remote', window);
  const named = (extension: string) => fileName(article.title, extension, hostOf(article.url));
  switch (format) {
    case 'markdown': {
      const { toMarkdown } = await import('../exports/markdown.ts');
      return { text: toMarkdown(body, article), type: 'text/markdown', fileName: named('md') };
    }
    case 'text': {
      const { toText } = await import('../exports/text.ts');
      return { text: toText(body, article), type: 'text/plain', fileName: named('txt') };
    }
    case 'html': {
      const { toHtml } = await import('../exports/html.ts');
      const text = toHtml(body, article, { images: 'linked' });
      return { text, type: 'text/html', fileName: named('html') };
    }
    case 'json': {
      const { toJson } = await import('../exports/json.ts');
      if (!annotation) throw new Error('JSON was asked for without names to write');
      const text = toJson(article, blocks, annotation);
      return { text, type: 'application/json', fileName: named('json') };
    }
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/** Offers a file to save; the browser asks where, or puts it among the downloads. */
export function saveFile({ text, type, fileName }: Written): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // the download reads it after the click returns
}
