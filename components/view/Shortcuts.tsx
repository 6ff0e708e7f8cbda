import { message } from './messages.ts';

export interface ShortcutList {
  /** The bindings as the browser has them; an empty string where none is set. */
  readonly popup: string;
  readonly reader: string | null;
  /** Opens the browser's own page for them, where an extension may. */
  readonly onChange: (() => void) | null;
}

/** The real bindings, and the way to change them in this browser. */
export function Shortcuts({ shortcuts }: { shortcuts: ShortcutList }) {
  return (
    <section class="shortcuts">
      <h2>{message('options.shortcuts')}</h2>
      <dl>
        <dt>{message('options.shortcutPopup')}</dt>
        <dd>{shortcuts.popup ? <kbd>{shortcuts.popup}</kbd> : message('options.shortcutNone')}</dd>
        {shortcuts.reader !== null && (
          <>
            <dt>{message('options.shortcutReader')}</dt>
            <dd>{shortcuts.reader ? <kbd>{shortcuts.reader}</kbd> : message('options.shortcutNone')}</dd>
          </>
        )}
      </dl>
      {shortcuts.onChange ? (
        <button type="button" class="button" onClick={shortcuts.onChange}>
          {message('options.shortcutChange')}
        </button>
      ) : (
        <p>{message('options.shortcutHow')}</p>
      )}
    </section>
  );
}
