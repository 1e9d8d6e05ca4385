import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const layers = ['core', 'contract', 'main', 'preload', 'renderer'];
const run = promisify(execFile);

/** A copy of the checkout, so that a forbidden line never stands in the real one. */
const copy = mkdtempSync(join(tmpdir(), 'softspoken-test-'));
beforeAll(() => {
  for (const part of [...layers, 'package.json', 'tsconfig.base.json', 'dependencyCruiser.config.mjs']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true }));

async function check(): Promise<string> {
  const depcruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [depcruise, '--config', 'dependencyCruiser.config.mjs', ...layers];
  return run(process.execPath, args, { cwd: copy }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

describe('the architecture check', () => {
  it.each([
    ['core-is-pure', 'core/report/planted.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n"],
    [
      'core-is-pure',
      'core/report/planted.ts',
      "import type { Clock } from '../../main/clock.ts';\nexport type C = Clock;\n",
    ],
    ['one-file-knows-meyda', 'core/features/meydaFeatures.ts', "import { z } from 'zod';\nz.string();\n"],
    ['core-is-pure', 'core/report/planted.ts', "import Meyda from 'meyda';\nMeyda.bufferSize = 512;\n"],
    [
      'only-the-desktop-host-knows-electron',
      'main/services/planted.ts',
      "import type { App } from 'electron';\nexport type A = App;\n",
    ],
    [
      'renderer-knows-the-contract',
      'renderer/state/planted.ts',
      "import type { CallConfig } from '../../core/pipeline/config.ts';\nexport type C = CallConfig;\n",
    ],
    [
      'no-feature-knows-another',
      'renderer/features/live/planted.ts',
      "import { moments } from '../replay/summary/moments.ts';\nmoments;\n",
    ],
    [
      'no-host-knows-another',
      'main/hosts/web/planted.ts',
      "import { runCli } from '../cli/cliMain.ts';\nrunCli([]);\n",
    ],
    [
      'main-knows-no-host',
      'main/services/planted.ts',
      "import { runCli } from '../hosts/cli/cliMain.ts';\nrunCli([]);\n",
    ],
  ])('refuses %s in %s', async (rule, file, text) => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
    const output = await check();
    if (file.endsWith('planted.ts')) rmSync(join(copy, file));
    else cpSync(join(root, file), join(copy, file));
    expect(output).toContain(`error ${rule}: ${file}`);
  });

  it('passes the checkout as it is, having read it all', async () => {
    const output = await check();
    expect(output).toMatch(/no dependency violations found \(\d{3,} modules/);
  });
}, 240_000);
