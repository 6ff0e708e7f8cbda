/**
 * How much of a page is read. Pages are written by strangers: each limit lies far above any article known to us and
 * below what stalls a tab, as measured with `npm run bench:stress`. Where one is met the rest is left out, and the
 * reader is told that something is missing.
 */
export const limits = {
  /** Elements of a page. Beyond them it is not read at all: which part is the article can't be told from a piece. */
  elements: 50_000,
  /** Elements within each other, beyond which a page is not read. Parsers of HTML stop at 512, those of XML do not. */
  deepest: 800,
  /**
   * Elements within each other that keep their structure; what lies deeper is laid out as if it lay there. Each costs
   * stack at every step of reading, and real pages stay under 60.
   */
  depth: 200,
  /** Characters of text: some 170,000 words, a thick novel. Laying it out is what takes the time. */
  text: 1_000_000,
  /**
   * Characters in one run without a break; longer ones are broken into paragraphs, between words. A browser lays a
   * paragraph out as one, and again at each mark that is put into it.
   */
  run: 20_000,
  /** Characters of an article beyond which its blocks are laid out only when they come near the window. */
  laidOut: 100_000,
  /** Attributes of one element: the sanitiser's time grows with the square of their number. */
  attributes: 64,
  /** Characters of an attribute: pictures written out in full are the longest that are of use. */
  attribute: 500_000,
  /** Characters of a class or id, which are searched for words over and over. */
  name: 1_000,
  /**
   * Characters of a title or another line of metadata: expressions that go over it step back and forth, and at 20,000
   * Firefox runs out of stack.
   */
  line: 2_000,
  /** Characters of an address. */
  address: 20_000,
  /** Characters of a script that carries data about the page. */
  data: 1_000_000,
  /** Authors of one article. */
  authors: 50,
  /** Characters of markup that the extension takes from a tab or from storage. */
  html: 12_000_000,
  /** Mentions marked in a text: each is an element or more, with styles of its own. */
  marks: 5_000,
} as const;
