// npm run build: the extension for both browsers, into .output/
import { built } from './built.ts';
import { command } from './steps.ts';

await command(async () => {
  for (const target of ['chrome', 'firefox'] as const) console.log(await built(target, { anew: true }));
  return 0;
});
