// npm run e2e [-- FILTER …]: the end-to-end tests alone, in real Chromium and real Firefox
import { built } from './built.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { command, runTool } from './steps.ts';

await command(async () => {
  ensureBrowsers(['chromium', 'firefox', 'display']);
  await built('chrome');
  await built('firefox');
  return runTool('vitest', ['run', '--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)]);
});
