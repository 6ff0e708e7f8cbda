import { message } from './messages.ts';
import type { Choice } from './use-choices.ts';

interface Props {
  readonly name: string;
  readonly onUndo: (choice: Choice) => void;
}

/** Says that a name was hidden, and takes it back. */
export function HiddenNameLine({ name, onUndo }: Props) {
  return (
    <p class="toast" role="status">
      {message('card.hidden', name)}{' '}
      <button type="button" class="button" onClick={() => onUndo({ type: 'showName', name })}>
        {message('card.undo')}
      </button>
    </p>
  );
}
