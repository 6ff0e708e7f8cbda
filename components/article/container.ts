import { isBodyName, isCommentsName, nameOf } from './names.ts';
import { type Measure, type Survey, surveyOf } from './survey.ts';

/** An element that the page's own markup points out as the place of its article. */
export interface Container {
  readonly element: Element;
  readonly measure: Measure;
  /** Named as a body, not merely `<article>` or `<main>`. */
  readonly isNamed: boolean;
  /** Prose over all text: 1 when it holds nothing else. */
  readonly purity: number;
}

const tags = new Set(['div', 'section', 'article', 'main', 'td', 'span']);

/** The best such element, or null. Ranks by prose, with a bonus for telling names and a malus for menus and links. */
export function containerOf(survey: Survey): Container | null {
  let best: Container | null = null;
  let bestRank = 0;
  for (const [element, measure] of survey) {
    if (measure.prose < 350 || !tags.has(element.localName)) continue;
    const claim = claimOf(element);
    if (!claim || isElsewhere(element)) continue;
    const purity = Math.min(1, measure.prose / (measure.text || 1));
    const rank =
      measure.prose * purity * purity * (claim === 'named' ? 1.6 : 1) * (measure.paragraphs >= 2 ? 1 : 0.6);
    if (rank <= bestRank * 1.02) continue;
    bestRank = rank;
    best = { element, measure, purity, isNamed: claim === 'named' };
  }
  return best && withItsLike(best, survey);
}

/** The nearest box around all parts, where the page has several of one name: question and answers, split columns. */
function withItsLike(container: Container, survey: Survey): Container {
  const name = nameOf(container.element);
  if (!container.isNamed || !name) return container;
  let shared: Element | null = container.element;
  let prose = 0;
  for (const [element, measure] of survey) {
    if (measure.prose < 60 || nameOf(element) !== name || element.localName !== container.element.localName)
      continue;
    if (
      element === container.element ||
      element.contains(container.element) ||
      container.element.contains(element)
    )
      continue;
    prose += measure.prose;
    while (shared && !shared.contains(element)) shared = shared.parentElement;
  }
  const measure = shared && survey.get(shared);
  if (!measure || shared === container.element || prose < 0.25 * container.measure.prose) return container;
  if (measure.prose > 3 * (prose + container.measure.prose)) return container;
  return {
    element: shared!,
    measure,
    isNamed: true,
    purity: Math.min(1, measure.prose / (measure.text || 1)),
  };
}

function claimOf(element: Element): 'named' | 'general' | null {
  const name = nameOf(element);
  if (isCommentsName(name) || /related|recirc|sidebar|footer|teaser|card|cookie|consent/.test(name))
    return null;
  if (/articleBody/.test(`${element.getAttribute('itemprop')} ${element.getAttribute('property')}`))
    return 'named';
  if (isBodyName(name)) return 'named';
  const isGeneral =
    element.localName === 'article' ||
    element.localName === 'main' ||
    /(?:^|\s)(?:article|main|content|main-content|post)(?:\s|$)/.test(name);
  return isGeneral ? 'general' : null;
}

function isElsewhere(element: Element): boolean {
  let outer = element.parentElement;
  for (let i = 0; outer && i < 8; i++, outer = outer.parentElement)
    if (/^(?:aside|footer|nav)$/.test(outer.localName) || isCommentsName(nameOf(outer))) return true;
  return false;
}

/** A copy of the container without its menus, forms, hidden parts and boxes of links. */
export function bodyFrom(container: Element): Element {
  const body = container.cloneNode(true) as Element;
  const survey = surveyOf(body);
  const dropped = `form, button, nav, footer, noscript, svg, [hidden], [aria-hidden=true], h1, ${hidden}`;
  for (const element of body.querySelectorAll(dropped)) {
    const isLong =
      /^(?:p|pre|div|section)$/.test(element.localName) && (survey.get(element)?.prose ?? 0) > 500;
    if (!isLong && !element.querySelector('img, picture, video, math')) element.remove();
  }
  for (const element of body.querySelectorAll('aside, ul, ol, div, section, header')) {
    const { text = 0, linked = 0 } = survey.get(element) ?? {};
    if (text && isBoxOfLinks(element, text, linked / text)) element.remove();
  }
  return body;
}

const hidden = '[style*="display:none"], [style*="display: none"]';

function isBoxOfLinks(element: Element, text: number, linkShare: number): boolean {
  if (element.localName === 'aside' && (linkShare > 0.3 || text < 250)) return true;
  if (linkShare > 0.75 && text < 3000) return true;
  return linkShare > 0.6 && text < 1500 && !element.querySelector('pre, table, blockquote, figure, img');
}
