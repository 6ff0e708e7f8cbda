import { textOf } from './json-ld.ts';
import type { MetadataSources } from './metadata.ts';
import { isCommentsName, nameOf } from './names.ts';

/** The headline as the page shows it when what it declares bears it out, else as declared; without the site's name. */
export function titleOf({ copy, url, article, meta, siteName }: MetadataSources): string {
  const sites = [siteName, hostName(url), meta('application-name')]
    .map(lettersOf)
    .filter((name) => name.length > 2);
  const declared = [
    meta('og:title'),
    copy.querySelector('title')?.textContent,
    textOf(article.headline),
    meta('twitter:title', 'dc.title', 'title', 'citation_title'),
  ]
    .map((title) => withoutSite(oneLine(title), sites))
    .filter(Boolean);
  const shown = [...copy.querySelectorAll('h1')]
    .filter((heading) => !heading.closest('nav, aside, footer, dialog') && !isCommentsName(nameOf(heading)))
    .slice(0, 20)
    .map((heading) => oneLine(lineText(heading)))
    .filter((title) => title.length > 1);
  return shownAndDeclared(shown, declared, sites) ?? declared[0] ?? shown[0] ?? '';
}

/** The heading most like something declared, or null when none is much like it. */
function shownAndDeclared(
  shown: readonly string[],
  declared: readonly string[],
  sites: readonly string[],
): string | null {
  let best: string | null = null;
  let most = 0.45;
  for (const heading of shown) {
    if (sites.includes(lettersOf(heading))) continue;
    const likeness = Math.max(0, ...declared.map((title) => likenessOf(heading, title)));
    if (likeness > most) [most, best] = [likeness, heading];
  }
  return best && withoutKnownSite(best, sites);
}

/** Shared words over all words of two titles. */
function likenessOf(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  const [short, long] = [lettersOf(one), lettersOf(other)];
  if (short.length > 7 && (long.startsWith(short) || long.endsWith(short))) return 0.9;
  return shared / (a.size + b.size - shared || 1);
}

const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? [...word] : [word],
    ),
  );

const divider = /(\s+[|–—\-·•»«:~/]+\s+|\s*:\s+|\s*[|»｜_]\s*|\s*——?\s*(?=\S{2,12}$))/u;

/** Takes the site's name off either end; a name that is not known goes when the rest is clearly the longer. */
function withoutSite(title: string, sites: readonly string[]): string {
  const known = withoutKnownSite(title, sites);
  if (known !== title) return known;
  const parts = title.split(divider);
  if (parts.length < 3) return title;
  const head = parts.slice(0, -2).join('').trim();
  const tail = parts.at(-1)!;
  if (/^\s*[:/]/.test(parts.at(-2)!)) return title;
  return wordsOf(head).size >= 3 && wordsOf(tail).size <= Math.min(5, wordsOf(head).size) ? head : title;
}

function withoutKnownSite(title: string, sites: readonly string[]): string {
  let parts = title.split(divider);
  while (parts.length >= 3 && isSite(parts.at(-1)!, sites)) parts = parts.slice(0, -2);
  while (parts.length >= 3 && isSite(parts[0]!, sites)) parts = parts.slice(2);
  return parts.join('').trim();
}

function isSite(part: string, sites: readonly string[]): boolean {
  const letters = lettersOf(part);
  if (letters.length < 2) return letters.length === 0;
  return sites.some(
    (site) =>
      site === letters ||
      (letters.length > 3 && site.includes(letters)) ||
      (site.length > 4 && letters.startsWith(site)) ||
      (site.length > 5 && letters.length < 2.5 * site.length && letters.includes(site)),
  );
}

/** The telling part of a host: `news.example.co.uk` gives `example`. */
export function hostName(url: string): string {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? '';
  if (/^[\d.]+$/.test(host)) return '';
  const labels = host.toLowerCase().split('.');
  const short = labels.length > 2 && labels.at(-2)!.length <= 3 && labels.at(-1)!.length <= 3;
  return labels.at(short ? -3 : -2) ?? '';
}

const lettersOf = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Text of a heading; `<br>` and inner boxes divide words. */
function lineText(node: Node): string {
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.nodeValue;
    else if (child.nodeType === 1 && !/^(?:script|style|svg|button)$/.test((child as Element).localName))
      text += /^(?:br|div|p)$/.test((child as Element).localName) ? ` ${lineText(child)} ` : lineText(child);
  }
  return text;
}
