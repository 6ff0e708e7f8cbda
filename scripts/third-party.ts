// npm run third-party: writes assets/public/THIRD-PARTY.txt, what others made that ships with Lede, with its licences.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInto } from './build-into.ts';
import { command, root } from './steps.ts';
import { noticesOf } from './third-party-notices.ts';

await command(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lede-build-'));
  const { packages } = await buildInto(folder, 'chrome');
  rmSync(folder, { recursive: true });
  const file = join(root, 'assets', 'public', 'THIRD-PARTY.txt');
  writeFileSync(file, noticesOf(packages));
  console.log(`${file}: ${packages.length} packages`);
  return 0;
});
