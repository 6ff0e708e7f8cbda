/** How much text an element holds, in UTF-16 code units without runs of white space. */
export interface Measure {
  /** All text that can be read. */
  readonly text: number;
  /** Text inside links to other pages; links inside the page count for little. */
  readonly linked: number;
  /** Text outside links, menus, forms and footers: what an article is made of. */
  readonly prose: number;
  /** Paragraphs, items and the like of more than a line. */
  readonly paragraphs: number;
}

const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'head',
  'select',
  'textarea',
]);
const notProse = new Set(['nav', 'form', 'button', 'footer', 'aside', 'dialog']);
const paragraphs = new Set(['p', 'li', 'pre', 'blockquote', 'dd']);
const nothing: Measure = { text: 0, linked: 0, prose: 0, paragraphs: 0 };

export type Survey = ReadonlyMap<Element, Measure>;

/** Measures every element below a root in one walk. */
export function surveyOf(root: Element): Survey {
  const survey = new Map<Element, Measure>();
  measure(root, 0, true, survey);
  return survey;
}

/** `linkWeight` is the share of text that counts as linked here: 0 outside links. */
function measure(
  element: Element,
  linkWeight: number,
  isProse: boolean,
  survey: Map<Element, Measure>,
): Measure {
  let [text, linked, prose, count] = [0, 0, 0, 0];
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) {
      const length = lengthOf(child.nodeValue!);
      text += length;
      linked += length * linkWeight;
      if (isProse && !linkWeight && length > 1) prose += length;
    } else if (child.nodeType === 1) {
      const inner = measureElement(child as Element, linkWeight, isProse, survey);
      text += inner.text;
      linked += inner.linked;
      prose += inner.prose;
      count += inner.paragraphs;
    }
  }
  if (text > 60 && paragraphs.has(element.localName)) count++;
  const result = text ? { text, linked, prose, paragraphs: count } : nothing;
  survey.set(element, result);
  return result;
}

function measureElement(
  element: Element,
  linkWeight: number,
  isProse: boolean,
  survey: Map<Element, Measure>,
): Measure {
  const tag = element.localName;
  if (unread.has(tag)) return nothing;
  if (tag === 'a') linkWeight = weightOf(element.getAttribute('href'));
  return measure(element, linkWeight, isProse && !notProse.has(tag), survey);
}

const weightOf = (href: string | null): number => (href === null ? 0 : href.startsWith('#') ? 0.3 : 1);

/** Length with runs of white space counted once and none at the ends. */
function lengthOf(text: string): number {
  if (text.length < 40 && !/\S/.test(text)) return 0;
  return text.replace(/\s+/g, ' ').trim().length;
}
