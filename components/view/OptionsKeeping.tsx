import { useState } from 'preact/hooks';
import { importOptions } from '../options/import-options.ts';
import { defaults, type Options, toStored } from '../options/options.ts';
import { message } from './messages.ts';

interface Props {
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** Export, import and reset; a reset can be taken back. */
export function OptionsKeeping({ options, onChange }: Props) {
  const [note, setNote] = useState('');
  const [before, setBefore] = useState<Options | null>(null);

  const load = async (file: File) => {
    const imported = importOptions(await file.text().catch(() => ''));
    if (!imported) return setNote(message('options.importFailed'));
    onChange(imported.options);
    const ignored = imported.ignored.join(', ');
    setNote(ignored ? message('options.importIgnored', ignored) : message('options.importDone'));
  };

  return (
    <section class="keeping">
      <h2>{message('options.keep')}</h2>
      <p class="actions">
        <button type="button" class="button" onClick={() => save(options)}>
          {message('options.export')}
        </button>
        <label class="button">
          {message('options.import')}
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            onChange={({ currentTarget }) => currentTarget.files?.[0] && load(currentTarget.files[0])}
          />
        </label>
        <button
          type="button"
          class="button"
          onClick={() => {
            setBefore(options);
            onChange(defaults);
            setNote(message('options.resetDone'));
          }}
        >
          {message('options.reset')}
        </button>
        {before && (
          <button
            type="button"
            class="button"
            onClick={() => {
              onChange(before);
              setBefore(null);
              setNote('');
            }}
          >
            {message('options.undo')}
          </button>
        )}
      </p>
      <p role="status">{note}</p>
    </section>
  );
}

function save(options: Options) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(toStored(options), null, 2)], { type: 'application/json' }),
  );
  link.download = 'lede-settings.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
