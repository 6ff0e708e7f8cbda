import { useState } from 'preact/hooks';
import type { OptionsHolder } from '../options/stored-options.ts';
import { message } from './messages.ts';
import { OptionsForm } from './OptionsForm.tsx';
import { OptionsKeeping } from './OptionsKeeping.tsx';
import { OptionsPreview } from './OptionsPreview.tsx';
import { type ShortcutList, Shortcuts } from './Shortcuts.tsx';
import { useOptions } from './use-options.ts';

interface Props {
  readonly holder: OptionsHolder;
  readonly shortcuts: ShortcutList;
  /** Opens this page as a tab; null when it is one. */
  readonly onOpenInTab: (() => void) | null;
}

/** All settings, with a piece of text that shows what they do. */
export function OptionsPage({ holder, shortcuts, onOpenInTab }: Props) {
  const options = useOptions(holder);
  const [wasRefused, setWasRefused] = useState(false);
  const save = async () => setWasRefused(!(await holder.flush()));
  return (
    <main class="options-page">
      <h1>{message('options.title')}</h1>
      {wasRefused && (
        <p class="notice line" role="alert">
          {message('options.saveFailed')}
        </p>
      )}
      <div class="options-columns">
        <OptionsForm
          options={options}
          onChange={(patch) => {
            holder.change(patch);
            setTimeout(save, 700);
          }}
        />
        <OptionsPreview options={options} />
      </div>
      <Shortcuts shortcuts={shortcuts} />
      <OptionsKeeping options={options} onChange={holder.change} />
      {onOpenInTab && (
        <p>
          <button type="button" class="button" onClick={onOpenInTab}>
            {message('options.openInTab')}
          </button>
        </p>
      )}
    </main>
  );
}
