import { message } from './messages.ts';

/** Stands in for the text until it is there; shown after a moment only, so that a quick page doesn't flicker. */
export function LoadingNotice() {
  return (
    <main class="notice loading" aria-busy="true">
      <p>{message('loading')}</p>
    </main>
  );
}
