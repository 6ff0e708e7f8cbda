/** What a key does while reading. */
export type KeyAction =
  | 'nextParagraph'
  | 'previousParagraph'
  | 'nextMention'
  | 'previousMention'
  | 'openCard'
  | 'toggleKind'
  | 'larger'
  | 'smaller'
  | 'theme'
  | 'fullPage'
  | 'find'
  | 'help'
  | 'escape';

/** The keys in the order the help shows them; the same table binds them. */
export const keyTable: readonly { readonly action: KeyAction; readonly keys: readonly string[] }[] = [
  { action: 'nextParagraph', keys: ['j'] },
  { action: 'previousParagraph', keys: ['k'] },
  { action: 'nextMention', keys: ['n'] },
  { action: 'previousMention', keys: ['p'] },
  { action: 'openCard', keys: ['Enter'] },
  { action: 'toggleKind', keys: ['1', '2', '3', '4', '5'] },
  { action: 'larger', keys: ['+', '='] },
  { action: 'smaller', keys: ['-'] },
  { action: 'theme', keys: ['t'] },
  { action: 'fullPage', keys: ['f'] },
  { action: 'find', keys: ['/'] },
  { action: 'help', keys: ['?'] },
  { action: 'escape', keys: ['Escape'] },
];

export function actionOf(key: string): KeyAction | null {
  return keyTable.find(({ keys }) => keys.includes(key))?.action ?? null;
}
