import type { Container } from './container.ts';
import { type Passage, passagesOf } from './passages.ts';

/** A body as one way of reading found it. */
export interface Candidate {
  readonly root: Element;
  readonly passages: readonly Passage[];
  readonly texts: ReadonlySet<string>;
  readonly length: number;
}

export interface Choice {
  readonly candidate: Candidate;
  readonly from: 'readability' | 'container' | 'json-ld';
  /** The candidate that was not taken, where there were two. */
  readonly other: Candidate | null;
  /** Share of the shorter candidate's text that stands in the other; 1 when there is only one. */
  readonly agreement: number;
}

export function candidateOf(root: Element): Candidate {
  const passages = passagesOf(root);
  const texts = new Set(passages.map(({ text }) => text));
  return { root, passages, texts, length: passages.reduce((sum, { text }) => sum + text.length, 0) };
}

/**
 * Of two candidates that share their text the longer one, for the passage filter knows which passages are in both. Of
 * two that do not, Readability's, unless the page's own markup speaks for the other: by a container that it names, or
 * by the text it gives in JSON-LD, which is also taken when the page shows little of it. Shares are of characters in
 * equal passages. Thresholds were set on the tuning half of the bench.
 */
export function chooseBody(
  read: Candidate | null,
  marked: Candidate | null,
  container: Container | null,
  articleBody: string | null,
  fromArticleBody: (text: string) => Element,
): Choice | null {
  const chosen =
    read && marked && container ? weigh(read, marked, container, articleBody) : only(read, marked);
  return articleBody && isMissed(articleBody, chosen?.candidate ?? null)
    ? { candidate: candidateOf(fromArticleBody(articleBody)), from: 'json-ld', other: null, agreement: 0 }
    : chosen;
}

function only(read: Candidate | null, marked: Candidate | null): Choice | null {
  if (read) return { candidate: read, from: 'readability', other: null, agreement: 1 };
  return marked ? { candidate: marked, from: 'container', other: null, agreement: 1 } : null;
}

function weigh(read: Candidate, marked: Candidate, container: Container, articleBody: string | null): Choice {
  const markedInRead = shareIn(marked, read);
  const readInMarked = shareIn(read, marked);
  const agreement = Math.max(markedInRead, readInMarked);
  const takesMarked =
    readInMarked > 0.75
      ? marked.length > read.length && marked.length < 4 * read.length
      : agreement < 0.25 && isBetter(marked, read, container, articleBody);
  return takesMarked
    ? { candidate: marked, from: 'container', other: read, agreement }
    : { candidate: read, from: 'readability', other: marked, agreement };
}

/** Which of two that have little in common. */
function isBetter(
  marked: Candidate,
  read: Candidate,
  container: Container,
  articleBody: string | null,
): boolean {
  if (articleBody) {
    const known = lettersOf(articleBody);
    const [forRead, forMarked] = [matchOf(read, known), matchOf(marked, known)];
    if (Math.max(forRead, forMarked) > 0.5) return forMarked > forRead;
  }
  if (read.length < 350 && marked.length > 1.5 * read.length) return true;
  return (
    marked.length > 450 &&
    container.measure.paragraphs > 1 &&
    (container.isNamed ? marked.length > 0.4 * read.length : marked.length > read.length)
  );
}

/** Share of one candidate's text whose passages stand in the other. */
function shareIn(one: Candidate, other: Candidate): number {
  const shared = one.passages.reduce((sum, { text }) => sum + (other.texts.has(text) ? text.length : 0), 0);
  return one.length ? shared / one.length : 0;
}

/** F1 of a candidate's characters against the text of JSON-LD. */
function matchOf(candidate: Candidate, known: string): number {
  let [shared, all] = [0, 0];
  for (const { text } of candidate.passages) {
    const letters = lettersOf(text);
    all += letters.length;
    if (letters.length > 12 && known.includes(letters)) shared += letters.length;
  }
  return all + known.length ? (2 * shared) / (all + known.length) : 0;
}

/** Whether the page shows little or none of the text it gives in JSON-LD: then that text is the article. */
function isMissed(articleBody: string, candidate: Candidate | null): boolean {
  if (articleBody.length < 500) return false;
  if (!candidate || candidate.length < 0.4 * articleBody.length) return true;
  return articleBody.length > 900 && matchOf(candidate, lettersOf(articleBody)) < 0.1;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
