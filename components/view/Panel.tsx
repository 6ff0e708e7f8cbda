import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { message } from './messages.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A sheet over the text. It takes the focus, and gives it back to where it came from. */
export function Panel({ title, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    return () => opener?.focus();
  }, []);
  return (
    <section ref={panel} class="panel" role="dialog" aria-label={title} tabIndex={-1}>
      <div class="sheet-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={message('close')} onClick={onClose} />
      </div>
      {children}
    </section>
  );
}
