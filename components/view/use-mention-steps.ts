import type { RefObject } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { message, number } from './messages.ts';

/** Going from mention to mention, of one entity or of all that are shown. */
export interface MentionSteps {
  /** "2 of 5" after a step, for the card and the live region. */
  readonly position: string;
  step(direction: 1 | -1, entity: number | null): void;
  jumpTo(mention: number): void;
}

export function useMentionSteps(root: RefObject<HTMLElement | null>): MentionSteps {
  const [position, setPosition] = useState('');
  const at = useRef<number | null>(null);

  const goTo = useCallback((marks: readonly HTMLElement[], index: number) => {
    const mark = marks[index];
    if (!mark) return;
    at.current = Number(mark.dataset.mention);
    setPosition(message('position', number(index + 1), number(marks.length)));
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center', behavior: 'auto' });
  }, []);

  const step = useCallback(
    (direction: 1 | -1, entity: number | null) => {
      const marks = shownMarks(root.current, entity);
      if (marks.length === 0) return;
      goTo(marks, nextIndex(marks, at.current, direction));
    },
    [root, goTo],
  );

  const jumpTo = useCallback(
    (mention: number) => {
      const mark = root.current?.querySelector<HTMLElement>(`mark[data-mention="${mention}"]`);
      if (!mark) return;
      const marks = shownMarks(root.current, Number(mark.dataset.entity));
      goTo(marks, marks.indexOf(mark));
    },
    [root, goTo],
  );

  return { position, step, jumpTo };
}

/** The first piece of each mention that is shown; of one entity when given. */
function shownMarks(root: HTMLElement | null, entity: number | null): HTMLElement[] {
  const selector = entity === null ? 'mark[data-mention]' : `mark[data-entity="${entity}"]`;
  const shown = root?.closest<HTMLElement>('[data-shown]')?.dataset.shown?.split(' ') ?? [];
  const seen = new Set<string>();
  return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((mark) => {
    const { mention, kind } = mark.dataset;
    if (seen.has(mention!) || (entity === null && !shown.includes(kind!))) return false;
    seen.add(mention!);
    return true;
  });
}

/** The mark after or before the last one gone to; without one, the first below the top of the window. */
function nextIndex(marks: readonly HTMLElement[], at: number | null, direction: 1 | -1): number {
  const here =
    at === null
      ? marks.findIndex((mark) => mark.getBoundingClientRect().top > 0) - (direction === 1 ? 1 : 0)
      : marks.findLastIndex((mark) => Number(mark.dataset.mention) <= at) +
        (direction === -1 && !marks.some((mark) => Number(mark.dataset.mention) === at) ? 1 : 0);
  return (here + direction + marks.length) % marks.length;
}
