import { useLayoutEffect, useRef } from 'preact/hooks';
import { domBlocks } from '../article/dom-blocks.ts';
import { highlight } from '../entities/highlight.ts';
import type { Label } from '../entities/mention.ts';
import type { Options } from '../options/options.ts';
import { chosenKinds, kindOf } from './kinds.ts';
import { message } from './messages.ts';

/** Names of the preview, by what they are; the text is in the locales. */
const names: readonly {
  readonly key: 'person' | 'place' | 'organisation' | 'date';
  readonly label: Label;
}[] = [
  { key: 'person', label: 'PER' },
  { key: 'place', label: 'LOC' },
  { key: 'organisation', label: 'ORG' },
  { key: 'date', label: 'DATE' },
];

/** A paragraph as the options show it. */
export function OptionsPreview({ options }: { options: Options }) {
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const blocks = domBlocks(text.current!);
    const marks = names.flatMap(({ key, label }, mention) => {
      const name = message(`options.sample.${key}`);
      const start = blocks[0]!.text.indexOf(name);
      return start < 0
        ? []
        : [{ block: 0, start, end: start + name.length, label, mention, entity: mention }];
    });
    return highlight(blocks, marks, {
      decorate: (element, mark) => {
        element.dataset.kind = kindOf(mark.label);
        element.dataset.first = '';
      },
    });
  }, []);
  return (
    <section class="preview" aria-label={message('options.preview')}>
      <div class="reading" data-shown={chosenKinds(options).join(' ')} data-density={options.density}>
        <div class="article">
          <h2 class="preview-title">{message('options.sample.title')}</h2>
          <div ref={text} class="article-body">
            <p>
              {message('options.sample.text', ...names.map(({ key }) => message(`options.sample.${key}`)))}
            </p>
          </div>
        </div>
      </div>
    </section>
  );
}
