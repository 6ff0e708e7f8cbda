import type { Options } from '../options/options.ts';
import type { OptionsHolder } from '../options/stored-options.ts';
import { message } from './messages.ts';
import { OptionsForm } from './OptionsForm.tsx';

interface Props {
  readonly options: Options;
  readonly holder: OptionsHolder;
  readonly onAllSettings: () => void;
}

/** The settings at hand while reading: the same form as on the settings page. */
export function AaPanel({ options, holder, onAllSettings }: Props) {
  return (
    <>
      <OptionsForm options={options} onChange={holder.change} />
      <button type="button" class="button" onClick={onAllSettings}>
        {message('openOptions')}
      </button>
    </>
  );
}
