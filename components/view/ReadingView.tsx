import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Article, Scope } from '../article/article.ts';
import type { DomBlock } from '../article/dom-blocks.ts';
import type { ReadingFailure } from '../article/from-tab.ts';
import type { Entity } from '../entities/entity.ts';
import type { Options } from '../options/options.ts';
import type { OptionsHolder } from '../options/stored-options.ts';
import type { ReadingPlace } from '../session/session.ts';
import { AaPanel } from './AaPanel.tsx';
import { ArticleView } from './ArticleView.tsx';
import type { Annotator } from './annotator.ts';
import { EntityCard } from './EntityCard.tsx';
import { EntityIndex } from './EntityIndex.tsx';
import { ProblemLine } from './FailureNotice.tsx';
import { IconButton } from './IconButton.tsx';
import { IncompleteNotice } from './IncompleteNotice.tsx';
import { chosenKinds, type Kind, kindOf, kinds } from './kinds.ts';
import { Legend } from './Legend.tsx';
import { message } from './messages.ts';
import { NamesLine } from './NamesLine.tsx';
import { Panel } from './Panel.tsx';
import { ScrollTicks } from './ScrollTicks.tsx';
import { sentenceOf } from './sentence-of.ts';
import { useAnnotation } from './use-annotation.ts';
import { useChoices } from './use-choices.ts';
import { useKeys } from './use-keys.ts';
import { useMarks, useTrace } from './use-marks.ts';
import { useMentionSteps } from './use-mention-steps.ts';

interface Props {
  readonly article: Article;
  readonly place: ReadingPlace;
  readonly problem: ReadingFailure | null;
  readonly options: Options;
  readonly holder: OptionsHolder;
  readonly annotator: Annotator;
  readonly images: 'none' | 'remote';
  readonly onRead: (scope: Scope) => void;
  readonly onKeep: (place: ReadingPlace) => void;
  /** Buttons of the frame (popup or page) after those of the reading. */
  readonly buttons: ComponentChildren;
}

/** An article with its names: what popup and full page share. */
export function ReadingView({ article, place, problem, options, holder, annotator, images, ...on }: Props) {
  const root = useRef<HTMLElement>(null);
  const [blocks, setBlocks] = useState<readonly DomBlock[] | null>(null);
  const annotating = useAnnotation(annotator, article, blocks);
  const annotation = annotating.status === 'done' ? annotating.annotation : null;
  const { choices, dispatch } = useChoices(place, on.onKeep, blocks !== null);
  const isMarked = useMarks(blocks, annotation, choices.notNames);
  const entity = annotation?.entities.find(({ name }) => name === choices.chosen) ?? null;
  useTrace(root, entity?.id ?? null, isMarked);
  const steps = useMentionSteps(root);

  const shown = choices.shown ?? chosenKinds(options);
  const listed = kinds.filter((kind) => kind !== 'others' || options.others);
  const counts = useMemo(() => annotation && countKinds(annotation.entities), [annotation]);
  const toggle = (kind: Kind) =>
    dispatch({
      type: 'show',
      kinds: shown.includes(kind) ? shown.filter((k) => k !== kind) : [...shown, kind],
    });
  const step = (direction: 1 | -1) => steps.step(direction, entity?.id ?? null);
  const open = (chosen: Entity) => {
    dispatch({ type: 'choose', name: chosen.name });
    steps.jumpTo(chosen.mentions[0]!);
  };
  const pick = useCallback(
    (target: EventTarget | null) => {
      const mark = (target as Element | null)?.closest<HTMLElement>('mark[data-entity]');
      if (!mark || !annotation || !getComputedStyle(mark).textDecorationLine.includes('underline')) return;
      if (mark.closest('a[href]')) return; // a name inside a link goes where the link goes
      dispatch({ type: 'choose', name: annotation.entities[Number(mark.dataset.entity)]!.name });
    },
    [annotation, dispatch],
  );
  useKeys({
    step,
    toggleKind: (index) => listed[index] && toggle(listed[index]),
    enter: () => pick(document.activeElement),
    escape: () => dispatch({ type: 'escape' }),
    changeSize: (by) => holder.change({ size: Math.min(32, Math.max(13, options.size + by)) }),
  });

  return (
    <>
      <div class="bar">
        <Legend kinds={listed} counts={counts} shown={shown} onToggle={toggle} />
        <IconButton
          icon="index"
          label={message('index.open')}
          expanded={choices.panel === 'index'}
          onClick={() => dispatch({ type: 'toggle', panel: 'index' })}
        />
        <IconButton
          icon="text"
          label={message('aa.open')}
          expanded={choices.panel === 'aa'}
          onClick={() => dispatch({ type: 'toggle', panel: 'aa' })}
        />
        {on.buttons}
      </div>
      {choices.panel === 'aa' && (
        <Panel title={message('aa.title')} onClose={() => dispatch({ type: 'closePanel' })}>
          <AaPanel options={options} holder={holder} />
        </Panel>
      )}
      {choices.panel === 'index' && annotation && (
        <Panel title={message('index.title')} onClose={() => dispatch({ type: 'closePanel' })}>
          <EntityIndex annotation={annotation} kinds={listed} {...choices} onChoose={open} />
        </Panel>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a focused mark is bound with the other keys */}
      <main
        class="reading"
        data-shown={shown.join(' ')}
        data-density={options.density}
        data-dim={options.dimOthers}
        onClick={({ target }) => pick(target)}
      >
        {problem && <ProblemLine reason={problem} />}
        <IncompleteNotice article={article} onRead={on.onRead} />
        <NamesLine annotating={annotating} />
        <ArticleView article={article} images={images} root={root} onText={setBlocks} />
      </main>
      {entity && isMarked && <ScrollTicks root={root} entity={entity.id} />}
      {entity && annotation && blocks && choices.isCardOpen && (
        <EntityCard
          entity={entity}
          annotation={annotation}
          sentence={sentenceOf(annotation.mentions[entity.mentions[0]!]!, blocks)}
          position={steps.position}
          onStep={step}
          onNotAName={() => dispatch({ type: 'hideName', name: entity.name })}
          onClose={() => dispatch({ type: 'closeCard' })}
        />
      )}
      <p class="visually-hidden" role="status">
        {steps.position}
      </p>
    </>
  );
}

function countKinds(entities: readonly Entity[]): Record<Kind, number> {
  const counts = { people: 0, places: 0, organisations: 0, dates: 0, others: 0 };
  for (const { label } of entities) counts[kindOf(label)]++;
  return counts;
}
