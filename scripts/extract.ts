import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import { extractArticle } from '../components/article/extract-article.ts';

// npm run -s extract -- FILE.html [URL]: the article of a saved page as JSON.

const usage = 'usage: npm run -s extract -- FILE.html [URL]';

/** Ends with one line on stderr and the exit code for bad use or unreadable input. */
function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return stop(`Cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

function addressOf(text: string): string {
  if (!URL.canParse(text)) stop(`Not a web address: ${text} (${usage})`);
  return text;
}

/** From the name, and for files without a telling one from their first bytes. */
function contentTypeOf(file: string, bytes: Buffer): string {
  if (/\.(xhtml|xht)$/i.test(file)) return 'application/xhtml+xml';
  if (/\.svg$/i.test(file)) return 'image/svg+xml';
  if (/\.xml$/i.test(file)) return 'application/xml';
  if (/\.txt$/i.test(file)) return 'text/plain';
  return /^\s*<\?xml[^>]*>\s*<svg\b/i.test(bytes.toString('latin1', 0, 1000)) ? 'image/svg+xml' : 'text/html';
}

const reasons = {
  empty: 'The page holds no text.',
  'no-article': 'There is text on the page, and nothing in it looks like an article.',
  'no-selection': 'Nothing is selected.',
  'not-a-page': 'Not a page of text.',
  'too-large': 'The page has more elements than can be read.',
} as const;

const [file, url, ...rest] = process.argv.slice(2);
if (!file || rest.length > 0) stop(usage);
const bytes = bytesOf(file);
const contentType = contentTypeOf(file, bytes);
if (contentType === 'text/plain') stop(`${file}: ${reasons['not-a-page']}`);
// Bytes, not a string: jsdom then finds the encoding as a browser does, by byte order mark and <meta charset>.
const page = openPage();
const extraction = extractArticle(page);
if (!extraction.ok) stop(`${file}: ${reasons[extraction.reason]}`);
process.stdout.write(`${JSON.stringify(extraction.value, null, 2)}\n`);

function openPage(): Document {
  try {
    return new JSDOM(bytes, {
      url: url ? addressOf(url) : pathToFileURL(file!).href,
      contentType,
      virtualConsole: new VirtualConsole(),
    }).window.document;
  } catch (error) {
    return stop(`${file}: not readable as ${contentType} (${(error as Error).message.split('\n')[0]})`);
  }
}
