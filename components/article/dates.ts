import { textOf } from './json-ld.ts';
import type { MetadataSources } from './metadata.ts';
import { isBoilerplateName, isCommentsName, nameOf } from './names.ts';
import { linesNearHeadline } from './near-headline.ts';
import { shortText } from './short-text.ts';

/** ISO 8601, with time and zone where the page gives them, or null. */
export function publishedTimeOf(sources: MetadataSources): string | null {
  const { article, jsonLd, meta, copy, url } = sources;
  return firstDate([
    () => textOf(article.datePublished) ?? textOf(article.dateCreated) ?? textOf(article.uploadDate),
    () =>
      meta(
        'article:published_time',
        'og:article:published_time',
        'datepublished',
        'parsely-pub-date',
        'sailthru.date',
        'publishdate',
        'publish_date',
        'publish-date',
        'pubdate',
        'publication_date',
        'article.published',
        'dc.date.issued',
        'dcterms.issued',
        'dcterms.created',
        'dc.date',
        'dc.date.created',
        'citation_publication_date',
        'citation_online_date',
        'citation_date',
        'originalpublicationdate',
        'publishtime',
      ),
    () => fromMarkup(copy, '[itemprop~=datePublished], time[pubdate], [property~=datePublished]'),
    () => textOf(jsonLd.find((node) => textOf(node.datePublished))?.datePublished),
    () => fromMarkup(copy, 'time'),
    () => fromMarkup(copy, '[class]', /publish|date|byline|time|meta|info/i),
    () => fromText(copy),
    () =>
      meta('date', 'last-modified') ??
      /\/((?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2})(?:\/|$|-)/.exec(url)?.[1] ??
      null,
  ]);
}

export function modifiedTimeOf({ article, meta, copy }: MetadataSources): string | null {
  return firstDate([
    () => textOf(article.dateModified),
    () =>
      meta(
        'article:modified_time',
        'og:updated_time',
        'datemodified',
        'dcterms.modified',
        'last-modified',
        'revised',
      ),
    () => fromMarkup(copy, '[itemprop~=dateModified]'),
  ]);
}

function firstDate(sources: readonly (() => string | null | undefined)[]): string | null {
  for (const source of sources) {
    const date = isoOf(source());
    if (date) return date;
  }
  return null;
}

/** The first date among elements of that kind that do not belong to comments or lists of other pages. */
function fromMarkup(copy: Document, selector: string, name?: RegExp): string | null {
  const named = [...copy.querySelectorAll(selector)].filter(
    (element) => !name || name.test(`${element.getAttribute('class')} ${element.id}`),
  );
  for (const element of named.slice(0, 40)) {
    if (isElsewhere(element)) continue;
    const said = [
      element.getAttribute('datetime'),
      element.getAttribute('content'),
      element.getAttribute('title'),
    ];
    for (const value of [...said, shortText(element, 200)]) if (isoOf(value)) return value!;
  }
  return null;
}

function isElsewhere(element: Element): boolean {
  for (let outer: Element | null = element; outer; outer = outer.parentElement) {
    if (/^(?:aside|footer|nav)$/.test(outer.localName)) return true;
    const name = nameOf(outer);
    if (isCommentsName(name) || /related|recirc|teaser|card|sidebar|most-read|popular|event/.test(name))
      return true;
    if (isBoilerplateName(name) && !/author|by-?line|post-|entry-|article-/.test(name)) return true;
  }
  return false;
}

const fromText = (copy: Document): string | null =>
  linesNearHeadline(copy, isElsewhere).find((line) => isoOf(line)) ?? null;

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan ene gen janv januar januari january enero gennaio janvier janeiro styczeń stycznia января',
    'feb fév fev febr februar februari february febrero febbraio février fevereiro luty lutego февраля',
    'mar mär mrz maart mars march märz marzo março marzec marca марта',
    'apr abr avr april abril aprile avril kwiecień kwietnia апреля',
    'may mai mei maj mag mayo maggio maio maja мая',
    'jun giu juin juni june junio giugno junho czerwiec czerwca июня',
    'jul lug juil juli july julio luglio julho juillet lipiec lipca июля',
    'aug ago aoû août aug. august augusti augustus agosto sierpień sierpnia августа',
    'sep set sept sett september septiembre settembre septembre setembro wrzesień września сентября',
    'oct okt ott out oktober october octubre ottobre octobre outubro październik października октября',
    'nov november noviembre novembre novembro listopad listopada ноября',
    'dec dez dic déc dezember december diciembre dicembre décembre dezembro grudzień grudnia декабря',
  ].flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
);

/** A date as pages write it, as ISO 8601; null when it is none or its order of day and month can't be told. */
export function isoOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const iso =
    /(?:^|\D)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/i.exec(
      text,
    );
  if (iso) return built(iso[1], iso[2], iso[3], iso[4], iso[5]);
  const han = /((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?(?:\s*(\d{1,2}:\d\d(?::\d\d)?))?/.exec(
    text,
  );
  if (han) return built(han[1], han[2], han[3], han[4]);
  const clock = /\b(\d{1,2}:\d\d:\d\d)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)/.exec(text);
  const named =
    /(?:^|[^\p{L}\d])(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+((?:19|20)\d\d)(?!\d)/iu.exec(
      text,
    ) ??
    swapped(
      /(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]*(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?((?:19|20)\d\d)(?!\d)/iu.exec(
        text,
      ),
    );
  const month = named && months[named[1]!.toLowerCase()];
  if (named && month) return built(named[3], String(month), named[2], clock?.[1], clock?.[2]);
  return fromNumbers(text) ?? fromSeconds(text);
}

const swapped = (match: RegExpExecArray | null): string[] | null =>
  match && [match[0], match[2]!, match[1]!, match[3]!];

/** `25.9.2025` has the day first, `9/25/2025` the month, `9/5/2025` too, as sites that write so mostly are American. */
function fromNumbers(text: string): string | null {
  const match = /(?:^|\D)(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)\d\d)(?!\d)/.exec(text);
  if (!match) return null;
  const dayFirst = match[2] === '.' || Number(match[1]) > 12;
  return dayFirst ? built(match[4], match[3], match[1]) : built(match[4], match[1], match[3]);
}

function fromSeconds(text: string): string | null {
  if (!/^1[0-9]{9}(?:\d{3})?$/.test(text.trim())) return null;
  const value = Number(text);
  return new Date(value < 1e11 ? value * 1000 : value).toISOString();
}

function built(year?: string, month?: string, day?: string, time?: string, zone?: string): string | null {
  if (!Number(month) || Number(month) > 12 || !Number(day) || Number(day) > 31) return null;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  if (!time) return date;
  const offset = !zone ? '' : /[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z';
  return `${date}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : time.length, '0')}${offset}`;
}
