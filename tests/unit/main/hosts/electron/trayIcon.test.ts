import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type * as TrayIcon from '../../../../../main/hosts/electron/trayIcon.ts';
import { loadWithElectronStandIn } from '../../../../support/loadWithElectronStandIn.ts';

const { trayPng } = loadWithElectronStandIn<typeof TrayIcon>('main/hosts/electron/trayIcon.ts');

/** Returns the opacity of every pixel of one of our own PNGs: signature, IHDR, one IDAT, IEND. */
function opacities(png: Buffer): { size: number; opacity: number[] } {
  const size = png.readUInt32BE(16);
  const dataBegin = 8 + 25 + 8;
  const rows = inflateSync(png.subarray(dataBegin, dataBegin + png.readUInt32BE(8 + 25)));
  const opacity = Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return rows[y * (1 + 4 * size) + 1 + 4 * x + 3] ?? Number.NaN;
  });
  return { size, opacity };
}

const covered = ({ opacity }: { opacity: number[] }) => opacity.reduce((sum, value) => sum + value / 255, 0);

describe('the tray icon', () => {
  it('is a ring of the size of its geometry, and a disc in a call', () => {
    const ring = opacities(trayPng('idle', 2));
    expect(ring.size).toBe(32);
    expect(covered(ring)).toBeCloseTo(4 * Math.PI * (6.5 ** 2 - 4.5 ** 2), -1);
    expect(ring.opacity[16 * 32 + 16]).toBe(0);
    expect(covered(opacities(trayPng('call', 1)))).toBeCloseTo(Math.PI * 6.5 ** 2, -1);
  });

  it('has another shape for trouble, not just another colour', () => {
    expect(opacities(trayPng('trouble', 1)).opacity).not.toEqual(opacities(trayPng('call', 1)).opacity);
  });
});
