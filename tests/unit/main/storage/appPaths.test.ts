import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appPaths } from '../../../../main/storage/appPaths.ts';

it.each([
  ['linux', {}, join('/home/ana', '.local', 'share', 'softspoken')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'softspoken')],
  ['darwin', {}, join('/home/ana', 'Library', 'Application Support', 'Softspoken')],
  ['win32', {}, join('/home/ana', 'AppData', 'Roaming', 'Softspoken')],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Softspoken')],
  ['linux', { SOFTSPOKEN_DATA_DIR: '/elsewhere', XDG_DATA_HOME: '/data' }, '/elsewhere'],
] as const)('keeps its files where %s keeps them, given %o', (platform, env, expected) => {
  expect(appPaths(env, platform, '/home/ana')).toMatchObject({
    dataDir: expected,
    databaseFile: join(expected, 'softspoken.db'),
    tempDir: join(expected, 'temp'),
  });
});
