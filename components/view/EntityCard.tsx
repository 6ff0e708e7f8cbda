import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Entity } from '../entities/entity.ts';
import { dateText } from './date-text.ts';
import { IconButton } from './IconButton.tsx';
import { kindOf } from './kinds.ts';
import { message, plural } from './messages.ts';

interface Props {
  readonly entity: Entity;
  /** The sentence of the first mention. */
  readonly sentence: string;
  readonly position: string;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onNotAName: () => void;
  readonly onClose: () => void;
}

/** What this article says about one entity, and ways on from it. */
export function EntityCard({ entity, sentence, position, onStep, onNotAName, onClose }: Props) {
  const card = useRef<HTMLElement>(null);
  const kind = kindOf(entity.label);
  useFocus(card, entity);

  return (
    <section ref={card} class="card" role="dialog" aria-label={entity.name} tabIndex={-1} data-kind={kind}>
      <div class="sheet-head">
        <h2 dir="auto">{entity.name}</h2>
        <IconButton icon="previous" label={message('card.previous')} onClick={() => onStep(-1)} />
        <IconButton icon="next" label={message('card.next')} onClick={() => onStep(1)} />
        <IconButton icon="close" label={message('close')} onClick={onClose} />
      </div>
      <p class="facts">
        <span class="swatch" aria-hidden="true" /> {message(`kinds.${kind}`)} ·{' '}
        {plural('mentions', entity.mentions.length)}
        {position && ` · ${position}`}
      </p>
      {entity.role && (
        <p class="role" dir="auto">
          {entity.role}
        </p>
      )}
      {kind === 'dates' && (
        <p class="role">{entity.date ? dateText(entity.date) : message('card.unresolved')}</p>
      )}
      {entity.aliases.length > 0 && (
        <p class="aliases" dir="auto">
          {message('card.also', entity.aliases.join(', '))}
        </p>
      )}
      <blockquote dir="auto" title={message('card.firstMention')}>
        {sentence}
      </blockquote>
      {kind !== 'dates' && <LookUps entity={entity} />}
      <button type="button" class="button" onClick={onNotAName}>
        {message('card.notAName')}
      </button>
    </section>
  );
}

/** Takes the focus, and gives it back to where it came from. */
function useFocus(card: RefObject<HTMLElement | null>, entity: Entity) {
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    card.current?.focus({ preventScroll: true });
    return () => opener?.focus({ preventScroll: true });
  }, [card, entity]);
}

/** Plain links: nothing is fetched before the click, and the card says that the click sends the name. */
function LookUps({ entity }: { entity: Entity }) {
  const name = encodeURIComponent(entity.name);
  return (
    <p class="look-ups">
      <Out
        href={`https://en.wikipedia.org/wiki/Special:Search?search=${name}`}
        text={message('card.wikipedia')}
      />
      {entity.label === 'LOC' && (
        <Out href={`https://www.openstreetmap.org/search?query=${name}`} text={message('card.map')} />
      )}
      <small>{message('card.lookupNote')}</small>
    </p>
  );
}

function Out({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {text}
    </a>
  );
}
