import { beforeEach, describe, expect, it } from 'vitest';
import type { CallerVoice } from '../../../../renderer/sound/callerVoice.ts';
import type { Utterance } from '../../../../renderer/sound/speechPort.ts';
import { openSystemVoice } from '../../../../renderer/sound/systemVoice.ts';

const silence = {
  label: '',
  sampleRateHz: 48_000,
  appliedSettings: {},
  listen: () => () => {},
  onLost() {},
  close() {},
};
const line = (intensity: 'calm' | 'peak') => ({
  clip: `own/${intensity}`,
  text: 'Where is my money, please?',
  intensity,
});

let voice: CallerVoice;
/** The current utterance of the system; undefined while it is silent. */
let spoken: Utterance | undefined;
/** The level of the caller's channel in dB relative to a clip; undefined while there is no speech on it. */
let channelDb: number | undefined;
let finished: string[];

beforeEach(() => {
  [spoken, channelDb, finished] = [undefined, undefined, []];
  voice = openSystemVoice({
    voiceId: 'Ada',
    speech: {
      speak: (utterance) => {
        spoken = utterance;
      },
      cancel: () => {
        spoken = undefined;
      },
    },
    standIn: {
      sound: silence,
      start: (levelDb) => {
        channelDb = levelDb;
      },
      stop: () => {
        channelDb = undefined;
      },
      close: () => {},
    },
    onFinished: (clip) => finished.push(clip),
  });
});

describe('a caller with a voice of the system', () => {
  it('has speech on its channel while the voice is heard, and reports the end', () => {
    voice.say(line('calm'));
    expect([spoken?.text, spoken?.voiceId, channelDb]).toEqual(['Where is my money, please?', 'Ada', undefined]);
    spoken!.onStart();
    expect(channelDb).toBeCloseTo(-6, 0);
    spoken!.onEnd();
    expect([channelDb, finished]).toEqual([undefined, ['own/calm']]);
  });

  it('is louder, higher and faster the angrier it is, on its channel too', () => {
    const heard = (['calm', 'peak'] as const).map((intensity) => {
      voice.say(line(intensity));
      spoken!.onStart();
      return { rate: spoken!.rate, pitch: spoken!.pitch, volume: spoken!.volume, channelDb: channelDb! };
    });
    for (const measure of ['rate', 'pitch', 'volume', 'channelDb'] as const) {
      expect(heard[1]![measure]).toBeGreaterThan(heard[0]![measure]);
    }
  });

  it('continues louder from the current word when talked over', () => {
    voice.say(line('calm'));
    spoken!.onStart();
    voice.raise(4);
    expect(spoken?.text, 'a voice that does not tell where it is').toBe('Where is my money, please?');
    const { volume } = spoken!;
    spoken!.onBoundary(6);
    voice.raise(4);
    expect(spoken?.text).toBe('is my money, please?');
    expect(20 * Math.log10(spoken!.volume / volume)).toBeCloseTo(4);
    spoken!.onStart();
    expect(channelDb).toBeCloseTo(-2, 0);
    spoken!.onBoundary(3);
    voice.raise(4);
    expect(spoken?.text).toBe('my money, please?');
    spoken!.onEnd();
    expect(finished).toEqual(['own/calm']);
  });

  it('falls silent in the middle of a word when stopped, and reports no end', () => {
    voice.say(line('peak'));
    spoken!.onStart();
    voice.breakOff();
    expect([spoken, channelDb, finished]).toEqual([undefined, undefined, []]);
  });
});
