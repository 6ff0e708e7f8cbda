import type { Article } from '../article/article.ts';
import type { DomBlock } from '../article/dom-blocks.ts';
import type { Annotation } from '../entities/entity.ts';

export const formats = ['markdown', 'text', 'html', 'json'] as const;
export type Format = (typeof formats)[number];

export interface Written {
  readonly text: string;
  readonly type: string;
  readonly fileName: string;
}

/** What there is to write: the article, its body as it stands, and what is marked in it. */
export interface Source {
  readonly article: Article;
  readonly body: Element;
  readonly blocks: readonly DomBlock[];
  readonly annotation: Annotation;
}

/** The article in a format; the code for it is loaded when it is first asked for. */
export async function writeOut(
  format: Format,
  { article, body, blocks, annotation }: Source,
): Promise<Written> {
  const { fileName } = await import('../exports/filename.ts');
  switch (format) {
    case 'markdown': {
      const { toMarkdown } = await import('../exports/markdown.ts');
      return {
        text: toMarkdown(body, article),
        type: 'text/markdown',
        fileName: fileName(article.title, 'md'),
      };
    }
    case 'text': {
      const { toText } = await import('../exports/text.ts');
      return { text: toText(body, article), type: 'text/plain', fileName: fileName(article.title, 'txt') };
    }
    case 'html': {
      const { toHtml } = await import('../exports/html.ts');
      const text = toHtml(body, article, { images: 'linked' });
      return { text, type: 'text/html', fileName: fileName(article.title, 'html') };
    }
    case 'json': {
      const { toJson } = await import('../exports/json.ts');
      const text = toJson(article, blocks, annotation);
      return { text, type: 'application/json', fileName: fileName(article.title, 'json') };
    }
  }
}

/** Offers a file to save; the browser asks where, or puts it among the downloads. */
export function saveFile({ text, type, fileName }: Written): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // the download reads it after the click returns
}
