import { useEffect, useRef } from 'preact/hooks';

export interface KeyActions {
  step(direction: 1 | -1): void;
  /** Shows or hides the kind at this place of the legend, from 0. */
  toggleKind(index: number): void;
  enter(): void;
  escape(): void;
  changeSize(by: 1 | -1): void;
}

/** Keys while reading; none while something is being typed or a modifier is held. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const action = actionOf(event.key, latest.current);
      if (!action) return;
      action();
      if (event.key !== 'Enter') event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function actionOf(key: string, actions: KeyActions): (() => void) | null {
  switch (key) {
    case 'n':
      return () => actions.step(1);
    case 'p':
      return () => actions.step(-1);
    case '+':
      return () => actions.changeSize(1);
    case '-':
      return () => actions.changeSize(-1);
    case 'Enter':
      return () => actions.enter();
    case 'Escape':
      return () => actions.escape();
    default:
      return /^[1-5]$/.test(key) ? () => actions.toggleKind(Number(key) - 1) : null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}
