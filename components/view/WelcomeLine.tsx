import { useState } from 'preact/hooks';
import { message } from './messages.ts';

/** Said once, above the first article: what the lines mean and how to go on. */
export function WelcomeLine() {
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <p class="notice line welcome">
      {message('welcome')}{' '}
      <button type="button" class="button" onClick={() => setIsOpen(false)}>
        {message('gotIt')}
      </button>
    </p>
  );
}
