import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { DomBlock } from '../article/dom-blocks.ts';
import { limits } from '../article/limits.ts';
import type { Annotation } from '../entities/entity.ts';
import { highlight, type Mark, marksOf } from '../entities/highlight.ts';
import { kindOf } from './kinds.ts';

/** Marks put in before the first paint: more than a screen holds. */
const firstScreen = 120;
/** Marks put in at a time after that, which takes a few milliseconds. */
const chunk = 250;

/**
 * Marks the mentions in the text, the first screen at once and the rest in pieces between frames.
 * Returns true when all are in, or as many as there may be. When anything changes the marks are undone first.
 */
export function useMarks(
  blocks: readonly DomBlock[] | null,
  annotation: Annotation | null,
  notNames: readonly string[],
): boolean {
  const [isDone, setIsDone] = useState(false);

  useLayoutEffect(() => {
    if (!blocks || !annotation) return;
    const { entities } = annotation;
    const marks = marksOf(annotation, (id) => !notNames.includes(entities[id]!.name)).slice(0, limits.marks);
    const firsts = new Set(entities.map((entity) => entity.mentions[0]));
    const decorate = (element: HTMLElement, mark: Mark) => {
      element.dataset.kind = kindOf(mark.label);
      if (firsts.has(mark.mention)) element.dataset.first = '';
    };
    const undos: (() => void)[] = [];
    let frame = 0;

    const put = (from: number, count: number) => {
      undos.push(highlight(blocks, marks.slice(from, from + count), { decorate }));
      if (from + count < marks.length) frame = requestAnimationFrame(() => put(from + count, chunk));
      else setIsDone(true);
    };
    put(0, firstScreen);
    performance.mark('first-marks');

    return () => {
      cancelAnimationFrame(frame);
      for (const undo of undos.reverse()) undo();
      setIsDone(false);
    };
  }, [blocks, annotation, notNames]);

  useLayoutEffect(() => {
    if (isDone) {
      document.documentElement.dataset.marks = 'done';
      performance.mark('all-marks');
    }
    return () => {
      delete document.documentElement.dataset.marks;
    };
  }, [isDone]);

  return isDone;
}

/** Lights every mention of the traced entity. */
export function useTrace(
  root: RefObject<HTMLElement | null>,
  entity: number | null,
  isMarked: boolean,
): void {
  useLayoutEffect(() => {
    if (entity === null || !isMarked || !root.current) return;
    const marks = root.current.querySelectorAll<HTMLElement>(`mark[data-entity="${entity}"]`);
    for (const mark of marks) mark.classList.add('traced');
    root.current.dataset.tracing = '';
    const article = root.current;
    return () => {
      for (const mark of marks) mark.classList.remove('traced');
      delete article.dataset.tracing;
    };
  }, [root, entity, isMarked]);
}
