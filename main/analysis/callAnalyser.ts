import { Resampler } from '../../core/audio/resampler.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import type { CallReport } from '../../core/model/callReport.ts';
import type { Role } from '../../core/model/role.ts';
import { CallPipeline, type Party } from '../../core/pipeline/callPipeline.ts';
import type { CallSource } from '../../core/report/callRecorder.ts';
import type { AnalysisResult } from './analysis.ts';
import { PEAKS_PER_SECOND, PeakEnvelope } from './peakEnvelope.ts';
import type { SpeechModel, SpeechModelStream } from './speechModel.ts';

interface PartyIntake {
  readonly resampler: Resampler;
  readonly speech: SpeechModelStream;
  readonly peaks: PeakEnvelope;
}

/** Runs one call through resampler, speech model and pipeline: the part that is the same for every source. */
export class CallAnalyser {
  readonly #pipeline: CallPipeline;
  readonly #intakes: ReadonlyMap<Role, PartyIntake>;

  constructor(model: SpeechModel, parties: readonly Party[], baseline: Baseline | null) {
    this.#pipeline = new CallPipeline({ parties, baseline: baseline ?? undefined });
    this.#intakes = new Map(
      parties.map((party) => [
        party.role,
        {
          resampler: new Resampler(party.sampleRateHz),
          speech: model.open(),
          peaks: new PeakEnvelope(party.sampleRateHz),
        },
      ]),
    );
  }

  /** Takes mono samples of one party at its own rate. */
  async push(role: Role, samples: Float32Array): Promise<readonly CallEvent[]> {
    const intake = this.#intakes.get(role);
    if (!intake) throw new RangeError(`no ${role} in this call`);
    intake.peaks.push(samples);
    return this.#analyse(role, intake, intake.resampler.push(samples));
  }

  /** Takes time without samples: reported, and filled with silence so that both parties stay in step. */
  async gap(role: Role, sampleCount: number, sampleRateHz: number, reason: string): Promise<readonly CallEvent[]> {
    const events = [...this.#pipeline.gap(role, sampleCount / sampleRateHz, reason)];
    const chunk = new Float32Array(sampleRateHz);
    for (let left = sampleCount; left > 0; left -= chunk.length) {
      events.push(...(await this.push(role, chunk.subarray(0, Math.min(left, chunk.length)))));
    }
    return events;
  }

  /** Ends the call. The report's source is what the caller knows of it. */
  async finish(
    source: CallSource,
  ): Promise<{ readonly events: readonly CallEvent[]; readonly result: AnalysisResult }> {
    const events: CallEvent[] = [];
    for (const [role, intake] of this.#intakes) {
      events.push(...(await this.#analyse(role, intake, intake.resampler.flush())));
    }
    events.push(...this.#pipeline.flush());
    const report: CallReport = this.#pipeline.report(source);
    const peaks = [...this.#intakes].map(([role, intake]) => ({
      role,
      peaksPerSecond: PEAKS_PER_SECOND,
      values: intake.peaks.values(),
    }));
    return { events, result: { report, peaks } };
  }

  async #analyse(role: Role, intake: PartyIntake, blocks: readonly Float32Array[]): Promise<readonly CallEvent[]> {
    const events: CallEvent[] = [];
    for (const samples of blocks) {
      const probabilities = await intake.speech.push(samples);
      events.push(...this.#pipeline.push(role, samples, probabilities));
    }
    return events;
  }
}
