import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Article, Scope } from '../article/article.ts';
import type { ReadingFailure, TabArticle } from '../article/from-tab.ts';
import type { Result } from '../article/result.ts';
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
export function useReading(source: ArticleSource) {
  const [reading, setReading] = useState<Reading>({ status: 'loading' });
  const [problem, setProblem] = useState<ReadingFailure | null>(null);

  const show = useCallback(
    (result: Result<TabArticle, ReadingFailure>, place: ReadingPlace, shown: Article | null) => {
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
    [],
  );

  const read = useCallback(
    async (scope: Scope) => {
      setProblem(null);
      setReading((now) => (now.status === 'ready' ? now : { status: 'loading' }));
      show(await source.read(scope), startingPlace, null);
    },
    [source, show],
  );

  useEffect(() => {
    let isOpen = true;
    (async () => {
      const { held, place, reading } = await source.begun;
      if (held) setReading({ status: 'ready', article: held, place });
      if (held && (await source.isUnchanged())) return;
      const result = await (reading ?? source.read(held!.scope));
      if (isOpen) show(result, place, held);
    })();
    return () => {
      isOpen = false;
    };
  }, [source, show]);

  return { reading, problem, read: (scope: Scope) => void read(scope) };
}
