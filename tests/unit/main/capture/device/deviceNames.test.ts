import { describe, expect, it } from 'vitest';
import { absentDevice, usableDevices } from '../../../../../main/capture/device/deviceNames.ts';

/** The devices that miniaudio lists on a Linux machine with neither a sound server nor a sound card. */
const withoutServer = [
  'Discard all samples (playback) or generate zero samples (capture)',
  'Rate Converter Plugin Using Libav/FFmpeg Library',
  'Rate Converter Plugin Using Speex Resampler',
  'JACK Audio Connection Kit',
  'Open Sound System',
  'PulseAudio Sound Server',
  'Plugin using Speex DSP (resample, agc, denoise, echo, dereverb)',
  'Plugin for channel upmix (4,6,8)',
];

describe('usableDevices', () => {
  it('marks the default device and the monitors of outputs', () => {
    expect(usableDevices(['Monitor of Speaker', 'Headset'], 'Headset')).toEqual([
      { name: 'Monitor of Speaker', isDefault: false, isMonitor: true },
      { name: 'Headset', isDefault: true, isMonitor: false },
    ]);
  });

  it('leaves out the ALSA plugins and keeps the hardware', () => {
    const names = usableDevices([...withoutServer, 'HDA Intel PCH, ALC257 Analog'], null).map(({ name }) => name);
    expect(names).toEqual(['HDA Intel PCH, ALC257 Analog']);
  });

  it('lists a name once, since only the name distinguishes devices', () => {
    expect(usableDevices(['Headset', 'Headset'], null)).toHaveLength(1);
  });

  it('reports that there is no sound server when only plugins are left', () => {
    expect(() => usableDevices(withoutServer, null)).toThrow(expect.objectContaining({ code: 'no-sound-server' }));
  });

  it('reports that there is no device when the list is empty', () => {
    expect(() => usableDevices([], null)).toThrow(expect.objectContaining({ code: 'no-such-device' }));
  });
});

describe('absentDevice', () => {
  it('names the device that is not connected', () => {
    const error = absentDevice('Headset', ['Monitor of Speaker']);
    expect(error.code).toBe('no-such-device');
    expect(error.message).toContain('“Headset”');
  });

  it('blames the sound server if there is none', () => {
    expect(absentDevice('Headset', withoutServer).code).toBe('no-sound-server');
  });
});
