// npm run bench:stress [-- --page NAME --browser chromium|firefox]: huge and odd pages, read by a real click. Prints what each
// ends with and what it costs; ends with 1 when one costs more than it may, or leaves its reader without a word.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Endured, endure } from '../tests/bench/stress/endure.ts';
import { largePages } from '../tests/bench/stress/large-pages.ts';
import { launch } from '../tests/e2e/drivers/launch.ts';
import { startSite } from '../tests/e2e/site/server.ts';
import { built } from './built.ts';
import { command, root, say, Told } from './steps.ts';

/** CPU seconds of the tab and of our page together that a page may cost. */
const mostSeconds = 5;
/** The longest the tab may be deaf, in seconds of its CPU. */
const mostBusy = 1;

/** The page's own scripts and pictures are not what is measured. */
const inert = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" };

await command(async () => {
  const { values } = parseArgs({
    options: { page: { type: 'string' }, browser: { type: 'string', default: 'chromium' } },
  });
  const generator = join(root, '..', 'shared', 'security', 'stress.mjs');
  if (!existsSync(generator)) throw new Told(`The stress pages are not here (${generator}).`);
  if (values.browser !== 'chromium' && values.browser !== 'firefox')
    throw new Told(`--browser is chromium or firefox, not ${values.browser}`);
  await built(values.browser === 'chromium' ? 'chrome' : 'firefox');
  const folder = mkdtempSync(join(tmpdir(), 'lede-stress-'));
  execFileSync(process.execPath, [generator, folder]);
  const generated = readdirSync(folder).map((file) => ({
    name: basename(file, '.html'),
    body: () => readFileSync(join(folder, file)),
  }));
  const pages = [...generated, ...largePages].filter(
    ({ name }) => !values.page || name.includes(values.page),
  );
  const site = await startSite((path) => {
    const page = pages.find(({ name }) => path === `/${name}`);
    return page ? { type: 'text/html; charset=utf-8', body: page.body(), headers: inert } : null;
  });
  let failures = 0;
  console.log(`${cpus()[0]?.model.trim()} × ${cpus().length}; CPU seconds in all, and the longest task`);
  console.log(`${'page'.padEnd(28)}       CPU     tab   popup  ends with`);
  let launched = await launch(values.browser);
  for (const { name } of pages) {
    say(name);
    const result = await endure(launched.browser, `${site.origin}/${name}`).catch((error: Error) => error);
    const isFailure = result instanceof Error || isTooMuch(result);
    if (isFailure) failures++;
    console.log(
      `${isFailure ? '✗' : ' '} ${name.padEnd(26)} ${result instanceof Error ? result.message : line(result)}`,
    );
    if (!(result instanceof Error)) continue;
    await launched.quit();
    launched = await launch(values.browser);
  }
  await launched.quit();
  await site.close();
  rmSync(folder, { recursive: true });
  console.log(`${pages.length} pages, ${failures} that cost too much or say nothing`);
  return failures === 0 ? 0 : 1;
});

function isTooMuch({ seconds, longest, outcome }: Endured): boolean {
  return seconds > mostSeconds || longest.tab > mostBusy || outcome === '';
}

function line({ seconds, longest, outcome }: Endured): string {
  const figure = (value: number) => value.toFixed(2).padStart(7);
  return `${figure(seconds)} ${figure(longest.tab)} ${figure(longest.popup)}  ${outcome}`;
}
