import type { DomBlock } from '../article/dom-blocks.ts';
import { message } from './messages.ts';

/** More than anyone finds their way by; each costs a button that is laid out. */
const most = 300;

/** The headings, where there are enough to find one's way by. */
export function Outline({ blocks }: { blocks: readonly DomBlock[] }) {
  const headings = blocks.filter(({ kind }) => kind === 'heading').slice(0, most);
  if (headings.length < 3) return null;
  return (
    <nav class="outline" aria-label={message('outline')}>
      <ol>
        {headings.map(({ text, element }, n) => (
          <li key={n} data-level={element.tagName.slice(1)}>
            <button type="button" onClick={() => element.scrollIntoView({ block: 'start' })}>
              {text.trim()}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
