/** An article page that carries a payload as its body and in every other place a page speaks of itself. */
export function hostilePage(payload: string): string {
  const attribute = escaped(payload);
  const filler = 'The council of the harbour town met on Friday, heard both sides, and put the vote off. ';
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: payload,
    alternativeHeadline: payload,
    description: payload,
    articleBody: `${payload} ${filler.repeat(5)} ${payload}`,
    articleSection: payload,
    datePublished: payload,
    dateModified: payload,
    inLanguage: payload,
    url: payload,
    image: { '@type': 'ImageObject', url: payload, caption: payload, creditText: payload },
    author: [{ '@type': 'Person', name: payload, url: payload }, payload],
    publisher: { '@type': 'Organization', name: payload, logo: payload },
  };
  return `<!doctype html>
<html lang="${attribute}" dir="${attribute}">
<head>
<meta charset="utf-8">
<title>${attribute}</title>
<link rel="canonical" href="${attribute}">
${[
  'author',
  'description',
  'og:title',
  'og:site_name',
  'og:description',
  'og:image',
  'og:image:alt',
  'og:locale',
  'og:url',
  'twitter:title',
  'article:author',
  'article:section',
  'article:published_time',
  'article:modified_time',
]
  .map((name) => `<meta ${name.includes(':') ? 'property' : 'name'}="${name}" content="${attribute}">`)
  .join('\n')}
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<article>
<h1>${attribute}</h1>
<p class="byline">By ${attribute} <time datetime="${attribute}">${attribute}</time></p>
<figure><img src="/harbour.png" alt="${attribute}" title="${attribute}"><figcaption>${attribute}</figcaption></figure>
<p>${filler.repeat(6)}</p>
<div>${payload}</div>
<noscript>${payload}</noscript>
<p>${filler.repeat(6)}</p>
<p>${filler.repeat(6)}</p>
</article>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** A stored article with the markup as its body; `text` gives the payload for each other field in turn. */
export function storedArticle(html: string, text: (field: number) => string) {
  let field = 0;
  const next = () => text(field++);
  return {
    url: `https://hostile.example/?q=${next()}`,
    title: next(),
    byline: next(),
    authors: [next(), next()],
    siteName: next(),
    section: next(),
    publishedTime: next(),
    modifiedTime: next(),
    lang: next(),
    dir: next(),
    excerpt: `${next()} ${'said again and again, so that it is long enough to be a standfirst '.repeat(2)}`,
    leadImage: { src: `https://hostile.example/${next()}`, alt: next(), caption: next(), credit: next() },
    html,
    text: next(),
    words: 100,
    scope: next(),
    completeness: { status: 'uncertain', reasons: [next(), 'paywall'] },
  };
}
