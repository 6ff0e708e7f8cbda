import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Told } from './steps.ts';

/** What the project drives: two browsers, and what a real key press on Linux needs. */
export type Need = 'chromium' | 'firefox' | 'display';

/** Paths of what was asked for. */
export type Found = Record<Need, string>;

interface Kind {
  /** How a sentence calls it. */
  readonly title: string;
  /** Environment variable that overrides the search. */
  readonly variable: string | null;
  /** Commands looked for on PATH, the first is what apt installs. */
  readonly commands: readonly string[];
  /** Usual places outside PATH, by platform. */
  readonly places: Partial<Record<NodeJS.Platform, readonly string[]>>;
  /** Every one of these must be there too. */
  readonly alongside: readonly string[];
  readonly debian: readonly string[];
  readonly elsewhere: string;
}

const fonts = ['fonts-dejavu-core', 'fonts-liberation', 'fonts-noto-core'];

const kinds: Record<Need, Kind> = {
  chromium: {
    title: 'Chromium or Google Chrome',
    variable: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    places: {
      darwin: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        'C:/Program Files/Google/Chrome/Application/chrome.exe',
        'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
        'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
      ],
    },
    alongside: [],
    debian: ['chromium', ...fonts],
    elsewhere: 'https://www.google.com/chrome',
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: [
        'C:/Program Files/Mozilla Firefox/firefox.exe',
        'C:/Program Files (x86)/Mozilla Firefox/firefox.exe',
      ],
    },
    alongside: [],
    debian: ['firefox-esr', 'dbus-x11', ...fonts],
    elsewhere: 'https://www.mozilla.org/firefox',
  },
  display: {
    title: 'a virtual display (Xvfb, openbox, xdotool)',
    variable: null,
    commands: ['Xvfb'],
    places: {},
    alongside: ['openbox', 'xdotool'],
    debian: ['xvfb', 'xdotool', 'xauth', 'openbox', 'x11-utils'],
    elsewhere: 'it exists on Linux only',
  },
};

/**
 * Finds what is asked for, and installs what is missing where that can be done unasked: on Debian and its kin, as root.
 * Throws `Told` with the command to type otherwise.
 */
export function ensureBrowsers<Asked extends Need>(needs: readonly Asked[]): Pick<Found, Asked> {
  const missing = needs.filter((need) => !find(need));
  if (missing.length > 0) install(missing);
  const found: Partial<Found> = {};
  for (const need of needs) found[need] = find(need) ?? notFound([need]);
  return found as Pick<Found, Asked>; // every key was set in the loop above
}

/** Path of the program, or null. A variable that names a file that is not there is a mistake to be told, not passed over. */
export function find(need: Need): string | null {
  const kind = kinds[need];
  const named = kind.variable ? process.env[kind.variable] : undefined;
  if (named && !existsSync(named)) throw new Told(`${kind.variable} is ${named}, and no file is there.`);
  if (named) return named;
  if (!kind.alongside.every((command) => onPath([command]))) return null;
  return (
    onPath(kind.commands) ?? (kind.places[process.platform] ?? []).find((path) => existsSync(path)) ?? null
  );
}

function onPath(commands: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const command of commands)
    for (const folder of folders)
      for (const ending of endings) {
        const path = join(folder, command + ending);
        if (isProgram(path)) return path;
      }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not ours to run
  }
}

function install(missing: readonly Need[]): void {
  const apt = onPath(['apt-get']);
  if (!apt || process.getuid?.() !== 0) notFound(missing);
  const packages = packagesOf(missing);
  process.stderr.write(`lede: installing ${packages.join(' ')} with apt (about a minute)\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ];
  for (const step of steps) {
    const { status } = spawnSync(apt, step, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0)
      throw new Told(
        `apt-get ${step[0]} failed; its words are above. By hand: apt-get install ${packages.join(' ')}`,
      );
  }
}

function notFound(missing: readonly Need[]): never {
  const titles = missing.map((need) => kinds[need].title).join(' and ');
  const lines = [`${titles}: not found on this machine.`];
  if (onPath(['apt-get']))
    lines.push(`  install: sudo apt-get install --no-install-recommends ${packagesOf(missing).join(' ')}`);
  else for (const need of missing) lines.push(`  install ${kinds[need].title}: ${kinds[need].elsewhere}`);
  for (const need of missing)
    if (kinds[need].variable) lines.push(`  or name one: ${kinds[need].variable}=/path/to/it`);
  throw new Told(lines.join('\n'));
}

function packagesOf(needs: readonly Need[]): string[] {
  return [...new Set(needs.flatMap((need) => kinds[need].debian))];
}
