import { type CallConfig, defaultCallConfig } from '../../core/config/callConfig.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import { CallPipeline } from '../../core/pipeline/callPipeline.ts';
import type { Party } from '../../core/pipeline/partyPipeline.ts';
import type { CallSource } from '../../core/report/callRecord.ts';
import { PEAKS_PER_SECOND, PeakEnvelope } from '../audio/peakEnvelope.ts';
import { version } from '../version.ts';
import type { AnalysisResult } from './analysis.ts';
import type { PartyFeed, PartySetup } from './partyAnalyser.ts';

const NOTHING = new Float32Array(0);

/** Opens the feed that measures a party; `index` is 0 for the first party of a call and 1 for the second. */
export type OpenParty = (setup: PartySetup, index: number) => PartyFeed;

interface PartyIntake {
  readonly party: Party;
  readonly feed: PartyFeed;
  readonly peaks: PeakEnvelope;
  /** At the party's own sample rate. */
  sampleCount: number;
}

/** Runs one call through its parties' feeds and the pipeline that joins them, for any source. */
export class CallAnalyser {
  readonly #pipeline: CallPipeline;
  readonly #intakes: readonly PartyIntake[];

  /** @param parties in the order in which their samples are pushed */
  constructor(
    parties: readonly Party[],
    openParty: OpenParty,
    baseline: Baseline | null,
    config: CallConfig = defaultCallConfig,
  ) {
    this.#pipeline = new CallPipeline({ parties, baseline: baseline ?? undefined, config });
    const { signalTrust } = config;
    this.#intakes = parties.map((party, i) => ({
      party,
      feed: openParty({ sampleRateHz: party.sampleRateHz, signalTrust }, i),
      peaks: new PeakEnvelope(party.sampleRateHz),
      sampleCount: 0,
    }));
  }

  /**
   * Takes ownership of the next samples of every party, at its own sample rate; an array may be empty. Pushes need not
   * wait for each other.
   *
   * @returns the events that these samples completed, in the order in which they became known
   */
  async push(chunks: readonly Float32Array[]): Promise<readonly CallEvent[]> {
    const events: CallEvent[] = [];
    await Promise.all(
      this.#intakes.map(async (intake, i) => {
        const chunk = chunks[i] ?? NOTHING;
        intake.sampleCount += chunk.length;
        if (chunk.length === 0) return;
        intake.peaks.push(chunk);
        const { ticks, signal } = await intake.feed.push(chunk);
        for (const event of this.#pipeline.push(intake.party.role, ticks, signal)) events.push(event);
      }),
    );
    return events;
  }

  /** Records a gap in one party's samples and fills it with silence, so that the parties stay in step. */
  async gap(index: number, sampleCount: number, reason: string): Promise<readonly CallEvent[]> {
    const { party, sampleCount: before } = this.#intakes[index]!;
    const { role, sampleRateHz } = party;
    const events = [...this.#pipeline.gap(role, before / sampleRateHz, sampleCount / sampleRateHz, reason)];
    for (let left = sampleCount; left > 0; left -= sampleRateHz) {
      const silence = new Float32Array(Math.min(left, sampleRateHz));
      events.push(...(await this.push(this.#intakes.map((_, i) => (i === index ? silence : NOTHING)))));
    }
    return events;
  }

  /** Ends the call. The caller of this method supplies the report's source. */
  async finish(
    source: CallSource,
  ): Promise<{ readonly events: readonly CallEvent[]; readonly result: AnalysisResult }> {
    const events: CallEvent[] = [];
    const endings = await Promise.all(this.#intakes.map(({ feed }) => feed.finish()));
    for (const [i, { party }] of this.#intakes.entries()) {
      const { ticks, signal } = endings[i]!;
      events.push(...this.#pipeline.push(party.role, ticks, signal));
    }
    events.push(...this.#pipeline.flush());
    return { events, result: this.snapshot(source) };
  }

  /** Returns the report of the call so far; the call may continue. */
  snapshot(source: CallSource): AnalysisResult {
    const report = this.#pipeline.report(source, version);
    const peaks = this.#intakes.map(({ party, peaks: envelope }) => ({
      role: party.role,
      peaksPerSecond: PEAKS_PER_SECOND,
      values: envelope.values(),
    }));
    return { report, peaks };
  }
}
