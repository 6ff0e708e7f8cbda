import { copiedFragment } from '../exports/selection.ts';

/**
 * Answers a `copy` with the selected text of the article, as markup and as plain text, without marks and controls.
 *
 * A selection that reaches beyond the article (all of the page) is copied as far as it lies in it; one outside, or in a
 * field, is left to the browser.
 */
export function copySelection(event: ClipboardEvent, article: Element): void {
  const selection = article.ownerDocument.getSelection();
  if (!event.clipboardData || !selection || selection.isCollapsed || isField(event.target)) return;
  const range = within(article, selection.getRangeAt(0));
  if (!range) return;
  const { html, text } = copiedFragment(range);
  if (!text) return;
  event.clipboardData.setData('text/html', html);
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

const isField = (target: EventTarget | null): boolean =>
  target !== null && 'closest' in target && (target as Element).closest('input, textarea') !== null;

/** The part of a range that lies in an element, or null. */
function within(element: Element, range: Range): Range | null {
  if (!range.intersectsNode(element)) return null;
  const whole = element.ownerDocument.createRange();
  whole.selectNodeContents(element);
  const part = range.cloneRange();
  if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
    part.setStart(whole.startContainer, whole.startOffset);
  }
  if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
    part.setEnd(whole.endContainer, whole.endOffset);
  }
  return part.collapsed ? null : part;
}
