import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CueEngine, type CueEvent } from '../../../../core/coaching/cueEngine.ts';
import type { CoachingFrame } from '../../../../core/coaching/cueRules.ts';
import { cueThreshold, movedThresholds } from '../../../../core/coaching/cueThresholds.ts';
import { type CallConfig, defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { callConfigFor } from '../../../../core/config/callConfigFor.ts';
import { configHash } from '../../../../core/config/configHash.ts';
import { type Cue, type CueKind, cueKinds } from '../../../../core/model/cue.ts';
import {
  changedSettings,
  defaultSettings,
  type Settings,
  type SettingsChange,
} from '../../../../core/model/settings.ts';

type Scene = Partial<Omit<CoachingFrame, 'at'>>;

const calm: Omit<CoachingFrame, 'at'> = {
  agentSpeaking: true,
  callerSpeaking: false,
  effortDb: -1,
  momentaryEffortDb: undefined,
  rushedRate: 4,
  baselineRate: 4,
  pitchSemitones: 0,
  agentOverlapSeconds: 0,
  silenceSeconds: 0,
  wave: 'level',
  waveHeight: 0.3,
};
const loud: Scene = { effortDb: 7 };
const listening: Scene = { agentSpeaking: false, callerSpeaking: true };

const configWith = (change: SettingsChange) => callConfigFor(changedSettings(defaultSettings, change));

/** Plays scenes of [seconds, readings] and returns the ledger. */
function cuesOf(config: CallConfig, scenes: readonly (readonly [number, Scene])[]): readonly Cue[] {
  const engine = new CueEngine(config);
  const events: CueEvent[] = [];
  let frames = 0;
  for (const [seconds, scene] of scenes) {
    for (let i = 0; i < Math.round(seconds * 100); i += 1) {
      frames += 1;
      events.push(...engine.push({ at: frames / 100, ...calm, ...scene }));
    }
  }
  return events.flatMap((event) => (event.type === 'cue' ? [event.cue] : []));
}
const shown = (cues: readonly Cue[]) => cues.filter((cue) => cue.shown);

describe('the agent’s choices about cues', () => {
  it('are the default configuration until something is changed', () => {
    expect(callConfigFor(defaultSettings)).toEqual(defaultCallConfig);
  });

  it('change the hash of the configuration, but no measure', () => {
    const chosen = configWith({ cues: { slower: { thresholdSteps: 2 }, hold: { thresholdSteps: 1 } } });
    expect(configHash(chosen)).not.toBe(configHash(defaultCallConfig));
    expect({ ...chosen, cueChoices: defaultCallConfig.cueChoices }).toEqual(defaultCallConfig);
  });

  it('of wording do not change the hash, because they do not affect measures', () => {
    expect(configHash(configWith({ cues: { softer: { words: 'Easy' } } }))).toBe(configHash(defaultCallConfig));
  });

  it.each<[CueKind, number, number]>([
    ['let-them-finish', 0.8, 1.6],
    ['softer', 5, 10],
    ['slower', 1.13, 1.25],
    ['dead-air', 7, 12],
    ['pitch-raised', 2.5, 5],
    ['hold', 0.58, 0.9],
    ['louder', -11, -16],
  ])('move the threshold of %s to %d by one mark, and to %d at most', (kind, afterOne, atMost) => {
    const at = (thresholdSteps: number) =>
      cueThreshold(kind, movedThresholds(configWith({ cues: { [kind]: { thresholdSteps } } })));
    expect(at(1)).toBeCloseTo(afterOne, 9);
    expect(at(20)).toBeCloseTo(atMost, 9);
  });

  it('show a cue only beyond its moved threshold, and clear it as far below as before', () => {
    const moved = configWith({ cues: { softer: { thresholdSteps: 2 } } });
    expect(cuesOf(moved, [[10, { effortDb: 5.9 }]])).toEqual([]);
    expect(cuesOf(moved, [[10, { effortDb: 6 }]])).toMatchObject([{ kind: 'softer', evidence: { threshold: 6 } }]);
  });

  it('also move the absolute rate, if there is no baseline', () => {
    const moved = configWith({ cues: { slower: { thresholdSteps: 1 } } });
    const at = (rushedRate: number) => cuesOf(moved, [[10, { rushedRate, baselineRate: undefined }]]);
    expect(at(4.9)).toEqual([]);
    expect(at(4.94)).toMatchObject([{ kind: 'slower' }]);
  });

  it('exclude a kind that is switched off from the ledger', () => {
    expect(cuesOf(configWith({ cues: { softer: { enabled: false } } }), [[30, loud]])).toEqual([]);
  });

  it('record every occasion of a silent call and show none', () => {
    const cues = cuesOf(configWith({ cueMode: 'silent' }), [
      [10, loud],
      [10, {}],
      [10, loud],
    ]);
    expect(cues.map(({ kind, shown: isShown }) => [kind, isShown])).toEqual([
      ['softer', false],
      ['softer', false],
    ]);
  });
});

describe('cues fade', () => {
  const calmStep = defaultCallConfig.cues.fading.calmSpeechSeconds;
  /** Time from getting loud until “Softer”. */
  const softerAfter = (before: readonly (readonly [number, Scene])[]) => {
    const begins = before.reduce((sum, [seconds]) => sum + seconds, 0);
    const cue = cuesOf(defaultCallConfig, [...before, [20, loud]]).at(-1);
    return Math.round(100 * ((cue?.at ?? Number.NaN) - begins)) / 100;
  };

  it('while the agent needs none: each calm stretch lengthens the time before a cue by half, at most twice', () => {
    expect(softerAfter([[calmStep - 1, {}]])).toBe(1.5);
    expect(softerAfter([[calmStep, {}]])).toBe(2.25);
    expect(softerAfter([[2 * calmStep, {}]])).toBe(3.38);
    expect(softerAfter([[5 * calmStep, {}]])).toBe(3.38);
  });

  it('only through the agent’s own speech with a known effort', () => {
    expect(softerAfter([[5 * calmStep, listening]])).toBe(1.5);
    expect(softerAfter([[5 * calmStep, { effortDb: undefined }]])).toBe(1.5);
  });

  it('one step less after a cue that was needed', () => {
    const slip = [8, loud] as const;
    expect(softerAfter([[2 * calmStep, {}], slip, [80, {}]])).toBe(2.25);
    expect(softerAfter([[2 * calmStep, {}], slip, [80, {}], slip, [80, {}]])).toBe(1.5);
  });

  it('no longer once a cue was ignored', () => {
    expect(
      softerAfter([
        [2 * calmStep, {}],
        [20, loud],
        [80, {}],
      ]),
    ).toBe(1.5);
  });

  it('with growing distance between two cues', () => {
    const hurried: Scene = { rushedRate: 4.6 };
    const [first, second] = shown(
      cuesOf(defaultCallConfig, [
        [2 * calmStep, {}],
        [4, loud],
        [60, hurried],
      ]),
    );
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeCloseTo(1.5 * defaultCallConfig.cues.spacingSeconds, 9);
  });
});

describe('for any readings and choices', () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const scene = fc.tuple(
    number(0.1, 15),
    fc.record({
      agentSpeaking: fc.boolean(),
      callerSpeaking: fc.boolean(),
      effortDb: maybe(number(-20, 20)),
      rushedRate: maybe(number(2, 8)),
      baselineRate: maybe(number(3, 6)),
      pitchSemitones: maybe(number(-5, 8)),
      agentOverlapSeconds: maybe(number(0, 3)),
      silenceSeconds: maybe(number(0, 14)),
      wave: maybe(fc.constantFrom('level', 'rising', 'peak', 'receding')),
      waveHeight: maybe(number(0, 1)),
    }),
  );
  const cue = fc.record({
    enabled: fc.boolean(),
    words: fc.constant('Words'),
    thresholdSteps: fc.nat(8),
  });
  const choices = fc.record({
    cueMode: fc.constantFrom<Settings['cueMode']>('coach', 'silent'),
    cues: fc.record(Object.fromEntries(cueKinds.map((kind) => [kind, cue]))) as fc.Arbitrary<Settings['cues']>,
  });

  it('there are at most three cues per minute, and none of a kind that is off or in a silent call', () => {
    fc.assert(
      fc.property(fc.array(scene, { minLength: 15, maxLength: 50 }), choices, (scenes, chosen) => {
        const cues = cuesOf(callConfigFor(chosen), scenes);
        for (const [i, { at }] of shown(cues).entries()) {
          const third = shown(cues)[i - 3];
          if (third) expect(at - third.at).toBeGreaterThan(60);
        }
        expect(cues.filter(({ kind }) => !chosen.cues[kind].enabled)).toEqual([]);
        if (chosen.cueMode === 'silent') expect(shown(cues)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  const calmScene = fc.tuple(
    number(0.1, 15),
    fc.record({
      agentSpeaking: fc.boolean(),
      callerSpeaking: fc.boolean(),
      effortDb: maybe(number(-9.9, 3.9)),
      rushedRate: maybe(number(2, 4.3)),
      baselineRate: fc.constant(4),
      pitchSemitones: maybe(number(-5, 1.9)),
      agentOverlapSeconds: fc.constant(0),
      silenceSeconds: number(0, 5.9),
      wave: fc.constantFrom('level', 'rising', 'receding'),
      waveHeight: number(0, 1),
    }),
  );

  it('a calm call has no cue, neither shown nor held back', () => {
    fc.assert(
      fc.property(fc.array(calmScene, { minLength: 15, maxLength: 50 }), choices, (scenes, chosen) => {
        expect(cuesOf(callConfigFor(chosen), scenes)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
