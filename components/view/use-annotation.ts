import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import type { DomBlock } from '../article/dom-blocks.ts';
import type { Annotation } from '../entities/entity.ts';
import type { Annotator } from './annotator.ts';

export type Annotating =
  | { readonly status: 'waiting' }
  | { readonly status: 'done'; readonly annotation: Annotation }
  | { readonly status: 'failed' };

/** What is marked in these blocks, once the annotator has said so. */
export function useAnnotation(
  annotator: Annotator,
  article: Article,
  blocks: readonly DomBlock[] | null,
): Annotating {
  const [annotating, setAnnotating] = useState<Annotating>({ status: 'waiting' });
  useEffect(() => {
    if (!blocks) return;
    let isOpen = true;
    setAnnotating({ status: 'waiting' });
    annotator
      .annotate(blocks, { publishedTime: article.publishedTime, lang: article.lang })
      .then((annotation) => {
        if (isOpen) setAnnotating(annotation ? { status: 'done', annotation } : { status: 'failed' });
      });
    return () => {
      isOpen = false;
    };
  }, [annotator, article, blocks]);
  return annotating;
}
