import { keyTable } from './keys.ts';
import { message } from './messages.ts';

/** The keys, from the table that binds them. */
export function HelpPanel({ actions }: { actions: readonly string[] }) {
  return (
    <dl class="keys">
      {keyTable
        .filter(({ action }) => actions.includes(action))
        .map(({ action, keys }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{message(`keys.${action}`)}</dd>
          </div>
        ))}
    </dl>
  );
}
