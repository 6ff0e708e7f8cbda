import { limits } from '../article/limits.ts';
import type { Annotation } from '../entities/entity.ts';
import { message, number } from './messages.ts';
import type { Annotating } from './use-annotation.ts';

/** Says why names are not marked, where the legend would stand; nothing when they are. */
export function NamesLine({ annotating }: { annotating: Annotating }) {
  const text = reason(annotating);
  return text ? (
    <p class="names-line" role="status" title={text}>
      {text}
    </p>
  ) : null;
}

function reason(annotating: Annotating): string | null {
  if (annotating.status === 'waiting') return null;
  if (annotating.status === 'failed') return message('namesFailed');
  const { namesMarked, mentions } = annotating.annotation;
  if (!namesMarked) return message('namesEnglishOnly');
  return mentions.length === 0 ? message('namesNone') : null;
}

/** Says under the text that the marks end before it does. */
export function ManyNamesLine({ annotation }: { annotation: Annotation | null }) {
  if (!annotation || annotation.mentions.length <= limits.marks) return null;
  return (
    <p class="notice line" role="status">
      {message('namesCut', number(limits.marks))}
    </p>
  );
}

/** True when there are kinds to show or hide. */
export function hasLegend(annotating: Annotating): boolean {
  return (
    annotating.status === 'waiting' ||
    (annotating.status === 'done' && annotating.annotation.mentions.length > 0)
  );
}
