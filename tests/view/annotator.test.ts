import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../../components/entities/entity.ts';
import { startAnnotator } from '../../components/view/annotator.ts';

const blocks = [{ text: 'Ada', kind: 'paragraph' as const }];
const context = { publishedTime: null, lang: 'en' };
const annotation: Annotation = { language: 'en', namesMarked: true, mentions: [], entities: [] };

/** A worker that does with a request what it is told. */
class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  isTerminated = false;
  readonly #answer: (worker: FakeWorker, id: number) => void;
  constructor(answer: (worker: FakeWorker, id: number) => void) {
    this.#answer = answer;
  }
  postMessage({ id }: { id: number }) {
    queueMicrotask(() => this.#answer(this, id));
  }
  terminate() {
    this.isTerminated = true;
  }
}

const worker = (answer: ConstructorParameters<typeof FakeWorker>[0]) =>
  new FakeWorker(answer) as unknown as Worker;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('startAnnotator', () => {
  it('resolves with what the worker says', async () => {
    const annotator = startAnnotator(() => worker((it, id) => it.onmessage!({ data: { id, annotation } })));
    expect(await annotator.annotate(blocks, context)).toEqual(annotation);
  });

  it('gives null when no worker can be started', async () => {
    const annotator = startAnnotator(() => {
      throw new Error('blocked');
    });
    expect(await annotator.annotate(blocks, context)).toBeNull();
  });

  it('gives null when the worker throws, and starts another for the next', async () => {
    const workers = [
      () => worker((it) => it.onerror!()),
      () => worker((it, id) => it.onmessage!({ data: { id, annotation } })),
    ];
    const annotator = startAnnotator(() => workers.shift()!());
    expect(await annotator.annotate(blocks, context)).toBeNull();
    expect(await annotator.annotate(blocks, context)).toEqual(annotation);
  });

  it('gives up a worker that hangs', async () => {
    const hanging = worker(() => {});
    const asked = startAnnotator(() => hanging).annotate(blocks, context);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asked).toBeNull();
    expect((hanging as unknown as FakeWorker).isTerminated).toBe(true);
  });
});
