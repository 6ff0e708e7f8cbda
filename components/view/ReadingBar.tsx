import type { ComponentChildren } from 'preact';
import type { IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { type MessageKey, message } from './messages.ts';
import type { Choices, PanelName } from './use-choices.ts';

interface Props {
  readonly choices: Choices;
  readonly panels: readonly PanelName[];
  readonly onToggle: (panel: PanelName) => void;
  readonly legend: ComponentChildren;
  readonly buttons: ComponentChildren;
}

const faces: Readonly<Record<PanelName, { icon: IconName; label: MessageKey }>> = {
  index: { icon: 'index', label: 'index.open' },
  aa: { icon: 'text', label: 'aa.open' },
  find: { icon: 'find', label: 'find.label' },
  speech: { icon: 'speak', label: 'speech.title' },
  out: { icon: 'out', label: 'out.title' },
  help: { icon: 'help', label: 'help' },
};

/** The legend, and what opens over the text or beside it. */
export function ReadingBar({ choices, panels, onToggle, legend, buttons }: Props) {
  return (
    <header class="bar">
      {legend}
      {panels.map((panel) => (
        <IconButton
          key={panel}
          icon={faces[panel].icon}
          label={message(faces[panel].label)}
          expanded={choices.panel === panel}
          onClick={() => onToggle(panel)}
        />
      ))}
      {buttons}
    </header>
  );
}
