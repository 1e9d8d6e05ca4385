import type { CallEvent } from '../../core/model/callEvent.ts';
import type { Role } from '../../core/model/role.ts';
import type { AnalysisResult, LiveAnalysisRequest } from './analysis.ts';
import { CallAnalyser } from './callAnalyser.ts';
import type { SpeechModel } from './speechModel.ts';

/** A live call inside the worker: the same analyser as a file's, and events as they are known. */
export class LiveTask {
  readonly #request: LiveAnalysisRequest;
  readonly #analyser: CallAnalyser;
  readonly #emit: (events: readonly CallEvent[]) => void;
  readonly #samples = new Map<Role, number>();

  constructor(model: SpeechModel, request: LiveAnalysisRequest, emit: (events: readonly CallEvent[]) => void) {
    this.#request = request;
    this.#emit = emit;
    const parties = request.inputs.map((input, channel) => {
      const agc = input.appliedSettings['autoGainControl'];
      return {
        role: input.role,
        channel,
        sampleRateHz: input.sampleRateHz,
        origin: { device: input.device, agc: typeof agc === 'boolean' ? agc : null },
      };
    });
    this.#analyser = new CallAnalyser(model, parties, request.baseline);
  }

  async push(role: Role, samples: Float32Array): Promise<void> {
    this.#count(role, samples.length);
    this.#say(await this.#analyser.push(role, samples));
  }

  async gap(role: Role, sampleCount: number, reason: string): Promise<void> {
    this.#count(role, sampleCount);
    this.#say(await this.#analyser.gap(role, sampleCount, this.#input(role).sampleRateHz, reason));
  }

  async finish(): Promise<AnalysisResult> {
    const { inputs, startedAt } = this.#request;
    const durations = inputs.map((input) => (this.#samples.get(input.role) ?? 0) / input.sampleRateHz);
    const { events, result } = await this.#analyser.finish({
      kind: 'live',
      path: null,
      startedAt,
      durationSeconds: Math.max(...durations),
      sampleRateHz: inputs[0]!.sampleRateHz,
      channels: inputs.length,
      inputs: inputs.map(({ role, kind, device, appliedSettings }) => ({ role, kind, device, appliedSettings })),
      breakMessage: null,
    });
    this.#say(events);
    return result;
  }

  #say(events: readonly CallEvent[]): void {
    if (events.length > 0) this.#emit(events);
  }

  #count(role: Role, samples: number): void {
    this.#samples.set(role, (this.#samples.get(role) ?? 0) + samples);
  }

  #input(role: Role) {
    const input = this.#request.inputs.find((candidate) => candidate.role === role);
    if (!input) throw new RangeError(`no ${role} in this call`);
    return input;
  }
}
