import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** An X display nobody looks at, with a window manager and a hand: what is pressed here passes through the whole desktop. */
export interface Display {
  /** As DISPLAY wants it, ":99". */
  readonly name: string;
  /** Presses keys by their X names: "alt+shift+l". */
  press(keys: string): void;
  click(x: number, y: number): void;
  /** Title of the window that has the keyboard, or '' when none has. */
  focused(): string;
  stop(): void;
}

/** Starts Xvfb on a free number. `program` is its path; openbox and xdotool are taken from PATH. */
export async function startDisplay(program: string): Promise<Display> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(server)}`;
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn('openbox', [], { stdio: 'ignore', env });
  const hand = (...args: string[]) => execFileSync('xdotool', args, { env, encoding: 'utf8' }).trim();
  const stop = () => {
    manager.kill();
    server.kill();
  };
  process.once('exit', stop);
  return {
    name,
    press: (keys) => void hand('key', '--clearmodifiers', keys),
    click: (x, y) => void hand('mousemove', String(x), String(y), 'click', '1'),
    focused() {
      try {
        return hand('getwindowfocus', 'getwindowname');
      } catch {
        return ''; // xdotool fails when no window has the focus
      }
    },
    stop,
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  const stream = server.stdio[3] as Readable; // a pipe, by the spawn above
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)));
  });
}
