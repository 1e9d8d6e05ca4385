import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { sealWithPassphrase } from '../../../main/sealing/passphraseSeal.ts';

/** age asks for passphrases on a terminal, which `script` provides. */
const hasAge = ['age', 'script'].every((program) => spawnSync(program, ['--version']).status === 0);

/** @returns the output of age */
async function openByAge(path: string, passphrase: string): Promise<string> {
  const age = spawn('script', ['-qec', `age --decrypt --output '${path}.plain' '${path}'`, '/dev/null']);
  // The terminal discards input that arrives before the question.
  age.stdout.once('data', () => age.stdin.write(`${passphrase}\r`));
  return text(age.stdout);
}

describe.skipIf(!hasAge)(`a sealed file${hasAge ? '' : ' (skipped: age or script is not installed)'}`, () => {
  it('is opened by the age program', { timeout: 30_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'softspoken-age-'));
    try {
      const plain = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 31) % 251));
      const path = join(folder, 'sealed');
      const content = async function* () {
        yield plain;
      };
      await pipeline(sealWithPassphrase('four quiet lighthouses', content()), createWriteStream(path));
      const said = await openByAge(path, 'four quiet lighthouses');
      expect((await readFile(`${path}.plain`)).equals(plain), said).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
