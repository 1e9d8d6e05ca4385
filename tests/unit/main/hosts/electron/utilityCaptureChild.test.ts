import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as UtilityCaptureChild from '../../../../../main/hosts/electron/utilityCaptureChild.ts';
import { loadWithElectronStandIn } from '../../../../support/loadWithElectronStandIn.ts';

const { utilityCaptureChild } = loadWithElectronStandIn<typeof UtilityCaptureChild>(
  'main/hosts/electron/utilityCaptureChild.ts',
);

describe('utilityCaptureChild', () => {
  let folder: string;
  let modulePath: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'softspoken-child-'));
    modulePath = join(folder, 'child.mjs');
    // Answers once, then hangs as native code does, ignoring a polite request to end.
    await writeFile(
      modulePath,
      "process.on('SIGTERM', () => {}); process.on('message', (message) => { process.send(message, () => { for (;;); }); });",
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('carries a command there and a message back, and ends a child that hangs', async () => {
    const child = utilityCaptureChild(modulePath)();
    const exit = new Promise<void>((resolve) => child.onExit(() => resolve()));
    const message = new Promise((resolve) => child.onMessage(resolve));
    child.send({ type: 'capture', name: 'Headset' });
    expect(await message).toEqual({ type: 'capture', name: 'Headset' });
    child.kill();
    child.kill();
    await expect(exit).resolves.toBeUndefined();
  });

  it('ends a child that has not started yet', async () => {
    const child = utilityCaptureChild(modulePath)();
    const exit = new Promise<void>((resolve) => child.onExit(() => resolve()));
    child.kill();
    await expect(exit).resolves.toBeUndefined();
  });
});
