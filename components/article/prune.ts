import { settleCaptions } from './captions.ts';
import { isBodyName, isBoilerplateName, isCommentsName, nameOf } from './names.ts';
import { isOffer } from './signals.ts';
import { type Survey, surveyOf } from './survey.ts';

export interface Pruned {
  /** Characters of prose before, and of it those in boxes of comments. */
  readonly prose: number;
  readonly comments: number;
  /** One of the boxes taken out offers the rest of the article for an account or money. */
  readonly offersMore: boolean;
}

/** Takes out of a copy what is certainly not its article, before anything is weighed. */
export function prune(copy: Document, title: string): Pruned {
  const survey = surveyOf(copy.body);
  settleCaptions(copy, survey);
  removeLaterArticles(copy, title, survey);
  return removeNamedBoilerplate(copy, survey);
}

/** On a page that goes on with further stories, the first is the one that was opened. */
function removeLaterArticles(copy: Document, title: string, survey: Survey): void {
  const stories = [...copy.querySelectorAll('article')].filter(
    (article) =>
      (survey.get(article)?.prose ?? 0) > 900 &&
      !article.querySelector('article') &&
      !isCommentsName(nameOf(article)) &&
      article.querySelector('h1, header h2'),
  );
  const [first, ...later] = stories;
  if (!first || later.length === 0) return;
  const headline = lettersOf(first.querySelector('h1, h2')?.textContent ?? '').slice(0, 20);
  if (!headline || !lettersOf(title).includes(headline)) return;
  for (const story of later) if (!/message|comment|reply|post-/.test(nameOf(story))) story.remove();
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const boxes = new Set('div section aside ul ol nav form footer p span dl figure header table'.split(' '));

function removeNamedBoilerplate(copy: Document, survey: Survey): Pruned {
  let [offersMore, comments] = [false, 0];
  const total = survey.get(copy.body)?.prose || 1;
  for (const [element, { text, linked, prose }] of [...survey].reverse()) {
    if (!boxes.has(element.localName) || !element.isConnected) continue;
    const name = nameOf(element);
    const isComments = isCommentsName(name);
    if (isComments) comments = Math.max(comments, prose);
    if (!isComments && !isBoilerplateName(name)) continue;
    if (/paywall|regwall|subscribe-wall/.test(name) && text < 3000 && isOffer(element.textContent ?? ''))
      offersMore = true;
    if (isWall(name, element) && prose < total - 150) {
      element.remove();
      continue;
    }
    if (isBodyName(name) || prose > (isComments ? 0.6 : 0.25) * total) continue;
    if (element.localName === 'p' && !/newsletter|subscri|related|read-?(?:next|more|also)/.test(name))
      continue;
    const linkShare = text ? linked / text : 0;
    if (!isComments && prose > 1200 && linkShare < 0.15) continue;
    if (/(?:^|[\s-])(?:toc|table-of-contents)/.test(name) && linkShare < 0.5) continue;
    if (element.querySelector('[itemprop~=articleBody]')) continue;
    if (prose > 0.1 * total && element.querySelector('h1')) continue;
    element.remove();
  }
  return { prose: total, comments, offersMore };
}

/** A notice on cookies can be longer than the story it stands over. */
const isWall = (name: string, element: Element): boolean =>
  /cookie|consent|gdpr/.test(name) &&
  !element.querySelector('h1, article') &&
  (element.textContent?.match(/cookies?|privacy|partners|datenschutz|consent/gi)?.length ?? 0) > 3;
