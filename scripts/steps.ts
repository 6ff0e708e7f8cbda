import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Says what is being done; stdout is left to results. */
export function say(line: string): void {
  process.stderr.write(`lede: ${line}\n`);
}

/**
 * Runs a tool of the project and resolves with its exit code. What it writes goes to stderr, or nowhere unless it
 * fails when `quiet` is set.
 */
export function runTool(
  name: string,
  args: readonly string[],
  options: { quiet?: boolean } = {},
): Promise<number> {
  const windows = process.platform === 'win32';
  const child = spawn(windows ? `${name}.cmd` : name, args, {
    cwd: root,
    shell: windows,
    stdio: ['ignore', options.quiet ? 'pipe' : 2, options.quiet ? 'pipe' : 2],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** Runs the main of a command: an expected failure (an error with a sentence) is told in its words alone. */
export async function command(main: () => Promise<number>, ...expected: (new (...args: never[]) => Error)[]) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!expected.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
