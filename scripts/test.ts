// npm test: everything that must hold. The last line alone is "N passed, N failed".
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './built.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { command, runTool, say, Told } from './steps.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** What vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly FileReport[];
}

interface FileReport {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

const start = Date.now();
const reports = mkdtempSync(join(tmpdir(), 'lede-report-'));
const counts: Count[] = [];

await command(async () => {
  await step('format and lint', () => tool('biome', 'check', '--error-on-warnings', '.'));
  await step('types WXT makes', () => tool('wxt', 'prepare'));
  await step('types', () => tool('tsc', '--noEmit'));
  await step('unit tests', () => tests('unit', []));
  const isReady = [
    await step('browsers', async () => {
      ensureBrowsers(['chromium', 'firefox', 'display']);
      return one(true);
    }),
    await step('build for Chromium', () => build('chrome')),
    await step('build for Firefox', () => build('firefox')),
  ].every((ready) => ready);
  await step('end-to-end tests', async () => {
    if (isReady) return tests('e2e', ['--config', 'vitest.e2e.config.ts']);
    say('not run: they need both browsers and both builds');
    return one(false);
  });

  rmSync(reports, { recursive: true });
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  say(`took ${seconds(start)}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** Runs one step, counts it and says how it went; true when nothing failed. */
async function step(title: string, work: () => Promise<Count>): Promise<boolean> {
  say(`${title} …`);
  const begin = Date.now();
  const count = await work().catch((error: Error) => {
    process.stderr.write(`${error instanceof Told ? error.message : error.stack}\n`);
    return one(false);
  });
  counts.push(count);
  say(`${title}: ${count.passed} passed, ${count.failed} failed (${seconds(begin)})`);
  return count.failed === 0;
}

async function tool(name: string, ...args: string[]): Promise<Count> {
  return one((await runTool(name, args, { quiet: true })) === 0);
}

async function build(target: 'chrome' | 'firefox'): Promise<Count> {
  await built(target, { anew: true });
  return one(true);
}

/** Every test counts, and so does a file that failed outside its tests, or a run that ended badly for another reason. */
async function tests(name: string, args: readonly string[]): Promise<Count> {
  const file = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await runTool('vitest', ['run', ...args, ...reporters]);
  if (!existsSync(file)) return one(false);
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  const failed = report.numFailedTests + report.testResults.filter(failedOutsideItsTests).length;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/** It could not be loaded, or its browser did not start: its tests were then never run. */
function failedOutsideItsTests({ status, assertionResults }: FileReport): boolean {
  return status === 'failed' && assertionResults.every(({ status }) => status !== 'failed');
}

function one(passed: boolean): Count {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function seconds(since: number): string {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}
