import { htmlOf } from './page-set.ts';
import { doms, type ReaderName, type Reading, readWith } from './readers.ts';

/** One page for one reader; the answer bears the same names. */
export interface Job {
  readonly id: string;
  readonly file: string;
  readonly url: string;
  readonly reader: ReaderName;
}

export interface Answer {
  readonly id: string;
  readonly reader: ReaderName;
  readonly reading: Reading | null;
  readonly error: string | null;
}

// Runs as a child process, so that a reader that hangs or dies takes only one page with it.
for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = () => {};
// Defuddle and Postlight leave promises behind that fail; that is their page's affair.
process.on('unhandledRejection', () => {});
const open = doms[process.argv[2] ?? 'linkedom']!;

process.on('message', async ({ id, file, url, reader }: Job) => {
  let reading: Reading | null = null;
  let error: string | null = null;
  try {
    reading = await readWith(reader, htmlOf(file), url, open);
  } catch (thrown) {
    error = String((thrown as Error)?.stack ?? thrown).slice(0, 600);
  }
  process.send!({ id, reader, reading, error } satisfies Answer);
});
process.send!('ready');
