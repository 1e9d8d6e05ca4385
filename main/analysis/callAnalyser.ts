import { Resampler } from '../../core/audio/resampler.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import { CallPipeline } from '../../core/pipeline/callPipeline.ts';
import type { Party } from '../../core/pipeline/partyPipeline.ts';
import type { CallSource } from '../../core/report/callRecord.ts';
import { version } from '../version.ts';
import type { AnalysisResult } from './analysis.ts';
import { PEAKS_PER_SECOND, PeakEnvelope } from './peakEnvelope.ts';
import type { SpeechModel } from './speechModel.ts';
import type { SpeechModelStream } from './speechModelStream.ts';

const NOTHING = new Float32Array(0);

interface PartyIntake {
  readonly party: Party;
  readonly resampler: Resampler;
  readonly speech: SpeechModelStream;
  readonly peaks: PeakEnvelope;
  /** At the party's own rate. */
  sampleCount: number;
}

/** Runs one call through resampler, speech model and pipeline: the part that is the same for every source. */
export class CallAnalyser {
  readonly #pipeline: CallPipeline;
  readonly #intakes: readonly PartyIntake[];

  /** @param parties in the order in which their samples are pushed */
  constructor(model: SpeechModel, parties: readonly Party[], baseline: Baseline | null) {
    this.#pipeline = new CallPipeline({ parties, baseline: baseline ?? undefined });
    this.#intakes = parties.map((party) => ({
      party,
      resampler: new Resampler(party.sampleRateHz),
      speech: model.open(),
      peaks: new PeakEnvelope(party.sampleRateHz),
      sampleCount: 0,
    }));
  }

  /** Takes the next samples of every party at its own rate; a party that has none gives none. */
  push(chunks: readonly Float32Array[]): Promise<readonly CallEvent[]> {
    const resampled = this.#intakes.map((intake, i) => {
      const chunk = chunks[i] ?? NOTHING;
      intake.sampleCount += chunk.length;
      intake.peaks.push(chunk);
      return joined(intake.resampler.push(chunk));
    });
    return this.#analyse(resampled);
  }

  /** Takes time without samples of one party: reported, and filled with silence so that the parties stay in step. */
  async gap(index: number, sampleCount: number, reason: string): Promise<readonly CallEvent[]> {
    const { party, sampleCount: before } = this.#intakes[index]!;
    const { role, sampleRateHz } = party;
    const events = [...this.#pipeline.gap(role, before / sampleRateHz, sampleCount / sampleRateHz, reason)];
    const silence = new Float32Array(sampleRateHz);
    for (let left = sampleCount; left > 0; left -= silence.length) {
      const chunk = silence.subarray(0, Math.min(left, silence.length));
      events.push(...(await this.push(this.#intakes.map((_, i) => (i === index ? chunk : NOTHING)))));
    }
    return events;
  }

  /** Ends the call. The report's source is what the caller knows of it. */
  async finish(
    source: CallSource,
  ): Promise<{ readonly events: readonly CallEvent[]; readonly result: AnalysisResult }> {
    const events = [...(await this.#analyse(this.#intakes.map(({ resampler }) => joined(resampler.flush()))))];
    events.push(...this.#pipeline.flush());
    return { events, result: this.snapshot(source) };
  }

  /** The report of what is known so far; the call may go on. */
  snapshot(source: CallSource): AnalysisResult {
    const report = this.#pipeline.report(source, version);
    const peaks = this.#intakes.map(({ party, peaks: envelope }) => ({
      role: party.role,
      peaksPerSecond: PEAKS_PER_SECOND,
      values: envelope.values(),
    }));
    return { report, peaks };
  }

  async #analyse(resampled: readonly Float32Array[]): Promise<readonly CallEvent[]> {
    // Not one after the other: channels that wait together share runs of the model.
    const probabilities = await Promise.all(this.#intakes.map(({ speech }, i) => speech.push(resampled[i]!)));
    return this.#intakes.flatMap(({ party }, i) => this.#pipeline.push(party.role, resampled[i]!, probabilities[i]!));
  }
}

/** One array for the blocks of a chunk, which are one or none but at the end of a stream. */
function joined(blocks: readonly Float32Array[]): Float32Array {
  if (blocks.length <= 1) return blocks[0] ?? NOTHING;
  const whole = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let offset = 0;
  for (const block of blocks) {
    whole.set(block, offset);
    offset += block.length;
  }
  return whole;
}
