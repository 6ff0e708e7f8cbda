import type { Article } from '../article/article.ts';
import { sourceLine } from '../exports/metadata.ts';

/** Where the article is from and when, on paper alone: print.css shows it at the end. */
export function PrintSource({ article }: { article: Article }) {
  return (
    <footer class="print-source">
      <p dir="auto">{sourceLine(article)}</p>
      <p dir="ltr">{article.url}</p>
    </footer>
  );
}
