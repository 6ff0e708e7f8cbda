import { spawn } from 'node:child_process';
import { constants } from 'node:os';
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
  const kill = () => void child.kill();
  process.once('exit', kill);
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', kill);
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** A failure a person can meet: its message is all that is printed. */
export class Told extends Error {
  constructor(message: string, options?: ErrorOptions & { exitCode?: number }) {
    super(message, options);
    this.exitCode = options?.exitCode ?? 1;
  }

  readonly exitCode: number;
}

/** Runs the main of a command to its exit code. Being told to end runs what else has to end with it. */
export async function command(main: () => Promise<number>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
