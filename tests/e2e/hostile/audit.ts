/**
 * What stands in an article's body and may not, found against lists of this file's own: a second opinion that shares
 * no line with the sanitiser. Self-contained, for it also runs inside pages.
 */
export function audit(root: Element = document.querySelector('.article-body')!): string[] {
  const elements = new Set(
    (
      'a abbr article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt ' +
      'em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span ' +
      'strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
    ).split(' '),
  );
  const attributes = new Set(
    (
      'alt title lang dir colspan rowspan span scope datetime start reversed width height href src id target rel ' +
      'referrerpolicy loading decoding'
    ).split(' '),
  );
  const ofMarks = new Set([
    'class',
    'tabindex',
    'data-mention',
    'data-entity',
    'data-label',
    'data-kind',
    'data-first',
  ]);
  const schemes = ['http:', 'https:', 'mailto:'];
  const found: string[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, 0xffffffff);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) continue;
    if (node.nodeType !== 1) {
      found.push(`a node of type ${node.nodeType}`);
      continue;
    }
    const element = node as HTMLElement;
    const name = element.localName;
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`<${name}> of another namespace`);
    if (!elements.has(name)) found.push(`<${name}>`);
    if (element.shadowRoot) found.push(`a shadow root on <${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (name === 'mark' && ofMarks.has(attribute)) continue;
      if (name === 'details' && attribute === 'open') continue; // once its reader has opened it
      if (!attributes.has(attribute)) found.push(`<${name} ${attribute}="${value.slice(0, 40)}">`);
      if (attribute === 'id' && !value.startsWith('in-article-')) found.push(`the id ${value.slice(0, 40)}`);
      if (attribute === 'src' && name !== 'img') found.push(`a source on <${name}>`);
      if (attribute === 'src' && !/^(https?:|data:image\/(png|jpe?g|gif|webp|avif);base64,)/i.test(value))
        found.push(`the source ${value.slice(0, 60)}`);
      if (attribute !== 'href') continue;
      const { protocol, username, password } = element as HTMLAnchorElement;
      const isPlace = value.startsWith('#in-article-');
      if (name !== 'a') found.push(`a link on <${name}>`);
      if (!isPlace && (!schemes.includes(protocol) || username || password))
        found.push(`the link ${value.slice(0, 60)}`);
      if (!isPlace && element.getAttribute('rel') !== 'noopener noreferrer')
        found.push(`the link ${value.slice(0, 60)} with rel="${element.getAttribute('rel')}"`);
    }
  }
  return found;
}
