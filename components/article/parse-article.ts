import type { Article, Completeness, Doubt, LeadImage, Scope } from './article.ts';
import { limits } from './limits.ts';

const scopes: readonly Scope[] = ['article', 'wider', 'page', 'selection'];
const doubts: readonly Doubt[] = ['short-of-page', 'headline-apart', 'paywall', 'candidates-disagree', 'cut'];

/**
 * The article in a message from a tab or in storage, or null when it has not the shape of one.
 *
 * Both are hostile: only known keys of the right type come through, cut to their limits. `html` stays untrusted.
 */
export function parseArticle(message: unknown): Article | null {
  if (!isRecord(message)) return null;
  const { url, title, html, text } = message;
  if (
    typeof url !== 'string' ||
    typeof title !== 'string' ||
    typeof html !== 'string' ||
    typeof text !== 'string'
  )
    return null;
  return {
    url: url.slice(0, limits.address),
    title: title.slice(0, limits.line),
    byline: line(message.byline),
    authors: lines(message.authors),
    siteName: line(message.siteName),
    section: line(message.section),
    publishedTime: time(message.publishedTime),
    modifiedTime: time(message.modifiedTime),
    lang: language(message.lang),
    dir: message.dir === 'ltr' || message.dir === 'rtl' ? message.dir : null,
    excerpt: line(message.excerpt),
    leadImage: leadImage(message.leadImage),
    html: html.slice(0, limits.html),
    text: text.slice(0, limits.text),
    words: count(message.words),
    scope: scopes.find((scope) => scope === message.scope) ?? 'article',
    completeness: completeness(message.completeness),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function line(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.slice(0, limits.line) : null;
}

function lines(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, limits.authors)
    .map(line)
    .filter((item) => item !== null);
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : 0;
}

function time(value: unknown): string | null {
  return typeof value === 'string' && value.length < 64 && !Number.isNaN(Date.parse(value)) ? value : null;
}

function language(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value) ? value : null;
}

function leadImage(value: unknown): LeadImage | null {
  if (!isRecord(value) || typeof value.src !== 'string' || !/^https?:/i.test(value.src)) return null;
  const src = value.src.slice(0, limits.address);
  if (!URL.canParse(src)) return null;
  return {
    src,
    alt: line(value.alt) ?? '',
    caption: line(value.caption),
    credit: line(value.credit),
  };
}

function completeness(value: unknown): Completeness {
  if (!isRecord(value) || value.status !== 'uncertain' || !Array.isArray(value.reasons))
    return { status: 'complete' };
  const given = value.reasons;
  return { status: 'uncertain', reasons: doubts.filter((doubt) => given.includes(doubt)) };
}
