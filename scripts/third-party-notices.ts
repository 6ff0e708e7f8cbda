import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.ts';

/** The notices of these packages, in order: name, version, licence and its text. */
export function noticesOf(packages: readonly string[]): string {
  const rule = `\n\n${'='.repeat(80)}\n\n`;
  const head = 'Lede is under the MIT licence. It ships with parts of these packages, each under its own:\n';
  const list = packages.map((name) => `- ${titleOf(name)}`).join('\n');
  const texts = packages.map((name) => `${titleOf(name)}\n\n${textOf(name)}`);
  return `${[`${head}\n${list}`, sourcesOfTheModel(), ...texts].join(rule)}\n`;
}

/** As its model card says; nothing of the sources is in the package but the weights they led to. */
function sourcesOfTheModel(): string {
  const card = readFileSync(join(root, 'assets', 'ner', 'MODEL.md'), 'utf8');
  const section = /## What it was made from\n+([\s\S]*?)(?=\n## |$)/.exec(card)?.[1];
  if (!section) throw new Error('assets/ner/MODEL.md no longer says what the model was made from');
  return `The name model (ner/en.ner) was made from:\n\n${section.trim()}`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
}

function titleOf(name: string): string {
  const { version, license } = manifestOf(name);
  if (!license) throw new Error(`${name} names no licence: it can't be shipped until that is known`);
  return `${name} ${version}: ${license}`;
}

function textOf(name: string): string {
  const folder = join(root, 'node_modules', name);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file)) : [];
  if (files.length > 0)
    return files
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim())
      .join('\n\n');
  const { author, license } = manifestOf(name);
  const by = typeof author === 'string' ? author : author?.name;
  return `The package comes without the text of its licence (${license})${by ? `; its author is ${by}` : ''}.`;
}
