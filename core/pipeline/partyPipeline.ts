import { IpuSegmenter } from '../activity/speechActivity/ipuSegmenter.ts';
import type { TurnTakingInput } from '../activity/turnTaking/turnTakingEvent.ts';
import { RushedSpans } from '../coaching/rushedSpans.ts';
import type { CallConfig } from '../config/callConfig.ts';
import { BaselineInForce } from '../metrics/baselineInForce.ts';
import type { CaptureOrigin } from '../metrics/baselineMeter.ts';
import { GainTrust } from '../metrics/gainTrust.ts';
import type { SignalFacts } from '../metrics/signalCheck.ts';
import type { SettledFrame } from '../metrics/speakerFrame.ts';
import { SpeakerMeter, type SpeakerReading } from '../metrics/speakerMeter.ts';
import type { Baseline } from '../model/baseline.ts';
import type { SpeakerNow } from '../model/callEvent.ts';
import type { Span } from '../model/callReport.ts';
import type { Role } from '../model/role.ts';
import type { SpeakerRecord } from '../report/callRecord.ts';
import { toHundredth } from '../report/rounding.ts';
import { SpeakerRecorder } from '../report/speakerRecorder.ts';
import { ANALYSIS_RATE_HZ, FRAMES_PER_BLOCK, framesOf, secondsOf } from '../stream/frameTime.ts';
import type { FrontEndTick, LiveFrame } from './partyFrontEnd.ts';

/** One party of a call and their audio. */
export interface Party {
  readonly role: Role;
  /** Channel of the recording, or index of the live input. */
  readonly channel: number;
  /** Sample rate before resampling to 16 kHz. */
  readonly sampleRateHz: number;
  readonly origin: CaptureOrigin;
}

/** At this sample rate or a higher one, a microphone should send more than the telephone band. */
const WIDE_BAND_RATE_HZ = ANALYSIS_RATE_HZ;
/** Speech needed before a poor signal-to-noise ratio is reported. */
const LEAST_SPEECH_FOR_SNR = framesOf(5);
/** Speech needed to know a speaker's usual level, relative to which a word is soft. */
const LEAST_SPEECH_FOR_LEVEL = framesOf(2);

const NO_BOUNDARIES: readonly TurnTakingInput[] = [];

/** The part of a call that concerns one party alone: IPUs, trailing readings and their record. */
export class PartyPipeline {
  readonly party: Party;
  readonly baseline: BaselineInForce | undefined;
  readonly pauses: Span[] = [];
  readonly #config: CallConfig;
  /** For the agent only: nobody at this desk can correct the caller's gain. */
  readonly #gain: GainTrust | undefined;
  readonly #segmenter = new IpuSegmenter();
  readonly #meter: SpeakerMeter;
  readonly #recorder: SpeakerRecorder;
  readonly #rushed: RushedSpans;
  readonly #rushedSpans: Span[] = [];
  /** Blocks of ticks waiting for the other party's; `#taken` ticks of the first block have been used. */
  readonly #blocks: (readonly FrontEndTick[])[] = [];
  #taken = 0;
  #waiting = 0;
  #signal: SignalFacts = { clippedShare: 0, silentShare: 0, isNarrow: undefined };
  #live: LiveFrame | undefined;
  #reading: SpeakerReading | undefined;

  /** @param personal the agent's own baseline; missing for the caller */
  constructor(party: Party, config: CallConfig, personal: Baseline | undefined) {
    this.party = party;
    this.#config = config;
    this.#gain = party.role === 'agent' ? new GainTrust(config.signalTrust) : undefined;
    this.baseline = this.#gain && new BaselineInForce(personal, party.origin, this.#gain, config.effort);
    this.#meter = new SpeakerMeter(config, this.baseline);
    this.#recorder = new SpeakerRecorder(config);
    this.#rushed = new RushedSpans(config);
  }

  push(ticks: readonly FrontEndTick[], signal: SignalFacts): void {
    this.#signal = signal;
    if (ticks.length === 0) return;
    this.#blocks.push(ticks);
    this.#waiting += ticks.length;
  }

  /** Number of ticks waiting for the other party's. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Processes the next tick: stores its live part, and measures and records its settled part. */
  advance(): { readonly settled: SettledFrame | undefined; readonly boundaries: readonly TurnTakingInput[] } {
    const tick = this.#next();
    this.#live = tick?.live;
    // After its end a stream is silent: an open IPU ends before the other party continues.
    if (!tick) return { settled: undefined, boundaries: this.#boundaries(this.#segmenter.push(false)) };
    const { settled } = tick;
    if (!settled) return { settled: undefined, boundaries: NO_BOUNDARIES };
    this.#recorder.pushFrame(settled);
    if (this.#gain?.push(settled.frame)) this.#recorder.forgetUsualLevel();
    this.#take(this.#meter.push(settled.frame));
    return { settled, boundaries: this.#boundaries(this.#segmenter.push(settled.frame.speech)) };
  }

  /** Ends the party's stream. Every tick must have been processed with `advance`. */
  end(): readonly TurnTakingInput[] {
    this.#take(this.#meter.flush());
    this.#rushedSpans.push(...this.#rushed.flush());
    return this.#boundaries(this.#segmenter.flush());
  }

  get speakingNow(): boolean {
    return this.#live?.speakingNow ?? false;
  }

  /** The latest trailing readings; missing while the signal cannot be trusted. */
  get reading(): SpeakerReading | undefined {
    return this.#trouble ? undefined : this.#reading;
  }

  /** True if the microphone sends only a telephone's band although its sample rate allows more. */
  get isNarrowBand(): boolean {
    return this.party.sampleRateHz >= WIDE_BAND_RATE_HZ && this.#signal.isNarrow === true;
  }

  get speechFrames(): number {
    return this.#recorder.speechFrames;
  }

  /**
   * Effort over the last 400 ms, estimated from the level: the momentary level minus its mean over the speech since the
   * last gain change, plus the mean effort of this call. Unlike the trailing effort, which needs a second of speech, it
   * detects a soft word immediately, at any gain. Missing until there is enough speech for the mean, and while the gain
   * is in doubt.
   */
  get momentaryEffortDb(): number | undefined {
    const now = this.#live?.momentaryLufs;
    const { usualLevel, meanEffortDb = 0 } = this.#recorder;
    if (now === undefined || this.#gain?.isInDoubt) return undefined;
    return usualLevel.frames < LEAST_SPEECH_FOR_LEVEL ? undefined : now - usualLevel.meanLufs + meanEffortDb;
  }

  now(): SpeakerNow {
    const reading = this.reading;
    return {
      speaking: this.speakingNow,
      momentaryLufs: toHundredth(this.#live?.momentaryLufs),
      activeLufs: toHundredth(reading?.voice.activeLufs),
      effortDb: toHundredth(reading?.effortDb),
      articulationRate: toHundredth(reading?.rate?.rate),
      pitchSemitones: toHundredth(reading?.pitchSemitones),
      trouble: this.#trouble ?? null,
    };
  }

  takeTurn(start: number, end: number) {
    return this.#recorder.takeTurn(start, end);
  }

  record(): SpeakerRecord {
    return {
      role: this.party.role,
      channel: this.party.channel,
      recorder: this.#recorder,
      pauses: this.pauses,
      rushedSpans: this.#rushedSpans,
      clippedShare: this.#signal.clippedShare,
      silentShare: this.#signal.silentShare,
      gainStepSeconds: this.#gain?.stepSeconds ?? [],
    };
  }

  #next(): FrontEndTick | undefined {
    const block = this.#blocks[0];
    const tick = block?.[this.#taken];
    if (!block || !tick) return undefined;
    this.#waiting -= 1;
    this.#taken += 1;
    if (this.#taken === block.length) {
      this.#blocks.shift();
      this.#taken = 0;
    }
    return tick;
  }

  get #trouble(): SpeakerNow['trouble'] | undefined {
    if (this.#live?.trouble) return this.#live.trouble;
    if (this.speechFrames < LEAST_SPEECH_FOR_SNR) return undefined;
    const snrDb = this.#recorder.snrDb();
    return snrDb !== undefined && snrDb < this.#config.signalTrust.minSnrDb ? 'noisy' : undefined;
  }

  #take(reading: SpeakerReading | undefined): void {
    if (!reading) return;
    this.#reading = reading;
    const inForce = this.baseline?.baseline;
    this.#recorder.pushReading(reading, inForce?.articulationRate?.p50);
    const { block } = reading;
    this.#rushedSpans.push(
      ...this.#rushed.push({
        at: secondsOf((block.index + 1) * FRAMES_PER_BLOCK),
        lastingRate: reading.lastingRate?.rate,
        usualRate: this.baseline?.kind === 'personal' ? inForce?.articulationRate?.p50 : undefined,
        speechFrames: block.speechFrames,
      }),
    );
  }

  #boundaries(events: ReturnType<IpuSegmenter['push']>): readonly TurnTakingInput[] {
    if (events.length === 0) return NO_BOUNDARIES;
    const { role } = this.party;
    return events.map((event) => {
      if (event.type === 'start') return { type: 'ipu-start', role, start: event.start };
      this.#recorder.pushIpu([event.start, event.end]);
      return { type: 'ipu-end', role, start: event.start, end: event.end };
    });
  }
}
