import { expect, it } from 'vitest';
import { hasSystemSound } from '../../../../../main/capture/page/hasSystemSound.ts';

it.each([
  ['win32', '10.0.19045', true],
  ['darwin', '23.1.0', false],
  ['darwin', '23.2.0', true],
  ['darwin', '24.0.0', true],
  ['linux', '6.8.0', false],
])('a page on %s %s can capture what the computer plays: %s', (platform, release, can) => {
  expect(hasSystemSound(platform, release)).toBe(can);
});
