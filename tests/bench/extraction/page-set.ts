import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What people said about a page: its text, or snippets that must and must not be in it, and its metadata. */
export interface Gold {
  readonly dataset: string;
  readonly url?: string;
  readonly lang?: string;
  readonly text?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly st?: Readonly<Record<string, number>>;
}

export interface GoldPage {
  /** `<dataset>/<name>` */
  readonly id: string;
  readonly gold: Gold;
  readonly file: string;
  /** Pages we look at while tuning, and pages that only check what was tuned; told apart by a hash of the id. */
  readonly half: 'tuning' | 'checking';
}

/** Data sets of the headline figure: those with gold made by people for articles. */
export const headlineSets = ['zyte', 'news4k', 'wcxb-article', 'trafi', 'zh'];
export const allSets = [...headlineSets, 'wcxb-doc', 'wcxb-forum', 'moz'];

/** All pages of a folder with `gold.json.gz` and `pages/<dataset>/<name>.html.gz`, or null when there is none. */
export function pagesIn(root: string): GoldPage[] | null {
  const goldFile = join(root, 'gold.json.gz');
  if (!existsSync(goldFile)) return null;
  const gold: Record<string, Gold> = JSON.parse(gunzipSync(readFileSync(goldFile)).toString('utf8'));
  return Object.keys(gold)
    .sort()
    .map((id) => ({ id, gold: gold[id]!, file: join(root, 'pages', `${id}.html.gz`), half: halfOf(id) }))
    .filter(({ file }) => existsSync(file));
}

export const halfOf = (id: string): GoldPage['half'] =>
  createHash('sha1').update(`half/${id}`).digest()[0]! % 2 ? 'checking' : 'tuning';

export const htmlOf = (file: string): string => gunzipSync(readFileSync(file)).toString('utf8');
