import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Article, Scope } from '../article/article.ts';
import type { DomBlock } from '../article/dom-blocks.ts';
import type { ReadingFailure } from '../article/from-tab.ts';
import type { ImagePolicy } from '../article/sanitize.ts';
import type { Entity } from '../entities/entity.ts';
import { type Options, choices as optionChoices, ranges } from '../options/options.ts';
import type { OptionsHolder } from '../options/stored-options.ts';
import type { ReadingPlace } from '../session/session.ts';
import { ArticleView } from './ArticleView.tsx';
import type { Annotator } from './annotator.ts';
import { EntityCard } from './EntityCard.tsx';
import { ProblemLine } from './FailureNotice.tsx';
import { HiddenNameLine } from './HiddenNameLine.tsx';
import { IncompleteNotice } from './IncompleteNotice.tsx';
import { chosenKinds, type Kind, kindOf, kinds } from './kinds.ts';
import { Legend } from './Legend.tsx';
import { hasLegend, ManyNamesLine, NamesLine } from './NamesLine.tsx';
import { Outline } from './Outline.tsx';
import { Panels } from './Panels.tsx';
import { ReadingBar } from './ReadingBar.tsx';
import { ScrollTicks } from './ScrollTicks.tsx';
import { sentenceOf } from './sentence-of.ts';
import { useAnnotation } from './use-annotation.ts';
import { type PanelName, useChoices } from './use-choices.ts';
import { type KeyActions, useKeys } from './use-keys.ts';
import { useMarks, useTrace } from './use-marks.ts';
import { useMentionSteps } from './use-mention-steps.ts';
import { useParagraphSteps } from './use-paragraph-steps.ts';
import { WelcomeLine } from './WelcomeLine.tsx';

export interface ReadingProps {
  readonly article: Article;
  readonly place: ReadingPlace;
  readonly problem: ReadingFailure | null;
  readonly options: Options;
  readonly holder: OptionsHolder;
  readonly annotator: Annotator;
  readonly images: ImagePolicy;
  readonly onRead: (scope: Scope) => void;
  readonly onKeep: (place: ReadingPlace) => void;
  /** Panels this frame offers in its bar, and the one that is open to begin with. */
  readonly panels: readonly PanelName[];
  readonly opened?: PanelName | null;
  readonly onFullPage?: () => void;
  readonly onPrint?: () => void;
  readonly onAllSettings: () => void;
  /** True for the first article on this device. */
  readonly isFirst?: boolean;
  /** Buttons of the frame after those of the reading. */
  readonly buttons?: ComponentChildren;
}

/** An article with its names: what popup and full page share. */
export function ReadingView({
  article,
  place,
  problem,
  options,
  holder,
  annotator,
  images,
  ...frame
}: ReadingProps) {
  const root = useRef<HTMLElement>(null);
  const [blocks, setBlocks] = useState<readonly DomBlock[] | null>(null);
  const annotating = useAnnotation(annotator, article, blocks);
  const annotation = annotating.status === 'done' ? annotating.annotation : null;
  const { choices, dispatch } = useChoices(place, frame.onKeep, blocks !== null, frame.opened);
  const isMarked = useMarks(blocks, annotation, choices.notNames);
  const entity = annotation?.entities.find(({ name }) => name === choices.chosen) ?? null;
  useTrace(root, entity?.id ?? null, isMarked);
  const mentions = useMentionSteps(root);
  const stepParagraph = useParagraphSteps(blocks);

  const shown = choices.shown ?? chosenKinds(options);
  const listed = kinds.filter((kind) => kind !== 'others' || options.others);
  const legendKinds =
    annotation && !annotation.namesMarked ? listed.filter((kind) => kind === 'dates') : listed;
  const counts = useMemo(
    () => annotation && countKinds(annotation.entities, choices.notNames),
    [annotation, choices],
  );
  const toggleKind = (kind: Kind) =>
    dispatch({
      type: 'show',
      kinds: shown.includes(kind) ? shown.filter((k) => k !== kind) : [...shown, kind],
    });
  const step = (direction: 1 | -1) => mentions.step(direction, entity?.id ?? null);
  const pick = useCallback(
    (target: Element | null) => {
      const mark = target?.closest<HTMLElement>('mark[data-entity]');
      if (!mark || !annotation || mark.closest('a[href]')) return; // a name in a link goes where the link goes
      if (!getComputedStyle(mark).textDecorationLine.includes('underline')) return; // its kind is not shown
      dispatch({ type: 'choose', name: annotation.entities[Number(mark.dataset.entity)]!.name });
      mentions.jumpTo(Number(mark.dataset.mention));
    },
    [annotation, dispatch, mentions.jumpTo],
  );

  const actions: KeyActions = {
    nextParagraph: () => stepParagraph(1),
    previousParagraph: () => stepParagraph(-1),
    nextMention: () => step(1),
    previousMention: () => step(-1),
    openCard: () => pick(document.activeElement),
    toggleKind: (key) => listed[Number(key) - 1] && toggleKind(listed[Number(key) - 1]!),
    larger: () => holder.change({ size: Math.min(ranges.size.max, options.size + 1) }),
    smaller: () => holder.change({ size: Math.max(ranges.size.min, options.size - 1) }),
    theme: () => holder.change({ theme: next(optionChoices.theme, options.theme) }),
    find: () => dispatch({ type: 'toggle', panel: 'find' }),
    help: () => dispatch({ type: 'toggle', panel: 'help' }),
    escape: () => dispatch({ type: 'escape' }),
    ...(frame.onFullPage && { fullPage: frame.onFullPage }),
  };
  useKeys(actions);

  return (
    <>
      <ReadingBar
        choices={choices}
        panels={frame.panels}
        onToggle={(panel) => dispatch({ type: 'toggle', panel })}
        legend={
          <>
            {hasLegend(annotating) && (
              <Legend kinds={legendKinds} counts={counts} shown={shown} onToggle={toggleKind} />
            )}
            <NamesLine annotating={annotating} />
          </>
        }
        buttons={frame.buttons}
      />
      <Panels
        choices={choices}
        onClose={() => dispatch({ type: 'closePanel' })}
        onChoose={(chosen) => {
          dispatch({ type: 'choose', name: chosen.name });
          mentions.jumpTo(chosen.mentions[0]!);
        }}
        kinds={listed}
        annotation={annotation}
        blocks={blocks}
        out={blocks && { article, blocks, annotation }}
        lang={article.lang ?? annotation?.language ?? 'en'}
        root={root}
        options={options}
        holder={holder}
        actions={Object.keys(actions)}
        onPrint={frame.onPrint ?? null}
        onAllSettings={frame.onAllSettings}
      />
      {blocks && <Outline blocks={blocks} />}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a focused mark is bound with the other keys */}
      <main
        class="reading"
        data-shown={shown.join(' ')}
        data-density={options.density}
        data-dim={options.dimOthers}
        onClick={({ target }) => pick(target as Element)}
      >
        {frame.isFirst && <WelcomeLine />}
        {problem && <ProblemLine reason={problem} />}
        <IncompleteNotice article={article} onRead={frame.onRead} />
        <ArticleView article={article} images={images} root={root} onText={setBlocks} />
        <ManyNamesLine annotation={annotation} />
      </main>
      {entity && isMarked && <ScrollTicks root={root} entity={entity.id} />}
      {entity && annotation && blocks && choices.isCardOpen && (
        <EntityCard
          entity={entity}
          sentence={sentenceOf(annotation.mentions[entity.mentions[0]!]!, blocks)}
          position={mentions.position}
          onStep={step}
          onNotAName={() => dispatch({ type: 'hideName', name: entity.name })}
          onClose={() => dispatch({ type: 'closeCard' })}
        />
      )}
      {choices.justHidden && <HiddenNameLine name={choices.justHidden} onUndo={dispatch} />}
      <p class="visually-hidden" role="status">
        {mentions.position}
      </p>
    </>
  );
}

function countKinds(entities: readonly Entity[], notNames: readonly string[]): Record<Kind, number> {
  const counts = { people: 0, places: 0, organisations: 0, dates: 0, others: 0 };
  for (const { label, name } of entities) if (!notNames.includes(name)) counts[kindOf(label)]++;
  return counts;
}

function next<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length]!;
}
