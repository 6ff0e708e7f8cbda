import type { Article, Doubt, Scope } from '../article/article.ts';
import { ScopeButtons } from './FailureNotice.tsx';
import { type MessageKey, message } from './messages.ts';

const reasons: Readonly<Record<Doubt, MessageKey>> = {
  'short-of-page': 'incomplete.shortOfPage',
  'headline-apart': 'incomplete.headlineApart',
  paywall: 'incomplete.paywall',
  'candidates-disagree': 'incomplete.candidatesDisagree',
  cut: 'incomplete.cut',
};

interface Props {
  readonly article: Article;
  readonly onRead: (scope: Scope) => void;
}

/** Says that text may be missing and why, and offers the looser readings. */
export function IncompleteNotice({ article, onRead }: Props) {
  if (article.completeness.status === 'complete') return null;
  const looser = (['wider', 'selection', 'page'] as const).filter((scope) => scope !== article.scope);
  return (
    <section class="notice incomplete">
      <p>
        <strong>{message('incomplete.title')}</strong>{' '}
        {article.completeness.reasons.map((reason) => message(reasons[reason])).join(' ')}
      </p>
      <ScopeButtons scopes={looser} onRead={onRead} />
    </section>
  );
}
