import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const notices = read('THIRD_PARTY.md');
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
const lock = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { dev?: boolean; license?: string }>;
};

/** Licences whose only condition is to preserve the notice. */
const permissive = ['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', '0BSD', '(MIT OR CC0-1.0)'];

describe('THIRD_PARTY.md', () => {
  it.each(Object.keys(dependencies))('names %s with its licence', (name) => {
    const { license } = JSON.parse(read('node_modules', name, 'package.json')) as { license: string };
    const row = notices.split('\n').find((line) => line.startsWith(`| \`${name}\` `));
    expect(row?.split('|')[2]?.trim()).toBe(license);
  });

  it('names every package that ships with the app under a more demanding licence', () => {
    const demanding = Object.entries(lock.packages)
      .filter(([path, { dev, license }]) => path !== '' && !dev && !permissive.includes(license ?? ''))
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(demanding).not.toEqual([]);
    for (const name of demanding) expect(notices, name).toContain(`\`${name}\``);
  });

  it('is right that the decoders remain separate files, which the build imports by name', () => {
    const built = readdirSync(join(root, 'out', 'main')).map((name) => read('out', 'main', name));
    for (const codec of ['flac', 'mp3', 'opus', 'vorbis']) {
      expect(
        built.some((code) => code.includes(`import("@audio/decode-${codec}")`)),
        codec,
      ).toBe(true);
    }
  });
});
