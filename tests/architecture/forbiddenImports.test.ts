import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import floors from '../../floors.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const layers = ['core', 'contract', 'main', 'preload', 'renderer'];
const run = promisify(execFile);

/** What each rule forbids, a file each: all are planted at once, because reading the checkout is what takes the time. */
const forbidden = [
  ['core-is-pure', 'core/report/plantedNode.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n"],
  [
    'core-is-pure',
    'core/report/plantedType.ts',
    "import type { Clock } from '../../main/clock.ts';\nexport type C = Clock;\n",
  ],
  ['one-file-knows-meyda', 'core/features/meydaFeatures.ts', "import { z } from 'zod';\nz.string();\n"],
  ['one-file-knows-pffft', 'core/features/realFft.ts', "import { z } from 'zod';\nz.string();\n"],
  ['one-file-knows-messageformat', 'core/messages/icuFormatter.ts', "import { z } from 'zod';\nz.string();\n"],
  ['core-is-pure', 'core/report/plantedMeyda.ts', "import Meyda from 'meyda';\nMeyda.bufferSize = 512;\n"],
  [
    'only-the-desktop-host-knows-electron',
    'main/services/plantedElectron.ts',
    "import type { App } from 'electron';\nexport type A = App;\n",
  ],
  [
    'renderer-knows-the-contract',
    'renderer/state/planted.ts',
    "import type { CallConfig } from '../../core/config/callConfig.ts';\nexport type C = CallConfig;\n",
  ],
  [
    'no-feature-knows-another',
    'renderer/features/live/planted.ts',
    "import { moments } from '../call/summary/moments.ts';\nmoments;\n",
  ],
  ['no-host-knows-another', 'main/hosts/web/planted.ts', "import { runCli } from '../cli/cliMain.ts';\nrunCli([]);\n"],
  [
    'main-knows-no-host',
    'main/services/plantedHost.ts',
    "import { runCli } from '../hosts/cli/cliMain.ts';\nrunCli([]);\n",
  ],
] as const;

const isSource = (name: string) => /\.tsx?$/.test(name);

/** For every room but the topmost of a layer: a file in it that imports one of the room above. */
const upwardImports = Object.entries(floors).flatMap(([layer, rooms]) =>
  rooms.slice(0, -1).map((room, floor) => {
    const file = isSource(room) ? `${layer}/${room}` : `${layer}/${room}/planted${floor}.ts`;
    const above = `${layer}/${firstSourceIn(layer, rooms[floor + 1]!)}`;
    const path = relative(dirname(file), above).replace(/^(?!\.)/, './');
    return [`${layer}/${room}-imports-nothing-above`, file, `import * as above from '${path}';\nabove;\n`] as const;
  }),
);

function firstSourceIn(layer: string, room: string): string {
  if (isSource(room)) return room;
  const files = readdirSync(join(root, layer, room), { recursive: true, encoding: 'utf8' });
  return `${room}/${files.filter(isSource).sort()[0]}`;
}

const planted = [...forbidden, ...upwardImports];

/** A copy of the checkout, so that a forbidden line never stands in the real one. */
const copy = mkdtempSync(join(tmpdir(), 'softspoken-test-'));
beforeAll(() => {
  for (const part of [...layers, 'package.json', 'tsconfig.base.json', 'dependencyCruiser.config.mjs', 'floors.json']) {
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

describe('the architecture check', { timeout: 240_000 }, () => {
  it('passes the checkout as it is, having read it all', async () => {
    expect(await check()).toMatch(/no dependency violations found \(\d{3,} modules/);
  });

  it.each(Object.entries(floors))('knows the floor of every folder and file in %s', (layer, rooms) => {
    const inside = readdirSync(join(root, layer), { withFileTypes: true });
    const found = inside.filter((entry) => entry.isDirectory() || isSource(entry.name)).map(({ name }) => name);
    expect(found.sort()).toEqual([...rooms].sort());
  });

  describe('of a checkout with forbidden lines', () => {
    let output: string;
    beforeAll(async () => {
      for (const [, file, text] of planted) writeFileSync(join(copy, file), text);
      output = await check();
    });

    it.each(planted)('refuses %s in %s', (rule, file) => {
      expect(output).toContain(`error ${rule}: ${file}`);
    });

    it('refuses no other file', () => {
      const refused = [...output.matchAll(/^ *error [\w./-]+: (\S+)/gm)].map(([, file]) => file);
      expect(new Set(refused)).toEqual(new Set(planted.map(([, file]) => file)));
    });
  });
});
