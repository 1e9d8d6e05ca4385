import { defaultCallConfig } from '../../core/config/callConfig.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import type { CallReport } from '../../core/model/callReport.ts';
import type { Role } from '../../core/model/role.ts';
import { CallPipeline } from '../../core/pipeline/callPipeline.ts';
import { PartyFrontEnd } from '../../core/pipeline/partyFrontEnd.ts';

/** Speech of each party: samples at 16 kHz. */
export type Voices = Partial<Record<Role, Float32Array>>;

/** A piece of one party's stream, as delivered by a source. */
export interface Delivery {
  readonly role: Role;
  readonly samples: Float32Array;
}

const WINDOW_SAMPLES = 512;

/** A substitute for the speech model that uses only the level: the generated test signals are either loud or silent. */
class LevelModel {
  #energy = 0;
  #count = 0;

  push(samples: Float32Array): Float32Array {
    const probabilities: number[] = [];
    for (const sample of samples) {
      if (Number.isFinite(sample)) this.#energy += sample * sample;
      this.#count += 1;
      if (this.#count % WINDOW_SAMPLES !== 0) continue;
      probabilities.push(this.#energy / WINDOW_SAMPLES > 1e-5 ? 0.95 : 0.02);
      this.#energy = 0;
    }
    return Float32Array.from(probabilities);
  }
}

export interface PipelineRun {
  readonly events: readonly CallEvent[];
  readonly report: CallReport;
}

/** Runs front ends and the call pipeline over deliveries in their order. */
export function runPipeline(
  roles: readonly Role[],
  deliveries: Iterable<Delivery>,
  options: { readonly baseline?: Baseline; readonly channels?: number } = {},
): PipelineRun {
  const pipeline = new CallPipeline({
    parties: roles.map((role, channel) => ({
      role,
      channel,
      sampleRateHz: 16_000,
      origin: { device: null, agc: null },
    })),
    baseline: options.baseline,
    config: defaultCallConfig,
  });
  const models = new Map(roles.map((role) => [role, new LevelModel()]));
  const frontEnds = new Map(roles.map((role) => [role, new PartyFrontEnd(defaultCallConfig.signalTrust, 16_000)]));
  const events: CallEvent[] = [];
  let longest = 0;
  const heard = new Map<Role, number>();
  for (const { role, samples } of deliveries) {
    const frontEnd = frontEnds.get(role)!;
    const ticks = frontEnd.push(samples, models.get(role)!.push(samples));
    events.push(...pipeline.push(role, ticks, frontEnd.signalFacts));
    heard.set(role, (heard.get(role) ?? 0) + samples.length);
    longest = Math.max(longest, heard.get(role)!);
  }
  for (const [role, frontEnd] of frontEnds) {
    const ticks = frontEnd.flush();
    events.push(...pipeline.push(role, ticks, frontEnd.signalFacts));
  }
  events.push(...pipeline.flush());
  const report = pipeline.report(
    {
      kind: 'file',
      path: 'test.wav',
      startedAt: null,
      durationSeconds: longest / 16_000,
      sampleRateHz: 16_000,
      channels: options.channels ?? roles.length,
      inputs: roles.map((role) => ({ role, kind: 'file' as const, device: null, appliedSettings: {} })),
      breakMessage: null,
    },
    'test',
  );
  return { events, report };
}

/** Delivers each voice whole, one after the other. */
export function* whole(voices: Voices): Iterable<Delivery> {
  for (const [role, samples] of Object.entries(voices)) yield { role: role as Role, samples };
}
