import type { RefObject } from 'preact';
import type { DomBlock } from '../article/dom-blocks.ts';
import type { Annotation, Entity } from '../entities/entity.ts';
import type { Options } from '../options/options.ts';
import type { OptionsHolder } from '../options/stored-options.ts';
import { AaPanel } from './AaPanel.tsx';
import { EntityIndex } from './EntityIndex.tsx';
import { FindBar } from './FindBar.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import type { Kind } from './kinds.ts';
import { message } from './messages.ts';
import { OutPanel } from './OutPanel.tsx';
import { Panel } from './Panel.tsx';
import { SpeechBar } from './SpeechBar.tsx';
import type { Choices } from './use-choices.ts';
import type { Source } from './write-out.ts';

interface Props {
  readonly choices: Choices;
  readonly onClose: () => void;
  readonly onChoose: (entity: Entity) => void;
  readonly kinds: readonly Kind[];
  readonly annotation: Annotation | null;
  readonly blocks: readonly DomBlock[] | null;
  readonly out: Source | null;
  readonly lang: string;
  readonly root: RefObject<HTMLElement | null>;
  readonly options: Options;
  readonly holder: OptionsHolder;
  readonly actions: readonly string[];
  readonly onAllSettings: () => void;
  readonly onPrint: (() => void) | null;
}

/** The one panel that is open, if any. */
export function Panels({ choices, onClose, annotation, blocks, out, ...props }: Props) {
  switch (choices.panel) {
    case 'index':
      return (
        <Panel title={message('index.title')} onClose={onClose}>
          {annotation && (
            <EntityIndex annotation={annotation} kinds={props.kinds} {...choices} onChoose={props.onChoose} />
          )}
        </Panel>
      );
    case 'aa':
      return (
        <Panel title={message('aa.title')} onClose={onClose}>
          <AaPanel options={props.options} holder={props.holder} onAllSettings={props.onAllSettings} />
        </Panel>
      );
    case 'out':
      return (
        <Panel title={message('out.title')} onClose={onClose}>
          {out && <OutPanel source={out} onPrint={props.onPrint} />}
        </Panel>
      );
    case 'help':
      return (
        <Panel title={message('help')} onClose={onClose}>
          <HelpPanel actions={props.actions} />
        </Panel>
      );
    case 'find':
      return <FindBar root={props.root} onClose={onClose} />;
    case 'speech':
      return blocks && <SpeechBar blocks={blocks} lang={props.lang} onClose={onClose} />;
    default:
      return null;
  }
}
