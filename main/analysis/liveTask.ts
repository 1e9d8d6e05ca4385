import type { CallEvent } from '../../core/model/callEvent.ts';
import type { Role } from '../../core/model/role.ts';
import type { CallSource } from '../../core/report/callRecord.ts';
import { type EncodedCall, encodeCall } from '../storage/calls/callCodec.ts';
import type { AnalysisResult, LiveAnalysisRequest } from './analysis.ts';
import { CallAnalyser, type OpenParty } from './callAnalyser.ts';
import type { PartySamples } from './partiesInStep.ts';

/** A snapshot is stored for only a second, so it may be a seventh larger if it takes a third of the time. */
const QUICK = 1;

const NOTHING: Float32Array = new Float32Array(0);

/** A live call inside the worker: the same analyser as for files, with events reported as they become known. */
export class LiveTask {
  readonly #request: LiveAnalysisRequest;
  readonly #analyser: CallAnalyser;
  readonly #emit: (events: readonly CallEvent[]) => void;
  readonly #samples: number[];

  constructor(openParty: OpenParty, request: LiveAnalysisRequest, emit: (events: readonly CallEvent[]) => void) {
    this.#request = request;
    this.#emit = emit;
    this.#samples = request.inputs.map(() => 0);
    const parties = request.inputs.map((input, channel) => {
      const agc = input.appliedSettings['autoGainControl'];
      return {
        role: input.role,
        channel,
        sampleRateHz: input.sampleRateHz,
        origin: { device: input.device, agc: typeof agc === 'boolean' ? agc : null },
      };
    });
    this.#analyser = new CallAnalyser(parties, openParty, request.baseline, request.config);
  }

  async push(parties: readonly PartySamples[]): Promise<void> {
    const chunks = this.#request.inputs.map(() => NOTHING);
    for (const { role, samples } of parties) chunks[this.#count(role, samples.length)] = samples;
    this.#say(await this.#analyser.push(chunks));
  }

  async gap(role: Role, sampleCount: number, reason: string): Promise<void> {
    this.#say(await this.#analyser.gap(this.#count(role, sampleCount), sampleCount, reason));
  }

  async finish(): Promise<AnalysisResult> {
    const { events, result } = await this.#analyser.finish(this.#source());
    this.#say(events);
    return result;
  }

  snapshot(): Promise<EncodedCall> {
    return encodeCall(this.#analyser.snapshot(this.#source()), QUICK);
  }

  #source(): CallSource {
    const { inputs, startedAt } = this.#request;
    const durations = inputs.map((input, i) => this.#samples[i]! / input.sampleRateHz);
    return {
      kind: 'live',
      path: null,
      startedAt,
      durationSeconds: Math.max(...durations),
      sampleRateHz: inputs[0]!.sampleRateHz,
      channels: inputs.length,
      inputs: inputs.map(({ role, kind, device, appliedSettings }) => ({ role, kind, device, appliedSettings })),
      breakMessage: null,
    };
  }

  #say(events: readonly CallEvent[]): void {
    if (events.length > 0) this.#emit(events);
  }

  /** Counts a party's samples and returns the index of its input. */
  #count(role: Role, samples: number): number {
    const index = this.#request.inputs.findIndex((input) => input.role === role);
    if (index < 0) throw new RangeError(`no ${role} in this call`);
    this.#samples[index]! += samples;
    return index;
  }
}
