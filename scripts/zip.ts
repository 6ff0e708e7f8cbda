// npm run zip: what the stores are given, into .output/
import { command, runTool } from './steps.ts';

await command(async () => {
  for (const target of ['chrome', 'firefox']) {
    const status = await runTool('wxt', ['zip', '-b', target]);
    if (status !== 0) return status;
  }
  return 0;
});
