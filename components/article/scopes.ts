import { isCommentsName, nameOf } from './names.ts';
import { prune } from './prune.ts';
import { settle } from './settle.ts';
import { method } from './unclobbered.ts';

/** All of a copy's page but what is never read. */
export function wholePage(copy: Document): Element {
  settle(copy);
  for (const element of copy.querySelectorAll(
    '[hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"]',
  ))
    if (!element.querySelector('p')) element.remove();
  return copy.body;
}

/** The page's main region without menus, margins and comments: more than the article, less than the page. */
export function mainRegion(copy: Document, title: string): Element {
  settle(copy);
  prune(copy, title);
  const outside =
    'nav, aside, footer, form, [role=navigation], [role=complementary], [role=contentinfo], [role=search], body > header';
  for (const element of copy.querySelectorAll(outside))
    if (!element.querySelector('h1, article')) element.remove();
  for (const element of copy.querySelectorAll('section, div, ol, ul'))
    if (isCommentsName(nameOf(element)) && !element.querySelector('h1')) element.remove();
  const main = copy.querySelector('main, [role=main]');
  const share = (main?.textContent?.length ?? 0) / (copy.body.textContent?.length || 1);
  return main && share > 0.3 ? main : copy.body;
}

/** A copy of what is selected on a page, or null when nothing is. */
export function selectedPart(page: Document, copy: Document): Element | null {
  const selection = method(page, 'getSelection').call(page) as Selection | null;
  if (!selection || selection.isCollapsed) return null;
  const part = copy.createElement('div');
  for (let i = 0; i < selection.rangeCount; i++)
    part.append(copy.importNode(inContext(selection.getRangeAt(i)), true));
  return /\S/.test(part.textContent ?? '') || part.querySelector('img') ? part : null;
}

/** What a range holds, in the list, table, quotation or code that it stands in. */
function inContext(range: Range): Node {
  let content: Node = range.cloneContents();
  const common = range.commonAncestorContainer;
  let outer = (common.nodeType === 1 ? common : common.parentNode) as Element | null;
  for (; outer && outer.localName !== 'body'; outer = outer.parentNode as Element | null) {
    if (
      !/^(?:ul|ol|li|table|tbody|thead|tr|blockquote|pre|p|h[1-6]|em|strong|a|figure)$/.test(outer.localName)
    )
      continue;
    const shell = method(outer, 'cloneNode').call(outer, false) as Element;
    shell.appendChild(content);
    content = shell;
  }
  return content;
}
