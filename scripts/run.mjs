#!/usr/bin/env node
// Every npm script passes through here. Plain JavaScript for old Nodes: it finds or fetches a Node that is new enough
// (from the npm registry, the only network we count on), installs packages when the lock file changed, and runs
// scripts/<name>.ts with it, or the tool of that name. All it says goes to stderr: stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = '22.23.3';
const minimum = [22, 22, 2];
const windows = process.platform === 'win32';
const quietInstall = ['--no-audit', '--no-fund', '--loglevel=error'];

const [name, ...args] = process.argv.slice(2);
if (!name) stop('name a script, such as: node scripts/run.mjs test');

const node = findNode();
const env = environmentWith(node);

if (name === '--prepare') {
  prepare();
  if (process.env.npm_lifecycle_event === 'postinstall') stampPackages(); // npm has just put them there
} else {
  if (!isInstalled()) install();
  await hand(name, args);
}

/** Runs the command in our place: our output, our signals, our exit code. */
async function hand(name, args) {
  const script = join(root, 'scripts', `${name.replaceAll(':', '-')}.ts`);
  const child = existsSync(script)
    ? spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: 'inherit', env })
    : spawn(windows ? `${name}.cmd` : name, args, { cwd: root, stdio: 'inherit', env, shell: windows });
  // Ctrl+C reaches the whole group by itself; the others are sent to us alone.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`${name}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** Path of a Node that is new enough: this one, or one from npm kept in .node/. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const packageName = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const home = join(root, '.node');
  const path = join(home, 'node_modules', packageName, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(path)) return path;

  say(`Node ${process.version} is too old; fetching ${packageName}@${wanted} from npm into .node/`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}\n');
  const fetched = npm(['install', ...quietInstall, `${packageName}@${wanted}`], home, process.env) === 0;
  if (!fetched || spawnSync(path, ['--version']).status !== 0)
    stop(
      `could not get a Node that runs here. Install ${minimum.join('.')} or newer by hand (https://nodejs.org) and try again.`,
    );
  return path;
}

function isNewEnough(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  for (let i = 0; i < 3; i++) if (parts[i] !== minimum[i]) return parts[i] > minimum[i];
  return true;
}

/** Ours with that Node and the packages' commands first. Windows spells the variable as it likes. */
function environmentWith(node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [dirname(node), join(root, 'node_modules', '.bin'), process.env[key] ?? ''];
  return { ...process.env, [key]: folders.join(delimiter) };
}

/** True when the packages are those of the lock file, and the types WXT makes are there. */
function isInstalled() {
  return existsSync(stamp()) && readFileSync(stamp(), 'utf8') === lock() && existsSync(join(root, '.wxt'));
}

/** `--no-save` leaves the lock file as it is; `npm ci` would be the word, but it refuses locks of several platforms. */
function install() {
  say('installing packages (about half a minute the first time)');
  const status = npm(['install', '--no-save', '--ignore-scripts', ...quietInstall], root, env);
  if (status !== 0) stop('npm install failed; its words are above.', status);
  prepare();
  stampPackages();
}

/** Types that WXT makes from the configuration. */
function prepare() {
  const { status, stderr, stdout } = spawnSync(windows ? 'wxt.cmd' : 'wxt', ['prepare'], {
    cwd: root,
    env,
    shell: windows,
    encoding: 'utf8',
  });
  if (status !== 0) stop(`wxt prepare failed:\n${stdout}${stderr}`);
}

/** Notes the lock file that the packages were installed from. */
function stampPackages() {
  writeFileSync(stamp(), lock());
}

function stamp() {
  return join(root, 'node_modules', '.lede-lock');
}

function lock() {
  return readFileSync(join(root, 'package-lock.json'), 'utf8');
}

function npm(args, cwd, env) {
  const command = windows ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 2, 2], shell: windows });
  if (error) say(`${command}: ${error.message}`);
  return status ?? 1;
}

function say(line) {
  process.stderr.write(`lede: ${line}\n`);
}

function stop(line, status = 1) {
  say(line);
  process.exit(status);
}
