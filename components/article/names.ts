/**
 * What page authors call their boxes: class, id, role and label of an element in lower case, words divided by hyphens,
 * so that `relatedArticles`, `related_articles` and `related articles` are one.
 */
export function nameOf(element: Element): string {
  let name = known.get(element);
  if (name === undefined) {
    name = readName(element);
    known.set(element, name);
  }
  return name;
}

/** Names are asked for over and over, and copies of pages do not change theirs. */
const known = new WeakMap<Element, string>();

const telling = ['class', 'id', 'role', 'aria-label', 'data-testid', 'data-component', 'data-type'];

function readName(element: Element): string {
  let raw = '';
  for (const attribute of telling) {
    const value = element.getAttribute(attribute);
    if (value) raw += `${value} `;
  }
  if (!raw) return '';
  return cached(raw, () =>
    raw
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/_+/g, '-'),
  );
}

/** Boxes that never hold the article's own words. */
export const isBoilerplateName = tester([
  'newsletters?',
  'subscri(?:be|ption)s?',
  'sign-?up',
  'opt-?in',
  'shar(?:e|ing)(?:-?(?:bar|tools?|buttons?|links?|icons?|box|list))?',
  'social(?:-?(?:bar|links?|icons?|media|share|buttons?))?',
  'share-?this',
  'add-?this(?:-\\w+)*',
  'related(?:-?(?:articles?|stor(?:y|ies)|posts?|content|links?|news|items?|topics?|videos?))?',
  'recirc\\w*',
  'recommend\\w*',
  'read-?(?:next|more|also)',
  'also-?(?:like|read)',
  'you-?may(?:-\\w+)*',
  'more-?(?:from|stories|on|articles|news|posts|like)',
  'most-?(?:read|popular|viewed|commented)',
  'popular(?:-?(?:posts|articles|stories|news))?',
  'trending(?:-\\w+)?',
  'latest-?(?:news|posts|stories|articles)',
  'recent-?(?:posts|articles|news|comments)',
  'up-?next',
  'next-?(?:article|post|story)',
  'outbrain',
  'taboola',
  'bread-?crumbs?',
  'paginat(?:ion|or)',
  'pager',
  'cookies?(?:-?\\w+)*',
  'consent',
  'gdpr',
  'paywall',
  'author-?(?:bio|box|card|info|profile|about|details?|description)',
  'about-?(?:the-?)?author',
  'post-?(?:tags|author|nav\\w*|meta|share|footer)',
  'article-?(?:tags|meta|share|footer|actions|tools)',
  'entry-?(?:meta|footer|tags)',
  'tags?-?(?:list|links|cloud|container)',
  'topics?-?list',
  'promo\\w*',
  'advert\\w*',
  'ads',
  'ad-?(?:slot|unit|container|wrapper|block|box|banner|label)',
  'ads-?by-?google',
  'sponsor\\w*',
  'donat(?:e|ion)\\w*',
  'print-?only',
  'screen-?reader-?text',
  'visually-?hidden',
  'sr-?only',
  'skip-?(?:link|to-content)',
  'back-?to-?top',
  'toc',
  'table-?of-?contents',
  'app-?(?:promo|banner|download)',
  'call-?to-?action',
  'cta',
]);

export const isCommentsName = tester([
  'comments?(?:-?(?:list|area|section|wrap\\w*|container|form|thread|block))?',
  'respond',
  'comment-respond',
  'reader-?comments',
]);

export const isBodyName = tester([
  '(?:article|story|post|entry|content|news|page|main|blog)-?(?:body|content|text|copy|main|inner|container)(?:-?(?:content|text|inner|wrapper|container))?',
  'body-?(?:content|copy|text)',
  '(?:full|main)-?(?:content|text|article|story)',
  'rich-?text\\w*',
  'prose',
  'wysiwyg',
  'entry',
  'story',
  'td-post-content',
]);

export const isCaptionName = tester([
  '(?:\\w+-)?captions?(?:-?(?:text|container|wrapper))?',
  'wp-caption-text',
  '(?:image|photo|img|media|picture)-?(?:credits?|desc\\w*|caption|source|copyright)',
  'credits?',
  'legend',
]);

/** Boxes whose text lists other pages. */
export const isListingName = tester([
  'cards?',
  'teasers?',
  'promos?',
  'items?',
  'lists?',
  'feed',
  'module',
  'widget',
]);

export const isAuthorName = tester(['author\\w*', 'by-?line\\w*', 'bio', 'writer', 'contributors?']);

export const isDetailName = tester([
  'date\\w*',
  'time\\w*',
  'meta',
  'info',
  'categor(?:y|ies)',
  'labels?',
  'eyebrow',
  'kicker',
  'published',
  'timestamp',
  'source',
]);

/** Whole words between hyphens, or runs of them; what was found for a name is remembered, for names repeat. */
function tester(words: readonly string[]): (name: string) => boolean {
  const pattern = new RegExp(`(?:^|[\\s-])(?:${words.join('|')})(?=$|[\\s-])`);
  const known = new Map<string, boolean>();
  return (name) => {
    if (name.length < 2) return false;
    let found = known.get(name);
    if (found === undefined) {
      found = pattern.test(name);
      if (known.size > 5000) known.clear();
      known.set(name, found);
    }
    return found;
  };
}

const names = new Map<string, string>();

function cached(raw: string, make: () => string): string {
  let name = names.get(raw);
  if (name === undefined) {
    name = make();
    if (names.size > 5000) names.clear();
    names.set(raw, name);
  }
  return name;
}
