import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CueEngine, type CueEvent } from '../../../../core/coaching/cueEngine.ts';
import type { CoachingFrame } from '../../../../core/coaching/cueRules.ts';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { type Cue, type CueKind, cueKinds } from '../../../../core/model/cue.ts';

type Scene = Partial<Omit<CoachingFrame, 'at'>>;

const silence: Omit<CoachingFrame, 'at'> = {
  agentSpeaking: false,
  callerSpeaking: false,
  effortDb: undefined,
  momentaryEffortDb: undefined,
  rushedRate: undefined,
  baselineRate: 4,
  pitchSemitones: undefined,
  agentOverlapSeconds: 0,
  silenceSeconds: undefined,
  wave: undefined,
  waveHeight: undefined,
};
const calmAgent: Scene = { agentSpeaking: true, effortDb: -1, rushedRate: 4, pitchSemitones: 0, silenceSeconds: 0 };
const loudAgent: Scene = { ...calmAgent, effortDb: 5 };
const hurriedAgent: Scene = { ...calmAgent, rushedRate: 4.5 };
const caller: Scene = { callerSpeaking: true, silenceSeconds: 0 };

class Rehearsal {
  readonly engine = new CueEngine(defaultCallConfig);
  frames = 0;
  readonly events: CueEvent[] = [];

  play(seconds: number, scene: Scene | ((since: number) => Scene)): CueEvent[] {
    const events: CueEvent[] = [];
    for (let i = 1; i <= Math.round(seconds * 100); i += 1) {
      this.frames += 1;
      const now = typeof scene === 'function' ? scene(i / 100) : scene;
      events.push(...this.engine.push({ at: this.frames / 100, ...silence, ...now }));
    }
    this.events.push(...events);
    return events;
  }
}

const cuesOf = (events: readonly CueEvent[]) => events.flatMap((event) => (event.type === 'cue' ? [event.cue] : []));
const shownOf = (events: readonly CueEvent[]) => cuesOf(events).filter((cue) => cue.shown);
const kindsAt = (cues: readonly Cue[]) => cues.map((cue) => [cue.kind, cue.at]);
const overlap = (since: number): Scene => ({ ...calmAgent, callerSpeaking: true, agentOverlapSeconds: since });

describe('cues', () => {
  it.each<[CueKind, Scene, number]>([
    ['softer', loudAgent, 1.5],
    ['slower', hurriedAgent, 3],
    ['pitch-raised', { ...calmAgent, pitchSemitones: 2.5 }, 8],
    ['louder', { ...calmAgent, effortDb: -11 }, 1.5],
  ])('%s comes after its condition has held for its time of agent speech', (kind, scene, seconds) => {
    const call = new Rehearsal();
    call.play(10, calmAgent);
    call.play(seconds - 0.5, scene);
    call.play(5, caller);
    expect(call.events).toEqual([]);
    expect(kindsAt(cuesOf(call.play(1, scene)))).toEqual([[kind, expect.closeTo(15 + seconds, 9)]]);
  });

  it('are shown for 4 s with their evidence', () => {
    const call = new Rehearsal();
    call.play(10, calmAgent);
    expect(call.play(10, hurriedAgent)).toEqual([
      {
        type: 'cue',
        at: 13,
        cue: {
          kind: 'slower',
          at: 13,
          until: 17,
          shown: true,
          markedWrong: false,
          evidence: {
            metric: 'articulationRate',
            value: 4.5,
            threshold: 4.4,
            window: [expect.closeTo(2.01, 9), 13],
          },
        },
      },
      { type: 'cue-ended', at: 17, kind: 'slower' },
    ]);
  });

  it('end with the call', () => {
    const call = new Rehearsal();
    call.play(2, loudAgent);
    expect(call.engine.flush()).toEqual([{ type: 'cue-ended', at: 2, kind: 'softer' }]);
    expect(call.engine.flush()).toEqual([]);
  });

  it('include let-them-finish at 0.6 s of overlap, or at 1.0 s if the agent speaks more softly than usual', () => {
    const firm = new Rehearsal();
    expect(kindsAt(cuesOf(firm.play(2, overlap)))).toEqual([['let-them-finish', 0.6]]);
    const soft = new Rehearsal();
    expect(kindsAt(cuesOf(soft.play(2, (since) => ({ ...overlap(since), momentaryEffortDb: -4 }))))).toEqual([
      ['let-them-finish', 1],
    ]);
  });

  it('include dead-air at 6 s of silence, but not before anyone has spoken', () => {
    const call = new Rehearsal();
    call.play(20, {});
    expect(call.events).toEqual([]);
    expect(kindsAt(cuesOf(call.play(8, (since) => ({ silenceSeconds: since }))))).toEqual([['dead-air', 26]]);
  });

  it('include hold at the peak of the wave, only while the caller has the floor', () => {
    const peak: Scene = { wave: 'peak', waveHeight: 0.9 };
    const call = new Rehearsal();
    call.play(5, { ...calmAgent, ...peak });
    call.play(5, { ...caller, wave: 'rising', waveHeight: 0.9 });
    expect(call.events).toEqual([]);
    expect(kindsAt(cuesOf(call.play(1, { ...caller, ...peak })))).toEqual([['hold', 10.01]]);
  });

  it('compare the rate with 4.8 syllables per second only without a personal baseline', () => {
    const fast: Scene = { ...calmAgent, rushedRate: 4.79 };
    const without = new Rehearsal();
    expect(without.play(10, { ...fast, baselineRate: undefined })).toEqual([]);
    expect(cuesOf(without.play(10, { ...fast, rushedRate: 4.81, baselineRate: undefined }))).toMatchObject([
      { kind: 'slower', evidence: { threshold: expect.closeTo(4.8, 9) } },
    ]);
    expect(new Rehearsal().play(10, { ...fast, rushedRate: 5.4, baselineRate: 5 })).toEqual([]);
  });
});

describe('the scheduler', () => {
  it('shows the cue of higher priority and records the other once', () => {
    const call = new Rehearsal();
    call.play(60, { ...hurriedAgent, pitchSemitones: 5, effortDb: 1 });
    const cues = cuesOf(call.events);
    expect(kindsAt(cues.filter((cue) => cue.shown)).slice(0, 2)).toEqual([
      ['slower', 3],
      ['pitch-raised', 23],
    ]);
    expect(kindsAt(cues.filter((cue) => !cue.shown))).toEqual([['pitch-raised', 8]]);
  });

  it('lets let-them-finish pre-empt the visible cue', () => {
    const call = new Rehearsal();
    call.play(2, loudAgent);
    expect(call.play(1, overlap)).toMatchObject([
      { type: 'cue-ended', at: 2.6, kind: 'softer' },
      { type: 'cue', at: 2.6, cue: { kind: 'let-them-finish', shown: true } },
    ]);
  });

  it('repeats a kind after 45 s, and rests it for 3 minutes when ignored three times in a row', () => {
    const call = new Rehearsal();
    call.play(400, loudAgent);
    expect(kindsAt(shownOf(call.events))).toEqual([
      ['softer', 1.5],
      ['softer', 46.5],
      ['softer', 91.5],
      ['softer', expect.closeTo(91.5 + 8 - 0.01 + 180, 1)],
      ['softer', expect.closeTo(91.5 + 8 - 0.01 + 225, 1)],
      ['softer', expect.closeTo(91.5 + 8 - 0.01 + 270, 1)],
    ]);
  });

  it('does not rest a kind that is heeded, however often it recurs', () => {
    const call = new Rehearsal();
    for (let i = 0; i < 6; i += 1) {
      call.play(4, loudAgent);
      call.play(46, calmAgent);
    }
    expect(shownOf(call.events)).toHaveLength(6);
  });

  it('does not mistake the silence of a listening agent for ignoring', () => {
    const call = new Rehearsal();
    for (let i = 0; i < 5; i += 1) {
      call.play(3, loudAgent);
      call.play(50, caller);
    }
    expect(shownOf(call.events)).toHaveLength(5);
  });

  it('does not show on the first frame of speech a cue that was due long before and whose value is gone', () => {
    const call = new Rehearsal();
    call.play(2, loudAgent);
    call.play(60, caller);
    expect(cuesOf(call.play(1, { ...calmAgent, effortDb: undefined }))).toEqual([]);
  });
});

describe('for any readings', () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const scene = fc.record({
    seconds: fc.double({ min: 0.1, max: 12, noNaN: true }),
    agentSpeaking: fc.boolean(),
    callerSpeaking: fc.boolean(),
    effortDb: maybe(fc.double({ min: -20, max: 20, noNaN: true })),
    momentaryEffortDb: maybe(fc.double({ min: -20, max: 20, noNaN: true })),
    rushedRate: maybe(fc.double({ min: 2, max: 8, noNaN: true })),
    baselineRate: maybe(fc.double({ min: 3, max: 6, noNaN: true })),
    pitchSemitones: maybe(fc.double({ min: -5, max: 8, noNaN: true })),
    agentOverlapSeconds: maybe(fc.double({ min: 0, max: 3, noNaN: true })),
    silenceSeconds: maybe(fc.double({ min: 0, max: 10, noNaN: true })),
    wave: maybe(fc.constantFrom('level', 'rising', 'peak', 'receding')),
    waveHeight: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  const scenes = fc.array(scene, { minLength: 20, maxLength: 60 });

  const played = (script: readonly ({ seconds: number } & Scene)[]) => {
    const call = new Rehearsal();
    for (const { seconds, ...readings } of script) call.play(seconds, readings);
    call.events.push(...call.engine.flush());
    return call.events;
  };

  it('no minute has more than three cues, and the spacing holds', () => {
    fc.assert(
      fc.property(scenes, (script) => {
        const shown = shownOf(played(script));
        for (const [i, cue] of shown.entries()) {
          const third = shown[i - 3];
          if (third) expect(cue.at - third.at).toBeGreaterThan(60);
          const before = shown[i - 1];
          if (before && cue.kind !== 'let-them-finish') expect(cue.at - before.at).toBeGreaterThan(19.999);
          const same = shown.slice(0, i).findLast((other) => other.kind === cue.kind);
          if (same) expect(cue.at - same.at).toBeGreaterThan(44.999);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('one cue is visible at a time, and each ends within 4 s', () => {
    fc.assert(
      fc.property(scenes, (script) => {
        let visible: Cue | undefined;
        for (const event of played(script)) {
          if (event.type === 'cue-ended') {
            expect(event.kind).toBe(visible?.kind);
            expect(event.at - visible!.at).toBeLessThan(4.001);
            visible = undefined;
          } else if (event.cue.shown) {
            expect(visible).toBeUndefined();
            visible = event.cue;
          }
        }
        expect(visible).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it('every cue has finite evidence, beyond its threshold when shown', () => {
    fc.assert(
      fc.property(scenes, (script) => {
        for (const { kind, at, evidence } of cuesOf(played(script))) {
          expect(cueKinds).toContain(kind);
          expect([evidence.value, evidence.threshold, ...evidence.window].every(Number.isFinite)).toBe(true);
          if (kind === 'louder') expect(evidence.value).toBeLessThanOrEqual(evidence.threshold);
          else expect(evidence.value).toBeGreaterThanOrEqual(evidence.threshold);
          expect(evidence.window[0]).toBeLessThanOrEqual(at);
          expect(evidence.window[1]).toBe(at);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('silence and calm speech cause no cue', () => {
    const calm = fc.record({
      seconds: fc.double({ min: 0.1, max: 12, noNaN: true }),
      agentSpeaking: fc.boolean(),
      callerSpeaking: fc.boolean(),
      effortDb: maybe(fc.double({ min: -9.9, max: 3.9, noNaN: true })),
      rushedRate: maybe(fc.double({ min: 3, max: 4.3, noNaN: true })),
      baselineRate: fc.constant(4),
      pitchSemitones: maybe(fc.double({ min: -3, max: 1.9, noNaN: true })),
      agentOverlapSeconds: fc.double({ min: 0, max: 0.59, noNaN: true }),
      silenceSeconds: maybe(fc.double({ min: 0, max: 5.9, noNaN: true })),
      wave: fc.constantFrom('level', 'rising', 'receding'),
      waveHeight: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.array(calm, { minLength: 5, maxLength: 30 }), (script) => {
        expect(played(script)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
