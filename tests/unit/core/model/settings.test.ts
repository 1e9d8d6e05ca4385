import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changedSettings,
  defaultSettings,
  type SettingsChange,
  settingsChangeSchema,
  settingsSchema,
} from '../../../../core/model/settings.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const cue = fc.record(
  {
    enabled: maybe(fc.boolean()),
    words: maybe(fc.constantFrom('Easy', 'Breathe first')),
    thresholdSteps: maybe(fc.nat(6)),
  },
  { requiredKeys: [] },
);
const change: fc.Arbitrary<SettingsChange> = fc.record(
  {
    cueMode: fc.constantFrom('coach', 'silent'),
    cues: fc.record({ softer: cue, hold: cue }, { requiredKeys: [] }),
    guideDone: fc.boolean(),
    retention: fc.record({ audioDays: maybe(fc.integer({ min: 1, max: 99 })) }, { requiredKeys: [] }),
    overlay: fc.record({ position: fc.option(fc.record({ x: fc.integer(), y: fc.integer() })) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

describe('the settings', () => {
  it('are valid by default, with recording and call detection off', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
    expect(defaultSettings.recording.enabled).toBe(false);
    expect(Object.values(defaultSettings.callDetection)).not.toContain(true);
  });

  it('stay valid after any change, which leaves all other parts as they are', () => {
    fc.assert(
      fc.property(change, (part) => {
        const changed = changedSettings(defaultSettings, part);
        expect(settingsSchema.parse(changed)).toEqual(changed);
        expect(changedSettings(changed, part)).toEqual(changed);
        expect(changed.cues.slower).toEqual(defaultSettings.cues.slower);
        expect(changed.retention.metricsDays).toBe(defaultSettings.retention.metricsDays);
      }),
    );
  });

  it('accept any part as a change and reject invalid values', () => {
    expect(settingsChangeSchema.parse({ cues: { softer: { words: '  Easy  ' } } })).toEqual({
      cues: { softer: { words: 'Easy' } },
    });
    expect(settingsChangeSchema.parse({ shortcuts: { markCueWrong: 'x' } }).shortcuts?.markCueWrong).toBe('X');
    expect(settingsChangeSchema.safeParse({ cues: { softer: { words: ' ' } } }).success).toBe(false);
    expect(settingsChangeSchema.safeParse({ cues: { louderer: {} } }).success).toBe(false);
    expect(settingsChangeSchema.safeParse({ retention: { audioDays: 0 } }).success).toBe(false);
    expect(settingsChangeSchema.safeParse({ shortcuts: { markCueWrong: 'Tab' } }).success).toBe(false);
  });
});
