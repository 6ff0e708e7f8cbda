import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { find } from './find.ts';
import { IconButton } from './IconButton.tsx';
import { message, number } from './messages.ts';

interface Props {
  readonly root: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Find in the article: all hits are lit, and one after the other is gone to. */
export function FindBar({ root, onClose }: Props) {
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly Range[]>([]);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  useEffect(() => {
    setHits(root.current ? find(root.current, query) : []);
    setAt(0);
  }, [root, query]);

  useEffect(() => {
    const highlights = globalThis.CSS?.highlights;
    if (!highlights) return; // Firefox before 140: the hits are gone to, and not lit
    highlights.set('find', new Highlight(...hits));
    const current = hits[at];
    if (current) {
      highlights.set('find-current', new Highlight(current));
      current.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    }
    return () => {
      highlights.delete('find');
      highlights.delete('find-current');
    };
  }, [hits, at]);

  const step = (by: 1 | -1) => hits.length > 0 && setAt((at + by + hits.length) % hits.length);
  return (
    <search class="find">
      <input
        ref={field}
        type="search"
        value={query}
        aria-label={message('find.label')}
        placeholder={message('find.label')}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && step(event.shiftKey ? -1 : 1)}
      />
      <span class="count" role="status">
        {query.trim() &&
          (hits.length > 0 ? message('position', number(at + 1), number(hits.length)) : message('find.none'))}
      </span>
      <IconButton icon="previous" label={message('find.previous')} onClick={() => step(-1)} />
      <IconButton icon="next" label={message('find.next')} onClick={() => step(1)} />
      <IconButton icon="close" label={message('close')} onClick={onClose} />
    </search>
  );
}
