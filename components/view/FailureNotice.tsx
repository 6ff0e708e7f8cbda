import type { Scope } from '../article/article.ts';
import type { ReadingFailure } from '../article/from-tab.ts';
import { type MessageKey, message } from './messages.ts';

type FailureKey = MessageKey extends infer Key
  ? Key extends `failures.${infer Name}.sentence`
    ? Name
    : never
  : never;

const keys: Readonly<Record<ReadingFailure, FailureKey>> = {
  'browser-page': 'browserPage',
  'protected-page': 'protectedPage',
  pdf: 'pdf',
  'local-file': 'localFile',
  loading: 'loading',
  'no-article': 'noArticle',
  'no-selection': 'noSelection',
  empty: 'empty',
  'not-a-page': 'notAPage',
  'too-large': 'tooLarge',
  'not-answering': 'notAnswering',
  'tab-gone': 'tabGone',
};

/** What can be tried next, besides what the sentence says. */
const steps: Partial<Readonly<Record<ReadingFailure, readonly Scope[]>>> = {
  'local-file': ['article'],
  loading: ['article', 'page'],
  'no-article': ['selection', 'page'],
  'no-selection': ['selection', 'article'],
  empty: ['article'],
  'too-large': ['selection'],
  'not-answering': ['article'],
};

interface Props {
  readonly reason: ReadingFailure;
  readonly onRead: (scope: Scope) => void;
}

/** Why there is nothing to read, in a sentence, and what to do next. */
export function FailureNotice({ reason, onRead }: Props) {
  return (
    <section class="notice failure" role="alert" data-reason={reason}>
      <h1>{message(`failures.${keys[reason]}.sentence`)}</h1>
      <p>{message(`failures.${keys[reason]}.step`)}</p>
      <ScopeButtons scopes={steps[reason] ?? []} onRead={onRead} />
    </section>
  );
}

const scopeLabels: Readonly<Record<Scope, MessageKey>> = {
  article: 'retry',
  wider: 'readWider',
  page: 'readWholePage',
  selection: 'readSelection',
};

export function ScopeButtons({ scopes, onRead }: { scopes: readonly Scope[]; onRead: Props['onRead'] }) {
  if (scopes.length === 0) return null;
  return (
    <p class="actions">
      {scopes.map((scope) => (
        <button key={scope} type="button" class="button" onClick={() => onRead(scope)}>
          {message(scopeLabels[scope])}
        </button>
      ))}
    </p>
  );
}

/** A failure of a looser reading, told beside the article that stays. */
export function ProblemLine({ reason }: { reason: ReadingFailure }) {
  return (
    <p class="notice line" role="status" data-reason={reason}>
      {message(`failures.${keys[reason]}.sentence`)} {message(`failures.${keys[reason]}.step`)}
    </p>
  );
}
