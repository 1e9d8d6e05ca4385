import { describe, expect, it } from 'vitest';
import type * as SystemSound from '../../../../../main/hosts/electron/systemSound.ts';
import { electron, loadWithElectronStandIn } from '../../../../support/loadWithElectronStandIn.ts';

const { allowSystemSound } = loadWithElectronStandIn<typeof SystemSound>('main/hosts/electron/systemSound.ts');

/** Returns what a page gets that asks for the computer's sound. */
function request(platform: string, wish: { securityOrigin: string; audioRequested: boolean }): Promise<unknown> {
  const session = new electron.SessionStandIn();
  allowSystemSound(session as never, platform);
  return new Promise((resolve) => session.handlers['displayMedia']?.(wish as never, resolve as never));
}

const own = { securityOrigin: 'app://softspoken/', audioRequested: true };

describe('allowSystemSound', () => {
  it.each(['win32', 'darwin'])('gives the app’s page the sound of the computer on %s', async (platform) => {
    expect(await request(platform, own)).toMatchObject({ audio: 'loopback' });
  });

  it('gives nothing on Linux, where the monitor of an output is a capture device', async () => {
    expect(await request('linux', own)).toBeNull();
  });

  it('gives nothing to another origin, nor a picture alone', async () => {
    expect(await request('win32', { ...own, securityOrigin: 'https://example.org' })).toBeNull();
    expect(await request('win32', { ...own, audioRequested: false })).toBeNull();
  });
});
