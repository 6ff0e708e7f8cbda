// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'assets/locales');

/** Texts of a locale by key, `card.also` for `also` in `card`. */
type Texts = ReadonlyMap<string, string>;

const locales = readdirSync(folder).map((file) => ({
  locale: basename(file, '.yml'),
  texts: flatten(parse(readFileSync(join(folder, file), 'utf8'))) as Texts,
}));
const english = locales.find(({ locale }) => locale === 'en')!.texts;
const others = locales.filter(({ locale }) => locale !== 'en');

/** Keys with a form for each count: `mentions` for `mentions.other`. */
const plurals = [...english.keys()].filter((key) => key.endsWith('.other')).map((key) => key.slice(0, -6));
const isPlural = (key: string) => plurals.includes(key.replace(/\.\w+$/, ''));

const sources = ['components', 'entrypoints'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path: join(top, path), code: readFileSync(join(root, top, path), 'utf8') })),
);

describe('the locales', () => {
  it('are the ten that Lede speaks', () => {
    const ten = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt_BR'];
    expect(locales.map(({ locale }) => locale).sort()).toEqual(ten);
  });

  it.each(locales)('$locale has every text, and no other', ({ texts }) => {
    const keys = (all: Texts) => [...all.keys()].filter((key) => !isPlural(key)).sort();
    expect(keys(texts)).toEqual(keys(english));
  });

  it.each(locales)('$locale has the plural forms of its language', ({ locale, texts }) => {
    const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
    for (const key of plurals) {
      const forms = [...texts.keys()].filter((each) => each.startsWith(`${key}.`) && isPlural(each));
      expect(forms.sort()).toEqual(pluralCategories.map((category) => `${key}.${category}`).sort());
      expect(texts.get(`${key}.other`)).toContain('$1');
    }
  });

  it.each(locales)('$locale says what language it is', ({ locale, texts }) => {
    expect(texts.get('locale')).toBe(locale.replace('_', '-'));
  });

  it.each(others)('$locale puts the same things into its texts', ({ texts }) => {
    const places = (text: string | undefined) => [...new Set(text?.match(/\$\d/g))].sort();
    for (const [key, text] of english) {
      if (!isPlural(key)) expect(places(texts.get(key)), key).toEqual(places(text));
    }
  });

  it.each(others)('$locale leaves no sentence in English', ({ texts }) => {
    const same = [...texts].filter(([key, text]) => text === english.get(key) && text.split(' ').length > 3);
    expect(same).toEqual([]);
  });

  it.each(locales)('$locale fits what stores and browsers take', ({ texts }) => {
    expect(texts.get('extName')!.length).toBeLessThanOrEqual(75);
    expect(texts.get('extDescription')!.length).toBeLessThanOrEqual(132); // Chrome refuses more
  });

  it.each(locales)('$locale uses no straight quotation marks, and no three full stops', ({ texts }) => {
    const straight = [...texts].filter(([, text]) => /"|\.\.\.|\s'|'\s/.test(text));
    expect(straight).toEqual([]);
  });
});

describe('the sources', () => {
  const literals = new Set(sources.flatMap(({ code }) => code.match(/(?<=['"])[\w.-]+(?=['"])/g) ?? []));
  const templates = sources.flatMap(({ code }) => code.match(/(?<=`)[a-z]\w*\.[\w.]*\$\{[^`]*(?=`)/g) ?? []);
  const manifest = readFileSync(join(root, 'wxt.config.ts'), 'utf8');

  it('use every text', () => {
    const keys = [...english.keys()].map((key) => (isPlural(key) ? key.replace(/\.\w+$/, '') : key));
    const isUsed = (key: string) =>
      literals.has(key) ||
      manifest.includes(`__MSG_${key.replaceAll('.', '_')}__`) ||
      templates.some((template) => couldBe(template, key));
    expect([...new Set(keys)].filter((key) => !isUsed(key))).toEqual([]);
  });

  /** A template like `kinds.${kind}` stands for the keys whose changing part is written somewhere as a word. */
  function couldBe(template: string, key: string): boolean {
    const parts = template.split(/\$\{.*?\}/).map((part) => part.replaceAll('.', '\\.'));
    const match = new RegExp(`^${parts.join('(\\w+)')}$`).exec(key);
    return match?.slice(1).every((word) => literals.has(word)) ?? false;
  }

  const asked = sources.flatMap(({ code }) => [...code.matchAll(/\b(message|plural)\(\s*'([\w.]+)'/g)]);

  it('ask for texts that there are', () => {
    expect(asked.length).toBeGreaterThan(20);
    for (const [, kind, key] of asked) expect([...english.keys(), ...plurals], kind).toContain(key);
  });

  it('are seen to say words of their own', () => {
    expect(wordsSaid('<p title="One">Two {a ? "three" : `four`} · {1}</p>').sort()).toEqual([
      ...['One', 'Two', 'four', 'three'],
    ]);
    expect(wordsSaid('<p class="one" data-x="two">{message("three")} {a === "four" && b}</p>')).toEqual([]);
    expect(wordsSaid('element.textContent = "One"; element.setAttribute("aria-label", "Two")')).toEqual([
      ...['One', 'Two'],
    ]);
  });

  const views = sources.filter(({ path }) => /^(?:components\/view|entrypoints)/.test(path));
  it.each(views)('$path says no word of its own', ({ code }) => {
    expect(wordsSaid(code)).toEqual([]);
  });
});

function flatten(texts: object, path: readonly string[] = []): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[[...path, key].join('.'), value] as const]
        : [...flatten(value, [...path, key])],
    ),
  );
}

interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

const seenAttributes =
  /^(?:title|alt|label|placeholder|aria-(?:label|description|roledescription|valuetext))$/;
const seenProperties = /^(?:textContent|innerText|title|alt|placeholder|ariaLabel)$/;

/** Words in a source that a reader would see: text of elements, names of controls, text put into the document. */
function wordsSaid(code: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node)) return;
    for (const value of seenValues(node)) found.push(...valuesOf(value));
    for (const child of Object.values(node)) if (typeof child === 'object') visit(child);
  };
  visit(parseSync('source.tsx', code).program);
  return found.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
}

/** The nodes whose value is shown when this one runs. */
function seenValues(node: SyntaxNode): unknown[] {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return node.children as unknown[];
  if (node.type === 'JSXAttribute' && seenAttributes.test(nameOf(node.name))) return [node.value];
  if (node.type === 'AssignmentExpression') {
    const { property } = node.left as { property?: unknown };
    return seenProperties.test(nameOf(property)) ? [node.right] : [];
  }
  if (node.type === 'CallExpression') {
    const { property } = node.callee as { property?: unknown };
    const [name, value] = node.arguments as SyntaxNode[];
    if (nameOf(property) === 'setAttribute' && seenAttributes.test(String(name?.value))) return [value];
  }
  return [];
}

/** The texts that an expression can come out as. */
function valuesOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'JSXText':
      return [String(node.value)];
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw);
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return valuesOf(node.expression);
    case 'ConditionalExpression':
      return [...valuesOf(node.consequent), ...valuesOf(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^(?:\+|&&|\|\||\?\?)$/.test(String(node.operator))
        ? [...valuesOf(node.left), ...valuesOf(node.right)]
        : [];
    default:
      return [];
  }
}

const isNode = (node: unknown): node is SyntaxNode =>
  typeof node === 'object' && node !== null && typeof (node as SyntaxNode).type === 'string';

const nameOf = (node: unknown): string => (isNode(node) ? String(node.name) : '');
