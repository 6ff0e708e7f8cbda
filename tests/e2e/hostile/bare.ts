import { join } from 'node:path';
import { build } from 'vite';
import { pause } from '../drivers/browser.ts';
import { startSite } from '../site/server.ts';
import type { BareResult } from './bare-page.ts';
import type { Found, HostileRun } from './run.ts';

/**
 * Payloads through the sanitiser alone, on an ordinary page without a policy; with `isSanitized` false as they come,
 * which is how the traps are seen to spring.
 */
export async function runBare(
  { launched, payloads, say }: Pick<HostileRun, 'launched' | 'payloads' | 'say'>,
  isSanitized: boolean,
): Promise<Found[]> {
  const asked: string[] = [];
  const script = await bundled();
  const site = await startSite((path) => {
    if (path === '/')
      return {
        type: 'text/html',
        body: '<!doctype html><title>Bare</title><body><script src="/bare.js"></script>',
      };
    if (path === '/bare.js') return { type: 'text/javascript', body: script };
    if (path !== '/favicon.ico') asked.push(path);
    return null;
  });
  const found: Found[] = [];
  const started = Date.now();
  try {
    const { browser, outside } = launched;
    await browser.open(`${site.origin}/`);
    const before = outside.requests.length;
    const size = 40;
    for (let first = 0; first < payloads.length; first += size) {
      const group = payloads.slice(first, first + size).map(({ html }) => html);
      const results = await browser.tab.evaluate(mountInPage, group, first, isSanitized);
      for (const { index, hits } of results)
        for (const hit of hits) found.push({ ...hit, way: 'bare', payload: index, id: payloads[index]!.id });
    }
    await pause(1_000); // what is still on its way
    for (const what of [...outside.requests.slice(before), ...asked])
      found.push({ kind: 'request', what: what.slice(0, 120), payload: null, way: 'bare', id: 'one of all' });
    say(`${payloads.length} payloads on a bare page in ${Math.round((Date.now() - started) / 1000)} s`);
    return found;
  } finally {
    await site.close();
  }
}

function mountInPage(group: readonly string[], first: number, isSanitized: boolean): Promise<BareResult[]> {
  // biome-ignore lint/suspicious/noExplicitAny: set by bare-page.ts
  return (globalThis as any).ledeMountAll(group, first, isSanitized);
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'bare-page.ts'), formats: ['iife'], name: 'bare' },
    },
  });
  const { output } = (built as { output: { code: string }[] }[])[0]!; // one format is asked for, so one is given
  return output[0]!.code;
}
