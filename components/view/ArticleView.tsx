import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { type DomBlock, domBlocks } from '../article/dom-blocks.ts';
import { mount } from '../article/fragment.ts';
import { limits } from '../article/limits.ts';
import { type ImagePolicy, sanitizeArticle } from '../article/sanitize.ts';
import { copySelection } from './copy-selection.ts';
import { directionOf } from './direction-of.ts';
import { LeadImageView } from './LeadImageView.tsx';
import { direction, locale, message, plural } from './messages.ts';

interface Props {
  readonly article: Article;
  readonly images: ImagePolicy;
  readonly root: RefObject<HTMLElement | null>;
  /** Called with the blocks once the text stands in the document: headline, standfirst, body. */
  readonly onText: (blocks: readonly DomBlock[]) => void;
}

/** The article as its reader sees it. Title, byline, dates are text, and only the body is markup. */
export function ArticleView({ article, images, root, onText }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const standfirst = useRef<HTMLParagraphElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const clean = useMemo(() => sanitizeArticle(article, images, window), [article, images]);
  const intro = standfirstOf(article);

  // These three are filled by hand, not by Preact: marking splits their text nodes, and undoes it again.
  useLayoutEffect(() => {
    title.current!.textContent = clean.title || message('article.noTitle');
    if (standfirst.current) standfirst.current.textContent = intro;
    mount(clean.body, body.current!);
    onText([
      ...domBlocks(title.current!).map((block) => ({ ...block, kind: 'headline' as const })),
      ...(standfirst.current ? domBlocks(standfirst.current) : []),
      ...domBlocks(body.current!),
    ]);
    performance.mark('text'); // for the speed bench
    requestAnimationFrame(() => setTimeout(() => performance.mark('text-painted')));
  }, [clean, intro, onText]);

  useEffect(() => {
    const copy = (event: ClipboardEvent) => root.current && copySelection(event, root.current);
    document.addEventListener('copy', copy); // not on the article alone: all of the page may be selected
    return () => document.removeEventListener('copy', copy);
  }, [root]);

  return (
    <article ref={root} class="article" lang={article.lang ?? undefined} dir={directionOf(article)}>
      <header class="article-head">
        <Kicker article={article} />
        {/* biome-ignore lint/a11y/useHeadingContent: filled by hand, as said above */}
        <h1 ref={title} dir="auto" />
        {intro && <p ref={standfirst} class="standfirst" />}
        <Byline article={article} />
      </header>
      {article.leadImage && <LeadImageView image={article.leadImage} images={images} html={article.html} />}
      <div ref={body} class="article-body" data-long={article.text.length > limits.laidOut} />
      <PrintSource article={article} />
    </article>
  );
}

/** Site and section; the site leads back to the page. */
function Kicker({ article }: { article: Article }) {
  const site = article.siteName ?? message('article.source');
  const isWeb = /^https?:/.test(article.url);
  return (
    <p class="kicker">
      {isWeb ? (
        <a href={article.url} target="_blank" rel="noopener noreferrer">
          <bdi>{site}</bdi>
        </a>
      ) : (
        <bdi>{site}</bdi>
      )}
      {article.section && (
        <>
          {' · '}
          <bdi>{article.section}</bdi>
        </>
      )}
    </p>
  );
}

function Byline({ article }: { article: Article }) {
  const { byline, publishedTime, modifiedTime, words } = article;
  const published = day(publishedTime);
  const modified = day(modifiedTime);
  return (
    <p class="byline" dir={direction()}>
      {byline && <bdi class="authors">{message('article.by', byline)}</bdi>}{' '}
      {published && <time dateTime={publishedTime!}>{published}</time>}{' '}
      {modified && modified !== published && (
        <time dateTime={modifiedTime!}>{message('article.updated', modified)}</time>
      )}{' '}
      {words > 0 && <bdi>{plural('article.readingTime', readingMinutes(words))}</bdi>}
    </p>
  );
}

/** Where and when, for the end of a printed copy; hidden until print.css shows it. */
function PrintSource({ article }: { article: Article }) {
  return (
    <footer class="print-source" hidden>
      <p>{article.siteName}</p>
      <p dir="ltr">{article.url}</p>
      <p>{day(article.publishedTime)}</p>
    </footer>
  );
}

/** Minutes at 230 words a minute, the mean of adults' silent reading (Brysbaert 2019: 238 for non-fiction). */
function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 230));
}

/** The calendar day as the page states it, whatever zone the reader is in. */
function day(time: string | null): string | null {
  if (!time) return null;
  const [, date] = /^(\d{4}-\d{2}-\d{2})/.exec(time) ?? [];
  const at = new Date(date ? `${date}T12:00:00Z` : time);
  if (Number.isNaN(at.getTime())) return null;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: date ? 'UTC' : undefined }).format(
    at,
  );
}

/** The excerpt where it is a standfirst of its own, not words that the text begins with or holds anyway. */
function standfirstOf({ excerpt, text, title }: Article): string | null {
  if (!excerpt) return null;
  const plain = (value: string) =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const opening = plain(excerpt).slice(0, 60);
  return opening.length < 20 || plain(text).includes(opening) || plain(title).startsWith(opening)
    ? null
    : excerpt;
}
