import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '../components/entities/model.ts';
import { recognise } from '../components/entities/recognise.ts';
import { settleLabels } from '../components/entities/settle.ts';

/**
 * `npm run -s annotate -- FILE.txt` (`-` reads stdin): a line of JSON for each line of the file that is not empty,
 * `{"text","mentions":[{"start","end","label"}]}`, the file taken as one article. Offsets are UTF-16 code units.
 */
const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length)
  stop('Give one file of plain text, or - for standard input: npm run -s annotate -- FILE.txt');
const input = read(file);
const loaded = loadModel(readFileSync(join(import.meta.dirname, '..', 'assets', 'ner', 'en.ner')));
if (!loaded.ok) stop(`The model cannot be used (${loaded.reason}): make it again with npm run train.`);
const blocks = input
  .replace(/^\ufeff/, '')
  .split(/\r?\n/)
  .filter((line) => line.trim())
  .map((text) => ({ text, kind: 'paragraph' as const }));
const mentions = settleLabels(blocks, recognise(blocks, loaded.value));
for (const [index, { text }] of blocks.entries()) {
  const own = mentions.filter(({ block }) => block === index);
  process.stdout.write(
    `${JSON.stringify({ text, mentions: own.map(({ start, end, label }) => ({ start, end, label })) })}\n`,
  );
}

function read(name: string): string {
  try {
    return readFileSync(name === '-' ? 0 : name, 'utf8');
  } catch (error) {
    return stop(`${name} cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
}

function stop(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}
