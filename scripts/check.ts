// npm run check: format and lint, then types. Seconds, no browser.
import { command, runTool } from './steps.ts';

await command(async () => {
  const format = await runTool('biome', ['check', '--error-on-warnings', '.']);
  const prepared = await runTool('wxt', ['prepare'], { quiet: true }); // types of the messages and entrypoints
  const types = prepared || (await runTool('tsc', ['--noEmit']));
  return format || types;
});
