import { useEffect, useRef } from 'preact/hooks';
import { actionOf, type KeyAction } from './keys.ts';

/** What each key does in this view; one that is missing does nothing here. */
export type KeyActions = Partial<Readonly<Record<KeyAction, (key: string) => void>>>;

/** Keys while reading; none while something is being typed or a modifier is held. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const name = actionOf(event.key);
      const action = name && latest.current[name];
      if (!action || (isTyping(event.target) && name !== 'escape')) return;
      if (name === 'openCard' && !(event.target as Element).matches?.('mark')) return;
      event.preventDefault(); // Escape would close the popup with everything in it
      action(event.key);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}
