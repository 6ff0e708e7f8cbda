// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom. A folder that is not here has no place in the house yet. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  entrypoints: ['view', 'entities', 'article', 'options', 'session'],
  view: ['exports', 'entities', 'article', 'options', 'session'],
  exports: ['entities', 'article'],
  entities: ['article'],
  session: ['article'],
  article: [],
  options: [],
  training: ['entities', 'article'],
};

const preactFolders = ['view', 'entrypoints'];

/** Where the browser is asked or what it stores is kept; everything else is given what it needs. */
const browserPlaces = [
  /^entrypoints\//,
  /^components\/options\//,
  /^components\/session\//,
  /^components\/article\/from-tab\.ts$/,
];

/** Text in, data out: these can be run on any machine at any time with the same result. */
const pureFolders = ['article', 'entities', 'exports'];

/**
 * Ways from markup to a document. None leads to a living one, for `mount` appends a fragment that the sanitiser made;
 * `inert` writes to a document that no window shows.
 */
const inertDoor = 'components/article/inert.ts';
const doors =
  /\.(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe|\bsrcdoc\b\s*=/;

const root = join(import.meta.dirname, '..');
const tops = ['components', 'entrypoints', 'training'].filter((top) => existsSync(join(root, top)));
const files = tops.flatMap(sourcesIn);

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(10);
  });

  it.each(files)('$path imports only what its folder may', ({ path, folder, imports }) => {
    expect(mayImport, `${folder} has no rule`).toHaveProperty([folder]);
    const foreign = imports
      .filter((from) => from.startsWith('.'))
      .map((from) => folderOf(normalize(join(dirname(path), from))))
      .filter((other) => other !== null && other !== folder && !mayImport[folder]!.includes(other));
    expect(foreign).toEqual([]);
  });

  it.each(files)('$path names the file it imports', ({ imports }) => {
    const vague = imports.filter(
      (from) => from.startsWith('.') && !/\.(tsx?|css|json|bin|js)(\?\w+)?$/.test(from),
    );
    expect(vague).toEqual([]);
  });

  it('leads one way: no file reaches itself through what it imports', () => {
    expect(cycles()).toEqual([]);
  });

  it('has no barrels', () => {
    const barrels = files.filter(({ text }) => /^export (\*|type \*) from/m.test(text));
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it('keeps Preact to the views', () => {
    const users = files.filter(({ imports }) => imports.some((from) => /^(@?preact)(\/|$)/.test(from)));
    const elsewhere = users.filter(({ folder }) => !preactFolders.includes(folder));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('asks the browser only at its edges', () => {
    const asking = files.filter(
      ({ imports, code }) =>
        imports.includes('#imports') || /(?<![\w.'-])(browser|chrome)\.[a-z]+(\.|\()/.test(code),
    );
    const elsewhere = asking.filter(({ path }) => !browserPlaces.some((place) => place.test(path)));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('keeps clock, chance and network out of what is pure', () => {
    const pure = files.filter(
      ({ folder, path }) => pureFolders.includes(folder) && !browserPlaces.some((place) => place.test(path)),
    );
    const impure = pure.filter(({ code }) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|XMLHttpRequest|performance\.now\(/.test(code),
    );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('has no second door from markup to the document', () => {
    expect(files.filter(({ code }) => doors.test(code)).map(({ path }) => path)).toEqual([inertDoor]);
  });

  it('listens to no messages but those of its own worker', () => {
    const ears = /onMessage\b|onConnect\b|MessageExternal|ConnectExternal|addEventListener\(\s*['"]message/;
    expect(files.filter(({ code }) => ears.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('makes no code from text', () => {
    const makers = /\beval\(|\bnew Function\b|setTimeout\(\s*['"`]/;
    expect(files.filter(({ code }) => makers.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('knows a door when it sees one', () => {
    for (const line of ['a.innerHTML = b', 'a.outerHTML += b', '<p dangerouslySetInnerHTML={x} />'])
      expect(line).toMatch(doors);
    for (const line of ['const html = a.innerHTML;', 'a.innerHTML === b']) expect(line).not.toMatch(doors);
  });
});

interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  /** Step of the pipeline or other folder of the rules. */
  readonly folder: string;
  readonly text: string;
  /** Without comments and strings of prose. */
  readonly code: string;
  readonly imports: readonly string[];
}

function sourcesIn(top: string): Source[] {
  return readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
      const text = readFileSync(join(root, path), 'utf8');
      return { path, folder: folderOf(path)!, text, code: withoutComments(text), imports: importsOf(text) };
    });
}

function folderOf(path: string): string | null {
  const [top, second] = path.split(sep).join('/').split('/');
  if (top === 'components') return second ?? null;
  return top === 'entrypoints' || top === 'training' ? top : null;
}

function importsOf(text: string): string[] {
  const lines = text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g);
  const bare = text.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g);
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [...lines, ...bare, ...dynamic].map((match) => match[1]!);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Types are gone when the code runs, so two files may speak of each other's. */
function cycles(): string[] {
  const next = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text.replace(/^import type\b/gm, ''))
        .filter((from) => from.startsWith('.'))
        .map((from) =>
          normalize(join(dirname(path), from))
            .split(sep)
            .join('/'),
        ),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const other of next.get(path) ?? []) visit(other, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}
