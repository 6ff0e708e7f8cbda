/**
 * Markup that a page carries as text, as elements of a document that no window shows: there nothing runs, nothing is
 * loaded, and no policy of the page is asked. For reading what it says; what is shown comes through `mount` alone.
 */
export function inert(markup: string, page: Document): Element {
  const { body } = page.implementation.createHTMLDocument('');
  body.innerHTML = markup;
  return body;
}
