#!/usr/bin/env node
// Every npm script passes through here. Plain JavaScript for old Nodes: it finds or fetches a Node that is new enough
// (from the npm registry, the only network we count on), installs packages when the lock file changed, and runs
// scripts/<name>.ts with it. All it says goes to stderr: stdout belongs to the command.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = '22.23.3';
const minimum = [22, 22, 2];
const windows = process.platform === 'win32';

const say = (line) => process.stderr.write(`lede: ${line}\n`);

function isNewEnough(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  for (let i = 0; i < 3; i++) if (parts[i] !== minimum[i]) return parts[i] > minimum[i];
  return true;
}

/** Folder with a `node` that is new enough: this one, or one from npm kept in .node/. */
function nodeFolder() {
  if (isNewEnough(process.version)) return dirname(process.execPath);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const home = join(root, '.node');
  const bin = join(home, 'node_modules', name, 'bin');
  if (!existsSync(join(bin, windows ? 'node.exe' : 'node'))) {
    say(`Node ${process.version} is too old; fetching ${name}@${wanted} from npm into .node/`);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"private":true}\n');
    const { status } = spawnSync(
      windows ? 'npm.cmd' : 'npm',
      ['install', '--no-audit', '--no-fund', `${name}@${wanted}`],
      {
        cwd: home,
        stdio: ['ignore', 2, 2],
        shell: windows,
      },
    );
    if (status !== 0) {
      say(
        `Could not fetch it. Install Node ${minimum.join('.')} or newer by hand (https://nodejs.org) and try again.`,
      );
      process.exit(1);
    }
  }
  return bin;
}

const folder = nodeFolder();
const env = {
  ...process.env,
  PATH: `${folder}${delimiter}${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
};

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', ...options });
  if (error) say(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Installs packages when there are none, or when the lock file is not the one they were installed from. */
function installPackages() {
  const stamp = join(root, 'node_modules', '.lede-lock');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing packages (about half a minute the first time)');
  const status = run(
    windows ? 'npm.cmd' : 'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      stdio: ['ignore', 2, 2],
      shell: windows,
    },
  );
  if (status !== 0) {
    say('npm install failed; its words are above.');
    process.exit(status);
  }
  prepare();
  writeFileSync(stamp, readFileSync(join(root, 'package-lock.json'), 'utf8'));
}

/** Types that WXT generates from the configuration. */
function prepare() {
  const status = run(windows ? 'wxt.cmd' : 'wxt', ['prepare'], { stdio: ['ignore', 2, 2], shell: windows });
  if (status !== 0) process.exit(status);
}

const [name, ...args] = process.argv.slice(2);
if (name === '--prepare') {
  prepare();
} else {
  installPackages();
  const script = join(root, 'scripts', `${name.replace(':', '-')}.ts`);
  const status = existsSync(script)
    ? run(
        join(folder, windows ? 'node.exe' : 'node'),
        ['--disable-warning=ExperimentalWarning', script, ...args],
        { cwd: process.cwd() },
      )
    : run(windows ? `${name}.cmd` : name, args, { shell: windows });
  process.exit(status);
}
