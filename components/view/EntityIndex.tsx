import type { Annotation, Entity } from '../entities/entity.ts';
import { dateText } from './date-text.ts';
import { type Kind, kindOf } from './kinds.ts';
import { message, number } from './messages.ts';

interface Props {
  readonly annotation: Annotation;
  readonly kinds: readonly Kind[];
  readonly notNames: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (entity: Entity) => void;
}

/** Who, where, when: the entities by kind, most mentioned first, dates in order of time. */
export function EntityIndex({ annotation, kinds, notNames, chosen, onChoose }: Props) {
  const entities = annotation.entities.filter((entity) => !notNames.includes(entity.name));
  if (entities.length === 0) return <p>{message('index.empty')}</p>;
  return (
    <>
      {kinds.map((kind) => {
        const ofKind = entities
          .filter((entity) => kindOf(entity.label) === kind)
          .sort(inOrder[kind] ?? byMentions);
        return ofKind.length === 0 ? null : (
          <section key={kind} class="index-kind" data-kind={kind}>
            <h3>
              <span class="swatch" aria-hidden="true" /> {message(`kinds.${kind}`)}
            </h3>
            <ul>
              {ofKind.map((entity) => (
                <li key={entity.id}>
                  <button
                    type="button"
                    aria-current={entity.name === chosen}
                    onClick={() => onChoose(entity)}
                  >
                    <span class="name" dir="auto">
                      {entity.name}
                    </span>
                    {entity.role && (
                      <span class="role" dir="auto">
                        {entity.role}
                      </span>
                    )}
                    {entity.date && <span class="role">{dateText(entity.date)}</span>}
                    <span class="count">{number(entity.mentions.length)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

type Order = (a: Entity, b: Entity) => number;

const byMentions: Order = (a, b) => b.mentions.length - a.mentions.length || a.mentions[0]! - b.mentions[0]!;

/** Dates that could not be resolved stand last, in the order of the text. */
const byTime: Order = (a, b) =>
  (a.date?.start ?? '~').localeCompare(b.date?.start ?? '~', 'en') || a.mentions[0]! - b.mentions[0]!;

const inOrder: Partial<Readonly<Record<Kind, Order>>> = { dates: byTime };
