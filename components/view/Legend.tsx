import type { Kind } from './kinds.ts';
import { message, number } from './messages.ts';

interface Props {
  readonly kinds: readonly Kind[];
  /** Entities of each kind, or null before they are known. */
  readonly counts: Readonly<Record<Kind, number>> | null;
  readonly shown: readonly Kind[];
  readonly onToggle: (kind: Kind) => void;
}

/** What the line under a name means; each entry shows or hides its type. */
export function Legend({ kinds, counts, shown, onToggle }: Props) {
  return (
    <fieldset class="legend" aria-label={message('legend.label')}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          data-kind={kind}
          aria-pressed={shown.includes(kind)}
          onClick={() => onToggle(kind)}
        >
          <span class="swatch" aria-hidden="true" />
          {message(`kinds.${kind}`)} <span class="count">{counts ? number(counts[kind]) : ''}</span>
        </button>
      ))}
    </fieldset>
  );
}
