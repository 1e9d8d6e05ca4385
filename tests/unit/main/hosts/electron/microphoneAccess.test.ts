import { afterEach, describe, expect, it } from 'vitest';
import type * as MicrophoneAccess from '../../../../../main/hosts/electron/microphoneAccess.ts';
import { electron, loadWithElectronStandIn } from '../../../../support/loadWithElectronStandIn.ts';

const { requestMicrophone } = loadWithElectronStandIn<typeof MicrophoneAccess>(
  'main/hosts/electron/microphoneAccess.ts',
);

describe('requestMicrophone', () => {
  afterEach(() => {
    electron.systemPreferences.microphoneAllowed = true;
    electron.systemPreferences.asked.length = 0;
  });

  it('asks macOS, and continues when it is allowed', async () => {
    await requestMicrophone('darwin');
    expect(electron.systemPreferences.asked).toEqual(['microphone']);
  });

  it('explains where to allow it when macOS does not', async () => {
    electron.systemPreferences.microphoneAllowed = false;
    await expect(requestMicrophone('darwin')).rejects.toMatchObject({ code: 'microphone-denied' });
  });

  it.each(['linux', 'win32'])('asks nothing on %s', async (platform) => {
    await requestMicrophone(platform);
    expect(electron.systemPreferences.asked).toEqual([]);
  });
});
