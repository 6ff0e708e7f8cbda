import type { Block } from '../article/block.ts';
import type { AnnotationReply, AnnotationRequest } from '../entities/answer.ts';
import type { Annotation, AnnotationContext } from '../entities/entity.ts';

/** Marks names off the main thread. */
export interface Annotator {
  /** Resolves with null when names can't be marked: worker missing, throwing or silent, model broken. */
  annotate(blocks: readonly Block[], context: AnnotationContext): Promise<Annotation | null>;
}

/** A worker that says nothing for this long is given up; 20,000 words take a small part of it. */
const patienceMs = 10_000;

/** The annotator behind a worker, which is started at once so that its model loads while the page is read. */
export function startAnnotator(start: () => Worker): Annotator {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, (annotation: Annotation | null) => void>();

  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };

  const open = (): Worker | null => {
    if (worker) return worker;
    try {
      worker = start();
    } catch {
      return null; // no worker in this browser, or its script is gone after an update
    }
    worker.onmessage = ({ data }: MessageEvent<AnnotationReply>) => {
      waiting.get(data.id)?.(data.annotation);
      waiting.delete(data.id);
    };
    worker.onerror = giveUp;
    worker.onmessageerror = giveUp;
    return worker;
  };

  open();
  return {
    annotate: (blocks, context) =>
      new Promise((resolve) => {
        const id = ++lastId;
        const open_ = open();
        if (!open_) return resolve(null);
        const timer = setTimeout(giveUp, patienceMs);
        waiting.set(id, (annotation) => {
          clearTimeout(timer);
          resolve(annotation);
        });
        const plain = blocks.map(({ text, kind }) => ({ text, kind }));
        open_.postMessage({ id, blocks: plain, context } satisfies AnnotationRequest);
      }),
  };
}
