import { useCallback } from 'preact/hooks';
import type { DomBlock } from '../article/dom-blocks.ts';

/** Height of the sticky bar, below which reading begins, in CSS pixels. */
const barHeight = 56;

/** Goes to the next paragraph, or the one before, and puts the focus there for readers of the screen. */
export function useParagraphSteps(blocks: readonly DomBlock[] | null) {
  return useCallback(
    (direction: 1 | -1) => {
      const elements = [...new Set(blocks?.map(({ element }) => element as HTMLElement))];
      const top = (element: HTMLElement) => element.getBoundingClientRect().top - barHeight;
      const next =
        direction === 1
          ? elements.find((element) => top(element) > 8)
          : elements.findLast((element) => top(element) < -8);
      if (!next) return;
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
      scrollBy(0, top(next));
    },
    [blocks],
  );
}
