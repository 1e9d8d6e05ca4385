import { describe, expect, it } from 'vitest';
import { appliedSettings } from '../../../../renderer/sound/pageMicrophone.ts';

describe('the settings of a microphone', () => {
  it('are passed on as applied, without identifiers', () => {
    const settings = { deviceId: 'secret', groupId: 'secret', echoCancellation: false, sampleRate: 48_000 };
    expect(appliedSettings(settings)).toEqual({ echoCancellation: false, sampleRate: 48_000 });
  });
});
