// npm run bench:hostile [-- --payloads FILE.jsonl.gz --sample N --browser chromium|firefox]: hostile markup through the
// built extension in real browsers. Ends with 1 when anything got through, or when the traps can't be seen to spring.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../tests/e2e/drivers/browser.ts';
import { browserNames, launch } from '../tests/e2e/drivers/launch.ts';
import { runBare } from '../tests/e2e/hostile/bare.ts';
import { readPayloads, sampled } from '../tests/e2e/hostile/payloads.ts';
import { type Found, runHostile } from '../tests/e2e/hostile/run.ts';
import { buildWithoutSanitizer } from '../tests/e2e/hostile/without-sanitizer.ts';
import { built } from './built.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { command, root, say, Told } from './steps.ts';

const shared = join(root, '..', 'shared', 'security', 'xss-payloads.jsonl.gz');
/** Of the 8,995 payloads, those that must be seen to act when nothing is taken out of them. */
const needed = 200;

await command(async () => {
  const { values } = parseArgs({
    options: {
      payloads: { type: 'string', default: shared },
      sample: { type: 'string' },
      browser: { type: 'string' },
    },
  });
  const all = payloadsOf(values.payloads);
  const payloads = values.sample ? sampled(all, Number(values.sample)) : all;
  // the control is always that of the known list, so that a list of few or tame payloads can be tried too
  const known = existsSync(shared) ? readPayloads(shared) : all;
  const control = values.sample ? sampled(known, Number(values.sample)) : known;
  const enough = Math.ceil((needed * control.length) / Math.max(known.length, control.length));
  const browsers = values.browser ? browserNames.filter((name) => name === values.browser) : browserNames;
  if (browsers.length === 0) throw new Told(`--browser is chromium or firefox, not ${values.browser}`);
  ensureBrowsers(browsers);
  await built('chrome');
  await built('firefox');

  let failures = 0;
  for (const browser of browsers) failures += await tryBrowser(browser, payloads, control, enough);
  console.log(failures === 0 ? 'Nothing got through.' : `${failures} ways in or broken traps.`);
  return failures === 0 ? 0 : 1;
});

function payloadsOf(file: string) {
  if (existsSync(file)) return readPayloads(file);
  throw new Told(
    `The payloads are not here (${file}). Name a list with --payloads FILE.jsonl.gz, one {"id", "html"} a line.`,
  );
}

type Payloads = ReturnType<typeof readPayloads>;

async function tryBrowser(
  browser: BrowserName,
  payloads: readonly Payloads[number][],
  control: readonly Payloads[number][],
  enough: number,
): Promise<number> {
  const started = Date.now();
  const tell = (line: string) => say(`${browser}: ${line}`);
  const launched = await launch(browser);
  const sprung = await runBare({ launched, payloads: control, say: tell }, false);
  const bare = await runBare({ launched, payloads, say: tell }, true);
  const result = await runHostile({ launched, payloads, ways: ['page', 'stored'], say: tell });
  await launched.quit();
  const found = [...result.found, ...bare];
  console.log(`${browser}: ${payloads.length} payloads`);
  console.log(
    `  as a page:       ${result.pages} read, ${result.articles} articles; ${counted(found, 'page')}`,
  );
  console.log(`  stored:          ${result.loads} pages of ours loaded; ${counted(found, 'stored')}`);
  console.log(`  without policy:  ${counted(found, 'bare')}`);
  for (const { kind, way, id, what } of found.slice(0, 40)) console.log(`  ${way}: ${kind}: ${what} (${id})`);

  const detected = detections(sprung);
  console.log(
    `  control, no sanitiser and no policy: ${detected} of ${control.length} seen (${enough} needed); ${counted(sprung, 'bare')}`,
  );
  const unsafe = await buildWithoutSanitizer(browser);
  const launchedUnsafe = await launch(browser, { extension: unsafe.folder });
  const few = sampled(control, 300);
  const inside = await runHostile({ launched: launchedUnsafe, payloads: few, ways: ['stored'], say: tell });
  await launchedUnsafe.quit();
  unsafe.remove();
  console.log(
    `  control, extension without sanitiser: ${few.length} payloads; ${counted(inside.found, 'stored')}`,
  );
  console.log(`  ${Math.round((Date.now() - started) / 1000)} s`);
  const areTrapsBroken = detected < enough || inside.found.length === 0;
  if (areTrapsBroken) console.log('  The traps did not spring as they must: nothing above counts.');
  return found.length + Number(areTrapsBroken);
}

/** Payloads that were seen to act; a request does not say whose it is, so each address counts once. */
function detections(found: readonly Found[]): number {
  return new Set(found.map(({ payload, what }) => payload ?? what)).size;
}

function counted(found: readonly Found[], way: Found['way']): string {
  const kinds = ['execution', 'request', 'navigation', 'dialog', 'policy', 'markup', 'error'] as const;
  const plural = {
    execution: 'executions',
    request: 'requests',
    navigation: 'navigations',
    dialog: 'dialogs',
    policy: 'breaches of policy',
    markup: 'leftovers',
    error: 'errors',
  };
  return kinds
    .map((kind) => `${found.filter((hit) => hit.way === way && hit.kind === kind).length} ${plural[kind]}`)
    .join(', ');
}
