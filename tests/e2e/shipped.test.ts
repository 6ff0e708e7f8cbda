import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Build, buildInto } from '../../scripts/build-into.ts';
import { root } from '../../scripts/steps.ts';
import { noticesOf } from '../../scripts/third-party-notices.ts';

describe.each(['chrome', 'firefox'] as const)('the package for %s', (target) => {
  const folders: string[] = [];
  const builds: Build[] = [];

  beforeAll(async () => {
    for (const _ of ['once', 'again']) {
      const folder = mkdtempSync(join(tmpdir(), 'lede-build-'));
      folders.push(folder);
      builds.push(await buildInto(folder, target));
    }
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('is the same byte for byte when it is built again', () => {
    const [first, second] = builds.map(({ folder }) => filesOf(folder));
    expect([...second!.keys()]).toEqual([...first!.keys()]);
    const changed = [...first!]
      .filter(([path, bytes]) => !bytes.equals(second!.get(path)!))
      .map(([path]) => path);
    expect(changed).toEqual([]);
  });

  it('names everyone whose work is in it, with their licences', () => {
    const notices = readFileSync(join(root, 'assets', 'public', 'THIRD-PARTY.txt'), 'utf8');
    expect(notices, 'run npm run third-party').toBe(noticesOf(builds[0]!.packages));
    expect(filesOf(builds[0]!.folder).get('THIRD-PARTY.txt')?.toString()).toBe(notices);
  });

  it('makes no code from text, and fetches none', () => {
    const scripts = [...filesOf(builds[0]!.folder)].filter(([path]) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    const bad =
      /\beval\(|\bnew Function\(|\bFunction\(["'`]|importScripts\(|\bimport\(\s*["'`]https?:|src\s*=\s*["'`]https?:\/\/[^"'`]+\.js/;
    const found = scripts.filter(([, bytes]) => bad.test(bytes.toString()));
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it('asks for four permissions and no site', () => {
    const manifest = JSON.parse(filesOf(builds[0]!.folder).get('manifest.json')!.toString());
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage']);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });
});

function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}
