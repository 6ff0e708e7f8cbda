/**
 * A file name made from a title that Windows, macOS and Linux take as it is, with `extension` ("md").
 *
 * Windows is the strict one: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function fileName(title: string, extension: string, fallback = 'article'): string {
  const name = cut(cleaned(title)) || cut(cleaned(fallback)) || 'article';
  return `${isReserved(name) ? `_${name}` : name}.${extension}`;
}

function cleaned(title: string): string {
  return trimmed(
    title
      .normalize('NFC')
      .replace(/\p{Cs}/gu, '') // halves of surrogate pairs
      .replace(/[\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u00ad]/g, hidden)
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .replace(/ ?[:|/\\]+ ?/g, ' - ')
      .replace(/"/g, "'")
      .replace(/[<>?*]/g, '')
      .replace(/ {2,}/g, ' '),
  );
}

/** Signs that turn the direction of writing can make `exe.fdp` read `pdf.exe`; line ends are spaces. */
const hidden = (sign: string): string => (sign === '\u2028' || sign === '\u2029' ? ' ' : '');

/** No file that is hidden, that a shell takes for an option or a home folder, or whose end Windows drops. */
const trimmed = (name: string): string => name.replace(/^[\s.~-]+|[\s.-]+$/g, '');

const longest = 120; // units of the decomposed form, which HFS+ stores; Windows counts the folder too, 260 in all
const mostBytes = 180; // of UTF-8; ext4 takes 255, and a browser may add " (1)"

/** Whole signs as a reader sees them, up to the last word that fits when that is not far back. */
function cut(name: string): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)) {
    const next = kept + segment;
    if (next.normalize('NFD').length > longest || new TextEncoder().encode(next).length > mostBytes) {
      const space = kept.lastIndexOf(' ');
      return trimmed(space > kept.length / 2 ? kept.slice(0, space) : kept);
    }
    kept = next;
  }
  return kept;
}

/** Names of devices, whatever follows their first dot; ¹ ² ³ count as digits there. */
const isReserved = (name: string): boolean =>
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i.test(name);
