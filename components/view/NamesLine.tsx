import { message } from './messages.ts';
import type { Annotating } from './use-annotation.ts';

/** Says so when names are not marked; nothing when they are. */
export function NamesLine({ annotating }: { annotating: Annotating }) {
  if (annotating.status === 'waiting') return null;
  if (annotating.status === 'failed') return <Line text={message('namesFailed')} />;
  const { namesMarked, mentions } = annotating.annotation;
  if (!namesMarked) return <Line text={message('namesEnglishOnly')} />;
  return mentions.length === 0 ? <Line text={message('namesNone')} /> : null;
}

function Line({ text }: { text: string }) {
  return (
    <p class="notice line names" role="status">
      {text}
    </p>
  );
}
