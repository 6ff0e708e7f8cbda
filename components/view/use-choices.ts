import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { ReadingPlace } from '../session/session.ts';
import { isKind, type Kind } from './kinds.ts';

/** What the reader has chosen in this article. */
export interface Choices {
  /** Kinds shown, or null while the options decide. */
  readonly shown: readonly Kind[] | null;
  /** Name of the traced entity. */
  readonly chosen: string | null;
  readonly isCardOpen: boolean;
  readonly panel: PanelName | null;
  /** Names the reader said are none. */
  readonly notNames: readonly string[];
  /** The last of them, while it can be taken back. */
  readonly justHidden: string | null;
}

export type PanelName = 'index' | 'aa' | 'out' | 'help' | 'find' | 'speech';

export type Choice =
  | { readonly type: 'show'; readonly kinds: readonly Kind[] }
  | { readonly type: 'choose'; readonly name: string }
  | { readonly type: 'closeCard' }
  | { readonly type: 'leaveTrace' }
  | { readonly type: 'toggle'; readonly panel: PanelName }
  | { readonly type: 'closePanel' }
  | { readonly type: 'hideName'; readonly name: string }
  | { readonly type: 'showName'; readonly name: string }
  | { readonly type: 'escape' };

export function choose(choices: Choices, choice: Choice): Choices {
  switch (choice.type) {
    case 'show':
      return { ...choices, shown: choice.kinds };
    case 'choose':
      return { ...choices, chosen: choice.name, isCardOpen: true, justHidden: null };
    case 'closeCard':
      return { ...choices, isCardOpen: false };
    case 'leaveTrace':
      return { ...choices, chosen: null, isCardOpen: false };
    case 'toggle':
      return { ...choices, panel: choices.panel === choice.panel ? null : choice.panel };
    case 'closePanel':
      return { ...choices, panel: null };
    case 'hideName': {
      const { name } = choice;
      return {
        ...choices,
        notNames: [...choices.notNames, name],
        justHidden: name,
        chosen: null,
        isCardOpen: false,
      };
    }
    case 'showName':
      return {
        ...choices,
        notNames: choices.notNames.filter((name) => name !== choice.name),
        justHidden: null,
      };
    case 'escape': // the innermost open thing closes first
      if (choices.isCardOpen) return { ...choices, isCardOpen: false };
      if (choices.panel) return { ...choices, panel: null };
      return { ...choices, chosen: null };
  }
}

/** The reader's choices, begun from the kept place and kept again after each change, each scroll and on leaving. */
export function useChoices(
  place: ReadingPlace,
  keep: (place: ReadingPlace) => void,
  isReady: boolean,
  panel: PanelName | null = null,
) {
  const [choices, dispatch] = useReducer(choose, {
    shown: place.shown?.filter(isKind) ?? null,
    chosen: place.chosen,
    isCardOpen: false,
    panel,
    notNames: place.notNames,
    justHidden: null,
  });
  const latest = useRef(choices);
  latest.current = choices;

  const keepNow = useCallback(() => {
    const { shown, chosen, notNames } = latest.current;
    keep({ scroll: scrollShare(), shown, chosen, notNames });
  }, [keep]);

  useLayoutEffect(() => {
    if (isReady) scrollTo(0, place.scroll * document.documentElement.scrollHeight);
  }, [isReady, place]);

  useEffect(() => {
    if (isReady) keepNow();
  }, [isReady, choices, keepNow]);

  useEffect(() => {
    addEventListener('scrollend', keepNow);
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('scrollend', keepNow);
      removeEventListener('pagehide', keepNow);
    };
  }, [keepNow]);

  return { choices, dispatch };
}

function scrollShare(): number {
  return Math.min(1, scrollY / Math.max(1, document.documentElement.scrollHeight));
}
