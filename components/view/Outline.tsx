import type { DomBlock } from '../article/dom-blocks.ts';
import { message } from './messages.ts';

/** The headings, where there are enough to find one's way by. */
export function Outline({ blocks }: { blocks: readonly DomBlock[] }) {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  if (headings.length < 3) return null;
  return (
    <nav class="outline" aria-label={message('outline')}>
      <ol>
        {headings.map(({ text, element }) => (
          <li key={text} data-level={element.tagName.slice(1)}>
            <button type="button" onClick={() => element.scrollIntoView({ block: 'start' })}>
              {text.trim()}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
