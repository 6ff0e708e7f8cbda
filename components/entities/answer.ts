import type { Block } from '../article/block.ts';
import { annotate } from './annotate.ts';
import type { Annotation, AnnotationContext } from './entity.ts';
import { loadModel } from './model.ts';
import { recognise } from './recognise.ts';

/** What a view asks the annotator, which runs in a worker. */
export interface AnnotationRequest {
  readonly id: number;
  readonly blocks: readonly Block[];
  readonly context: AnnotationContext;
}

/** What it answers; null when there is no usable model and the text is in its language. */
export interface AnnotationReply {
  readonly id: number;
  readonly annotation: Annotation | null;
}

/** Answers a request with the model that `bytes` hold, or null bytes when it could not be read. */
export function answerer(bytes: ArrayBuffer | null): (request: AnnotationRequest) => AnnotationReply {
  const loaded = bytes && loadModel(bytes);
  const model = loaded?.ok ? loaded.value : null;
  return ({ id, blocks, context }) => {
    let lacksModel = false;
    const annotation = annotate(blocks, context, (all) => {
      if (model) return recognise(all, model);
      lacksModel = true;
      return [];
    });
    return { id, annotation: lacksModel ? null : annotation };
  };
}
