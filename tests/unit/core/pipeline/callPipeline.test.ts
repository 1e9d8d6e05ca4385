import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { callEventSchema } from '../../../../core/model/callEvent.ts';
import { type CallReport, callReportSchema } from '../../../../core/model/callReport.ts';
import type { Role } from '../../../../core/model/role.ts';
import { CallPipeline } from '../../../../core/pipeline/callPipeline.ts';
import type { Party } from '../../../../core/pipeline/partyPipeline.ts';
import { type Delivery, runPipeline, whole } from '../../../support/pipelineRun.ts';
import { amplitudeOfDb, concat, mix, silence, syllableTrain, vowel, whiteNoise } from '../../../support/signals.ts';

const noise = (seconds: number, seed: number) => whiteNoise(seconds, amplitudeOfDb(-70), seed);
const talk = (seconds: number, f0Hz: number, perSecond = 4) =>
  syllableTrain({ count: Math.round(seconds * perSecond), perSecond, f0Hz });

/** The caller speaks at 1–4 s, the agent interrupts at 3–6 s, the caller answers at 7–9 s, the agent at 9.8–12 s. */
const voices = {
  agent: mix(concat(silence(3), talk(3, 200, 6), silence(3.8), talk(2.2, 200)), noise(13, 1)),
  customer: mix(concat(silence(1), talk(3, 120), silence(3), talk(2, 120)), noise(13, 2)),
};
const both: Role[] = ['agent', 'customer'];

/** The voices cut into pieces of the given lengths, the parties' pieces interleaved as the order says. */
function* deliveries(lengths: readonly number[], order: readonly boolean[]): Iterable<Delivery> {
  const at = { agent: 0, customer: 0 };
  for (let i = 0; at.agent < voices.agent.length || at.customer < voices.customer.length; i++) {
    const wanted: Role = order[i % order.length] ? 'agent' : 'customer';
    const role = at[wanted] < voices[wanted].length ? wanted : wanted === 'agent' ? 'customer' : 'agent';
    const end = at[role] + lengths[i % lengths.length]!;
    yield { role, samples: voices[role].slice(at[role], end) };
    at[role] = end;
  }
}

describe('CallPipeline', () => {
  it('returns the same events and report for any chunking and order of the parties', () => {
    const expected = runPipeline(both, whole(voices));
    expect(expected.events.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
        (lengths, order) => {
          fc.pre(lengths.some((length) => length > 2000));
          const found = runPipeline(both, deliveries(lengths, order));
          expect(found.events).toEqual(expected.events);
          expect(found.report).toEqual(expected.report);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('detects who speaks when, and who interrupts', () => {
    const { report, events } = runPipeline(both, whole(voices));
    const interruptions = report.overlaps.filter(({ kind }) => kind === 'interruption');
    expect(interruptions).toHaveLength(1);
    expect(interruptions[0]).toMatchObject({ startedBy: 'agent', successful: true });
    expect(Math.abs(interruptions[0]!.start - 3)).toBeLessThan(0.15);
    expect(Math.abs(interruptions[0]!.end - 4)).toBeLessThan(0.15);
    const answer = report.gaps.find(({ to, seconds }) => to === 'agent' && seconds > 0);
    expect(Math.abs(answer!.seconds - 0.8)).toBeLessThan(0.15);
    expect(report.cues.some(({ kind, shown }) => kind === 'let-them-finish' && shown)).toBe(true);
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['metrics', 'floor', 'cue', 'cue-ended', 'speech', 'turn', 'floor-transfer', 'overlap']),
    );
  });

  it('assigns a turn of two phrases the pitch of the longer one, not a mean of both', () => {
    const gliding = (fromHz: number, seconds: number) =>
      vowel({ f0Hz: (at) => fromHz * (1 + (0.4 * at) / seconds), seconds });
    const turn = concat(silence(1), gliding(110, 1.3), silence(0.5), gliding(200, 1.1), silence(2));
    const { report } = runPipeline(['agent'], whole({ agent: mix(turn, noise(5.9, 1)) }));
    expect(report.turns).toHaveLength(1);
    expect(Math.abs(report.turns[0]!.f0MedianHz! / 132 - 1)).toBeLessThan(0.03);
  });

  it('steps the floor light through its states as the caller stops, and back immediately', () => {
    const { events } = runPipeline(both, whole(voices));
    const states = events.flatMap((event) => (event.type === 'floor' ? [event] : []));
    expect(states.map(({ state }) => state)).toEqual([
      'your-turn',
      'wait',
      'almost',
      'your-turn',
      'wait',
      'almost',
      'your-turn',
    ]);
    expect(Math.abs(states[4]!.at - 7)).toBeLessThan(0.2);
  });

  it('returns only what its schemas allow', () => {
    const { report, events } = runPipeline(both, whole(voices));
    for (const event of events) callEventSchema.parse(event);
    callReportSchema.parse(report);
  });

  it.each([
    ['silence', silence(20)],
    ['a constant', silence(20).fill(0.5)],
    ['full-scale noise', whiteNoise(20, 1, 7)],
    ['NaN', silence(20).fill(Number.NaN)],
    ['infinity', silence(20).fill(Number.POSITIVE_INFINITY)],
    ['one sample', Float32Array.of(0.5)],
    ['nothing', new Float32Array(0)],
  ])('makes of %s neither NaN nor a cue about the voice', (_name, samples) => {
    const { report, events } = runPipeline(both, whole({ agent: samples, customer: samples }));
    callReportSchema.parse(report);
    for (const event of events) callEventSchema.parse(event);
    // Noise that the model mistakes for speech is soon recognised. Then nobody speaks, whatever the voice.
    expect(report.cues.filter(({ kind }) => kind !== 'dead-air')).toEqual([]);
  });

  it('treats a party whose stream is shorter as silent for the rest', () => {
    const short = { agent: voices.agent, customer: voices.customer.slice(0, 16_000 * 5) };
    const { report } = runPipeline(both, whole(short));
    const [agent, customer] = report.speakers;
    expect(agent!.speech.segments.at(-1)![1]).toBeGreaterThan(11);
    expect(customer!.speech.segments.at(-1)![1]).toBeLessThan(5);
  });

  it("ends a party's speech with its stream, however much longer the other’s is", () => {
    // The agent's stream ends at 4.5 s, in the middle of the interruption from 3 to 6 s.
    const short = { ...voices, agent: voices.agent.slice(0, 16_000 * 4.5) };
    const { report } = runPipeline(both, whole(short));
    const [agent] = report.speakers;
    expect(agent!.speech.segments.at(-1)![1]).toBeCloseTo(4.5, 1);
    expect(report.overlaps.find(({ startedBy }) => startedBy === 'agent')!.start).toBeCloseTo(3, 1);
  });

  it('lists the values that need both parties', () => {
    const { report } = runPipeline(['agent'], whole({ agent: voices.agent }));
    const missing = report.unavailable.map(({ field }) => field);
    expect(missing).toEqual(expect.arrayContaining(['overlaps', 'gaps', 'summary.talkShare', 'wave']));
    expect(report.summary.agentInterruptions).toBeNull();
    expect(report.cues.map(({ kind }) => kind)).not.toContain('let-them-finish');
  });

  it('warns that a mono file may contain both parties, and explains what to do', () => {
    const reasonIn = ({ unavailable }: CallReport, field: string) =>
      unavailable.find((entry) => entry.field === field)?.reason;
    const one = runPipeline(['customer'], whole({ customer: voices.customer })).report;
    expect(reasonIn(one, 'speakers.agent')).toMatch(/one channel.*both together.*two channels/);
    expect(reasonIn(one, 'speakers.customer')).toBeUndefined();
    const two = runPipeline(both, whole(voices)).report;
    expect([reasonIn(two, 'speakers.agent'), reasonIn(two, 'speakers.customer')]).toEqual([undefined, undefined]);
    const other = runPipeline(['agent'], whole({ agent: voices.agent }), { channels: 2 }).report;
    expect(reasonIn(other, 'speakers.customer')).toBeUndefined();
  });

  it('reports time without samples, merging adjacent gaps', () => {
    const pipeline = new CallPipeline({
      parties: [{ role: 'agent', channel: 0, sampleRateHz: 16_000, origin: { device: 'Headset', agc: false } }],
      baseline: undefined,
      config: defaultCallConfig,
    });
    pipeline.gap('agent', 1, 0.25, 'device stalled');
    pipeline.gap('agent', 1.25, 0.25, 'device stalled');
    pipeline.gap('agent', 9, 0.5, 'device stalled');
    pipeline.flush();
    const report = pipeline.report(
      {
        kind: 'live',
        path: null,
        startedAt: '2026-01-01T09:00:00.000Z',
        durationSeconds: 10,
        sampleRateHz: 16_000,
        channels: 1,
        inputs: [],
        breakMessage: null,
      },
      'test',
    );
    expect(report.gapsInCapture).toEqual([
      { role: 'agent', start: 1, seconds: 0.5, reason: 'device stalled' },
      { role: 'agent', start: 9, seconds: 0.5, reason: 'device stalled' },
    ]);
  });

  it('rejects metrics that would not fall on whole frames', () => {
    const party = { role: 'agent' as const, channel: 0, sampleRateHz: 16_000, origin: { device: null, agc: null } };
    const config = { ...defaultCallConfig, metrics: { perSecond: 3 } };
    expect(() => new CallPipeline({ parties: [party], baseline: undefined, config })).toThrow(RangeError);
  });

  it('rejects a call without parties and one with two of the same role', () => {
    const party = { role: 'agent' as const, channel: 0, sampleRateHz: 16_000, origin: { device: null, agc: null } };
    const open = (parties: readonly Party[]) =>
      new CallPipeline({ parties, baseline: undefined, config: defaultCallConfig });
    expect(() => open([])).toThrow(RangeError);
    expect(() => open([party, party])).toThrow(RangeError);
  });
});
