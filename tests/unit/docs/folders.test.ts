import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import floors from '../../../floors.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Returns every path in code marks, in tables and in text. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:core|contract|main|preload|renderer|docs|scripts)\/[\w./-]*|[\w.]+\.(?:md|json))`/g)].map(
    ([, path]) => path!,
  );

describe('docs/architecture.md', () => {
  const [, section = ''] = read('docs/architecture.md').split('## Folders');
  const [table = ''] = section.split('\n## ');
  const listed = [...table.matchAll(/^\| `([\w/]+?)\/?` /gm)].map(([, folder]) => folder!);

  it.each(Object.entries(floors))('lists every folder of %s from the ground up', (layer, rooms) => {
    const folders = rooms.filter((room) => !room.includes('.')).map((room) => `${layer}/${room}`);
    expect(
      listed.filter(
        (folder) => folder.startsWith(`${layer}/`) && folder.split('/').length === layer.split('/').length + 1,
      ),
    ).toEqual(folders);
  });

  it('lists folders that exist', () => {
    for (const folder of listed) expect(existsSync(join(root, folder)), folder).toBe(true);
  });
});

describe('CONTRIBUTING.md', () => {
  const [, rows = ''] = read('CONTRIBUTING.md').split('## Adding things');
  const [table = ''] = rows.split('\n## ');

  it.each(table.split('\n').filter((row) => row.startsWith('| ') && !/^\| (-|To add)/.test(row)))(
    'names what exists in: %s',
    (row) => {
      const paths = pathsIn(row);
      expect(paths.length, 'paths in the row').toBeGreaterThan(0);
      for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
    },
  );
});

describe('tests/unit', () => {
  it('mirrors the folders of the source', () => {
    const folders = readdirSync(join(root, 'tests', 'unit'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
      .map(({ parentPath }) => parentPath.slice(join(root, 'tests', 'unit').length + 1));
    for (const folder of new Set(folders)) expect(existsSync(join(root, folder)), folder).toBe(true);
  });
});
