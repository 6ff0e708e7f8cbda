import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Article, Scope } from '../article/article.ts';
import type { ReadingFailure } from '../article/from-tab.ts';
import { type ReadingPlace, startingPlace } from '../session/session.ts';
import type { ArticleSource } from '../session/tab-source.ts';

export type Reading =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly article: Article; readonly place: ReadingPlace }
  | { readonly status: 'failed'; readonly reason: ReadingFailure };

/**
 * The article of a source: at once what is held, then, when the page has changed, what it says now.
 * `read` asks for another scope; when that fails an article that is shown stays, and the failure is told beside it.
 */
export function useReading(source: ArticleSource, first: Scope = 'article') {
  const [reading, setReading] = useState<Reading>({ status: 'loading' });
  const [problem, setProblem] = useState<ReadingFailure | null>(null);

  const read = useCallback(
    async (scope: Scope, place = startingPlace, shown: Article | null = null) => {
      setProblem(null);
      if (!shown) setReading((now) => (now.status === 'ready' ? now : { status: 'loading' }));
      const result = await source.read(scope);
      if (result.ok) {
        const { article } = result.value;
        if (shown?.html === article.html && shown.title === article.title) return;
        setReading({ status: 'ready', article, place });
      } else {
        const { reason } = result;
        setReading((now) => (now.status === 'ready' ? now : { status: 'failed', reason }));
        if (!shown) setProblem(reason);
      }
    },
    [source],
  );

  useEffect(() => {
    let isOpen = true;
    (async () => {
      const { article, place } = await source.held();
      if (!isOpen) return;
      if (!article) return read(first, place);
      setReading({ status: 'ready', article, place });
      if (!(await source.isUnchanged()) && isOpen) read(article.scope, place, article);
    })();
    return () => {
      isOpen = false;
    };
  }, [source, read, first]);

  return { reading, problem, read: (scope: Scope) => void read(scope) };
}
