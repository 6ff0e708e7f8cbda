import { strikethrough, tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { type Body, fold, holdsBlock, isBlock, unwrap } from './body.ts';
import { copyWithLead } from './lead-figure.ts';
import { authorsOf, type Metadata, oneLine } from './metadata.ts';
import { gridOf, hasHeader, isLayout } from './table.ts';

/**
 * The article as GitHub-flavoured Markdown, with front matter that YAML 1.1 and 1.2 read alike.
 *
 * No markup of the page's text comes through: what looks like a tag or an entity is escaped.
 */
export function toMarkdown(body: Body, article: Metadata): string {
  const copy = copyWithLead(body, article);
  tidy(copy);
  const title = escaped(oneLine(article.title));
  const parts = [frontMatter(article), title && `# ${title}`, service().turndown(copy)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What is known of title, author, site, published and url, between lines of `---`. */
export function frontMatter(article: Metadata): string {
  const authors = authorsOf(article);
  const fields: [string, string | null][] = [
    ['title', quoted(article.title)],
    ['author', authors.length > 1 ? `[${authors.map(quoted).join(', ')}]` : quoted(authors[0] ?? null)],
    ['site', quoted(article.siteName)],
    ['published', timeOf(article.publishedTime)],
    ['url', quoted(article.url)],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`);
  return ['---', ...lines, '---'].join('\n');
}

/**
 * A double-quoted scalar: JSON's strings are YAML's, but for characters that YAML counts as line ends or as
 * unprintable (https://yaml.org/spec/1.2.2/#51-character-set).
 */
function quoted(text: string | null): string | null {
  if (text === null) return null;
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Unquoted where YAML reads a time, which note-taking programs then sort by. */
const timeOf = (time: string | null): string | null =>
  time && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/.test(time)
    ? time
    : quoted(time);

function service(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*', // `_` marks nothing inside a word
    hr: '---',
  });
  turndown.use([strikethrough, tables]);
  turndown.escape = escaped;
  turndown.addRule('tableCell', { filter: ['th', 'td'], replacement: cellToMarkdown });
  turndown.addRule('small print', {
    filter: ['sup', 'sub'], // as HTML, for without them 10⁶ reads 106
    replacement: (content, { localName }) => content && `<${localName}>${content}</${localName}>`,
  });
  turndown.addRule('image', { filter: 'img', replacement: imageToMarkdown });
  turndown.addRule('quotation', { filter: 'q', replacement: (content) => `“${content}”` });
  return turndown;
}

/** As the plugin does it, but that `||` stays two bars. */
function cellToMarkdown(content: string, cell: Element): string {
  const line = content
    .trim()
    .replace(/\s*\n\s*/g, '<br>')
    .replaceAll('|', '\\|');
  return `${cell.previousSibling ? ' ' : '| '}${line || '   '} |`;
}

/** Turndown leaves a tag in the alternative text as it is, and a tag that begins there may end in the text after it. */
function imageToMarkdown(_content: string, image: Element): string {
  const source = image.getAttribute('src');
  if (!source) return '';
  return `![${escaped(oneLine(image.getAttribute('alt') ?? ''))}](${destination(source)})`;
}

/** Turndown's escapes, and those it leaves out: tags, entities, strikethrough, `1)`, and signs that stand alone. */
function escaped(text: string): string {
  return TurndownService.prototype
    .escape(text)
    .replace(/</g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<=[^\s\\])~|^~/g, '\\~')
    .replace(/^(\d+)(\)(?=\s|$)|\.$)/, '$1\\$2')
    .replace(/^\+$/, '\\+')
    .replace(/(?<=\s|^)(#+)$/, '\\$1'); // ends a heading
}

/** Changes what Markdown has no way to say into what it has. */
function tidy(copy: DocumentFragment): void {
  for (const element of copy.querySelectorAll('span, font, bdi, bdo, small, abbr, time, u, ins, cite')) {
    unwrap(element);
  }
  for (const table of copy.querySelectorAll('table')) tidyTable(table as HTMLTableElement);
  for (const pre of copy.querySelectorAll('pre')) tidyCode(pre);
  for (const list of copy.querySelectorAll('ol[start]')) {
    if (!/^\d{1,9}$/.test(list.getAttribute('start')!)) list.removeAttribute('start');
  }
  for (const ruby of copy.querySelectorAll('ruby')) tidyRuby(ruby);
  for (const caption of copy.querySelectorAll('figcaption')) tidyCaption(caption);
  for (const heading of copy.querySelectorAll('h1, h2, h3, h4, h5, h6, summary')) onOneLine(heading);
  for (const link of copy.querySelectorAll('a')) tidyLink(link);
  for (const style of copy.querySelectorAll('b, strong, i, em, s, del, code, sup, sub')) {
    if (holdsBlock(style)) unwrap(style);
  }
  copy.normalize();
}

/** Makes a table one that a pipe table can show: no spans, one header row, cells of one line. */
function tidyTable(table: HTMLTableElement): void {
  const grid = gridOf(table);
  if (isLayout(table, grid)) {
    openUp(table);
    return;
  }
  const make = (name: string, ...children: Node[]) => {
    const element = table.ownerDocument.createElement(name);
    element.append(...children);
    return element;
  };
  const headed = hasHeader(table, grid);
  const rows = grid.map((row, y) => {
    const cells = row.map((cell) => {
      if (cell) onLinesOf(cell);
      const made = make(headed && y === 0 ? 'th' : 'td', ...(cell ? cell.childNodes : []));
      const align = cell?.getAttribute('align');
      if (align) made.setAttribute('align', align);
      return made;
    });
    return make('tr', ...cells);
  });
  if (table.caption) {
    const caption = make('p', ...table.caption.childNodes);
    table.before(caption);
  }
  table.replaceChildren(make('tbody', ...rows));
}

/** A table that only arranges: its cells one after the other. */
function openUp(table: HTMLTableElement): void {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  const parts = [table.caption, ...cells].filter((part) => part !== null);
  const blocks = parts.map((part) => {
    const block = table.ownerDocument.createElement('div');
    block.append(...part.childNodes);
    return block;
  });
  table.replaceWith(...blocks);
}

/** Leaves of the blocks in a cell only the breaks between them. */
function onLinesOf(cell: Element): void {
  for (const rule of cell.querySelectorAll('hr')) rule.remove();
  for (const pre of cell.querySelectorAll('pre')) {
    const code = cell.ownerDocument.createElement('code');
    code.textContent = fold(pre.textContent ?? '').trim();
    pre.replaceChildren(code);
  }
  for (const item of cell.querySelectorAll('li')) {
    const first = item.firstElementChild;
    if (first && isBlock(first)) unwrap(first);
    item.prepend('• ');
  }
  for (const block of [...cell.querySelectorAll('*')].filter(isBlock)) {
    block.before(cell.ownerDocument.createElement('br'));
    block.after(cell.ownerDocument.createElement('br'));
    unwrap(block);
  }
}

/** Turndown fences a `<pre>` only when a `<code>` is all that it holds. */
function tidyCode(pre: Element): void {
  for (const line of pre.querySelectorAll('br')) line.replaceWith('\n');
  const code = pre.ownerDocument.createElement('code');
  code.textContent = pre.textContent;
  pre.replaceChildren(code);
}

/** 漢字 with its reading in brackets behind it. */
function tidyRuby(ruby: Element): void {
  for (const bracket of ruby.querySelectorAll('rp')) bracket.remove();
  for (const reading of ruby.querySelectorAll('rt')) reading.replaceWith(`(${reading.textContent})`);
  unwrap(ruby);
}

/** A caption is emphasised, so that it is not taken for a paragraph of the text. */
function tidyCaption(caption: Element): void {
  for (const emphasis of caption.querySelectorAll('em, i')) unwrap(emphasis);
  const lines = [caption, ...caption.querySelectorAll('*')].filter((e) => isBlock(e) && !holdsBlock(e));
  for (const line of lines) {
    const emphasis = caption.ownerDocument.createElement('em');
    emphasis.append(...line.childNodes);
    line.append(emphasis);
  }
}

function onOneLine(element: Element): void {
  for (const line of element.querySelectorAll('br')) line.replaceWith(' ');
  for (const block of [...element.querySelectorAll('*')].filter(isBlock)) {
    block.before(' ');
    unwrap(block);
  }
}

function tidyLink(link: Element): void {
  if (!link.textContent?.trim() && !link.querySelector('img')) {
    link.remove();
    return;
  }
  onOneLine(link);
  const href = link.getAttribute('href');
  // A place inside the page leads nowhere in the file.
  if (!href || href.startsWith('#')) unwrap(link);
  else link.setAttribute('href', destination(href));
  link.removeAttribute('title');
}

/** An address with nothing in it that could end it early. */
const destination = (address: string): string =>
  address.replace(/[\s<>()\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
