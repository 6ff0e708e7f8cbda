import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import * as parse5 from 'parse5';
import { extractArticle } from '../../../components/article/extract-article.ts';

/** What a reader found on one page. */
export interface Reading {
  readonly text: string;
  readonly html: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  /** Lede alone: why it warns, or why it gives nothing. */
  readonly doubts: readonly string[];
  /** CPU milliseconds without parsing the page. */
  readonly cpu: number;
}

export type ReaderName = 'lede' | 'readability' | 'defuddle' | 'postlight';
export const readerNames: readonly ReaderName[] = ['lede', 'readability', 'defuddle', 'postlight'];

type Found = Omit<Reading, 'cpu'>;
type Open = (html: string, url: string) => Document;

const nothing: Found = { text: '', html: null, title: null, author: null, date: null, doubts: [] };

/**
 * parse5 gives linkedom the tree that browsers build; about six times faster than jsdom, which `--dom jsdom` takes
 * instead.
 */
export const doms: Record<string, Open> = {
  linkedom: (html, url) => {
    const { document } = parseHTML(parse5.serialize(parse5.parse(html)));
    return at(url, document as unknown as Document);
  },
  jsdom: (html, url) => new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document,
};

const empty = '<!doctype html><html><head></head><body></body></html>';

/** linkedom has no `document.implementation`; clones of a document need it too, so it goes to their class. */
Object.defineProperty(Object.getPrototypeOf(parseHTML(empty).document), 'implementation', {
  value: { createHTMLDocument: () => parseHTML(empty).document },
});

/** Gives a document its address, on a prototype of its own as in a browser. */
function at(url: string, document: Document): Document {
  giveImplementation(Object.getPrototypeOf(document));
  const base = document.querySelector('base[href]')?.getAttribute('href');
  const values = {
    documentURI: url,
    URL: url,
    baseURI: base && URL.canParse(base, url) ? new URL(base, url).href : url,
  };
  const getters = Object.entries(values).map(([name, value]) => [
    name,
    { get: () => value, configurable: true },
  ]);
  return Object.setPrototypeOf(
    document,
    Object.create(Object.getPrototypeOf(document), Object.fromEntries(getters)),
  );
}

/** linkedom's copies of documents cannot make others, as every browser's can. */
function giveImplementation(prototype: object): void {
  if ('implementation' in prototype) return;
  const createHTMLDocument = () =>
    parseHTML('<!doctype html><html><head></head><body></body></html>').document;
  Object.defineProperty(prototype, 'implementation', { value: { createHTMLDocument } });
}

/** Reads one page with one reader, and says what processor time it took after parsing. */
export async function readWith(name: ReaderName, html: string, url: string, open: Open): Promise<Reading> {
  if (name === 'postlight') return timed(() => postlight(html, url));
  const page = open(html, url);
  if (name === 'lede') return timed(() => lede(page));
  return timed(() => (name === 'readability' ? readability(page) : defuddle(page, url)), open);
}

async function timed(read: () => Found | Promise<Found>, open?: Open): Promise<Reading> {
  const start = process.cpuUsage();
  const found = await read();
  const { user, system } = process.cpuUsage(start);
  const cpu = (user + system) / 1000;
  // The other readers give markup; its text is taken outside the time they are charged.
  const text = found.text || (open && found.html ? textOfMarkup(found.html) : found.text);
  return { ...found, text, cpu };
}

function lede(page: Document): Found {
  const extraction = extractArticle(page);
  if (!extraction.ok) return { ...nothing, doubts: [extraction.reason] };
  const { text, html, title, byline, publishedTime, completeness } = extraction.value;
  const doubts = completeness.status === 'uncertain' ? completeness.reasons : [];
  return { text, html, title, author: byline, date: publishedTime, doubts };
}

function readability(page: Document): Found {
  const article = new Readability(page).parse();
  if (!article) return nothing;
  const { content, title, byline, publishedTime } = article;
  return {
    ...nothing,
    html: content ?? null,
    title: title ?? null,
    author: byline ?? null,
    date: publishedTime ?? null,
  };
}

async function defuddle(page: Document, url: string): Promise<Found> {
  const { content, title, author, published } = await Defuddle(page, url, { useAsync: false });
  return { ...nothing, html: content, title, author, date: published };
}

const require = createRequire(import.meta.url);

async function postlight(html: string, url: string): Promise<Found> {
  const parser = require('@postlight/parser');
  const found = await parser.parse(url, { html, contentType: 'html', fetchAllPages: false });
  if (!found || found.error) return nothing;
  const { content, title, author, date_published: date } = found;
  return { ...nothing, text: content ? textOfMarkup(content) : '', html: content, title, author, date };
}

const lines = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 ' +
    'H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL OPTION P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL VIDEO'
  ).split(' '),
);
const silent = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG HEAD TITLE'.split(' '));

/** All text of markup, block borders as newlines: what readers that give markup alone are scored on. */
export function textOfMarkup(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const pieces: string[] = [];
  const gather = (node: Node): void => {
    if (node.nodeType === 3) pieces.push(node.nodeValue ?? '');
    const tag = node.nodeType === 1 ? (node as Element).tagName.toUpperCase() : '';
    if (silent.has(tag)) return;
    if (lines.has(tag)) pieces.push('\n');
    for (let child = node.firstChild; child; child = child.nextSibling) gather(child);
    if (lines.has(tag)) pieces.push('\n');
  };
  gather(document.body as unknown as Node);
  return pieces
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n[\n ]*/g, '\n')
    .trim();
}
