import { SPEECH_DELAY_FRAMES, SpeechActivity, type SpeechFrame } from '../activity/speechActivity/speechActivity.ts';
import { Framer } from '../audio/framer.ts';
import type { CallConfig } from '../config/callConfig.ts';
import { AlphaBands, type AlphaEnergy } from '../features/alphaRatio.ts';
import { KWeightedPower } from '../features/kWeightedPower.ts';
import { LoudnessMeter } from '../features/loudness.ts';
import { MeydaFeatures } from '../features/meydaFeatures.ts';
import { PitchTracker } from '../features/pitchTracker.ts';
import type { PowerSpectrum } from '../features/powerSpectrum.ts';
import { SpectralClarity, VOICED_CLARITY } from '../features/spectralClarity.ts';
import { SyllableNuclei } from '../features/syllableNuclei.ts';
import { BandwidthCheck } from '../metrics/bandwidthCheck.ts';
import { SignalCheck, type SignalFacts, type SignalState } from '../metrics/signalCheck.ts';
import type { SettledFrame } from '../metrics/speakerFrame.ts';
import { ANALYSIS_RATE_HZ, framesOf, secondsOf } from '../stream/frameTime.ts';

/** The immediate measurements of a speaker, every 10 ms. */
export interface LiveFrame {
  readonly index: number;
  /** Judged without look-ahead, for immediate reactions. */
  readonly speakingNow: boolean;
  /** 400 ms level at the end of the frame; missing in digital silence. */
  readonly momentaryLufs: number | undefined;
  readonly trouble: SignalState['trouble'];
}

/** One step of the call's clock for one party. */
export interface FrontEndTick {
  /** Missing after the end of the stream. */
  readonly live: LiveFrame | undefined;
  /** Missing before the first frame is settled. */
  readonly settled: SettledFrame | undefined;
}

/** Frames from a syllable nucleus until it is known, unless it is drawn out. */
const NUCLEUS_DELAY_FRAMES = 30;

/** Delay in frames until every measurement of a frame is final. */
export const SETTLING_FRAMES = SPEECH_DELAY_FRAMES + NUCLEUS_DELAY_FRAMES;

/** Frames this close to possible speech get their own spectrum, because the syllable detector looks this far. */
const SPECTRUM_REACH = 5;
/** Frames between updates of the background's spectrum. */
const BACKGROUND_STEP = 8;

const NO_NUCLEI: readonly number[] = [];

/** A frame between the microphone and being settled. */
interface FrameUnderWay {
  readonly kPower: number;
  readonly momentaryLufs: number | undefined;
  readonly mayBeSpeech: boolean;
  /** The frame's own spectrum or the background's; missing until the frame is decided. */
  power: PowerSpectrum | undefined;
  clarity: number;
  speech: boolean;
  f0Hz: number | undefined;
}

/**
 * All measurements of one party alone: 16 kHz samples and speech probabilities become 10 ms frames, with immediate
 * results first and final ones once a frame is settled.
 *
 * The output depends on the samples alone, never on their chunking. Frames whose analysis window would extend past the
 * end of the stream are never settled, 32 ms at most.
 */
export class PartyFrontEnd {
  readonly #signal: SignalCheck;
  readonly #kWeighted = new KWeightedPower(ANALYSIS_RATE_HZ);
  readonly #loudness = new LoudnessMeter();
  readonly #framer = new Framer();
  readonly #meyda = new MeydaFeatures();
  readonly #spectralClarity = new SpectralClarity();
  readonly #pitch = new PitchTracker();
  readonly #activity = new SpeechActivity();
  readonly #syllables = new SyllableNuclei();
  readonly #alpha: AlphaBands;
  readonly #band = new BandwidthCheck();
  /** Results waiting for the other results of the same frame. */
  readonly #states: SignalState[] = [];
  readonly #kPowers: number[] = [];
  readonly #speech: SpeechFrame[] = [];
  /** Unsettled frames, oldest first; `#settledCount` frames preceded them. */
  readonly #underWay: FrameUnderWay[] = [];
  /**
   * Their samples, which arrive later: a frame's window ends 22 ms after the frame. Live results do not wait for them.
   */
  readonly #samples: Float32Array[] = [];
  #background: PowerSpectrum | undefined;
  #backgroundFrames = 0;
  #settledCount = 0;
  #liveCount = 0;
  #nuclei: number[] = [];

  /** @param sourceRateHz sample rate before resampling, which limits the band */
  constructor(signalTrust: CallConfig['signalTrust'], sourceRateHz: number) {
    this.#signal = new SignalCheck(signalTrust);
    this.#alpha = new AlphaBands(sourceRateHz);
  }

  /**
   * @param samples at 16 kHz, full scale ±1
   * @param probabilities the speech model's output for every window of 512 samples these samples complete
   */
  push(samples: Float32Array, probabilities: Float32Array): readonly FrontEndTick[] {
    for (const state of this.#signal.push(samples)) this.#states.push(state);
    for (const kPower of this.#kWeighted.push(samples)) this.#kPowers.push(kPower);
    for (const frame of this.#framer.push(samples)) this.#samples.push(frame);
    for (const frame of this.#activity.push(samples, probabilities)) this.#speech.push(frame);
    return this.#ticks();
  }

  flush(): readonly FrontEndTick[] {
    this.#signal.flush();
    for (const frame of this.#activity.flush()) this.#speech.push(frame);
    const ticks = this.#ticks();
    for (const { index, speech } of this.#activity.rest()) this.#decide(index, speech);
    for (const { timeSeconds } of this.#syllables.flush()) this.#nuclei.push(timeSeconds);
    while (this.#samples.length > 0) ticks.push({ live: undefined, settled: this.#settle() });
    return ticks;
  }

  /** Facts about all samples so far; complete after `flush`. */
  get signalFacts(): SignalFacts {
    const { clippedShare, silentShare } = this.#signal;
    return { clippedShare, silentShare, isNarrow: this.#band.isNarrow };
  }

  #ticks(): FrontEndTick[] {
    const count = Math.min(this.#kPowers.length, this.#speech.length);
    const ticks: FrontEndTick[] = [];
    for (let i = 0; i < count; i++) ticks.push(this.#tick(this.#kPowers[i]!, this.#states[i]!, this.#speech[i]!));
    this.#kPowers.splice(0, count);
    this.#states.splice(0, count);
    this.#speech.splice(0, count);
    return ticks;
  }

  #tick(kPower: number, { trouble }: SignalState, { mayBeSpeech, speakingNow, decided }: SpeechFrame): FrontEndTick {
    this.#loudness.push(kPower);
    const { momentaryLufs } = this.#loudness;
    this.#underWay.push({
      kPower,
      momentaryLufs,
      mayBeSpeech,
      power: undefined,
      clarity: 0,
      speech: false,
      f0Hz: undefined,
    });
    if (decided) this.#decide(decided.index, decided.speech);
    const live = { index: this.#liveCount, speakingNow, momentaryLufs, trouble };
    this.#liveCount += 1;
    return { live, settled: this.#underWay.length > SETTLING_FRAMES ? this.#settle() : undefined };
  }

  /** A pitch point covers 20 ms: its frame and the next. */
  #setF0(index: number, f0Hz: number): void {
    for (const frame of [this.#underWay[index - this.#settledCount], this.#underWay[index - this.#settledCount + 1]]) {
      if (frame) frame.f0Hz = f0Hz;
    }
  }

  /** Measures a frame once it is known if speech follows closely. */
  #decide(index: number, speech: boolean): void {
    const place = index - this.#settledCount;
    const frame = this.#underWay[place];
    const samples = this.#samples[place];
    if (!frame || !samples) return;
    frame.speech = speech;
    const power = this.#spectrum(place, samples);
    frame.power = power;
    if (frame.mayBeSpeech) frame.clarity = this.#spectralClarity.of(power);
    const mayBeVoiced = frame.clarity >= VOICED_CLARITY;
    for (const { timeSeconds, f0Hz } of this.#pitch.push({ frame: samples, mayBeVoiced })) {
      this.#setF0(framesOf(timeSeconds), f0Hz);
    }
    const { clarity } = frame;
    for (const { timeSeconds } of this.#syllables.push({ power, clarity, isSpeech: speech })) {
      this.#nuclei.push(timeSeconds);
    }
  }

  /** Returns the frame's own spectrum near speech, and otherwise the background's, which is rarely updated. */
  #spectrum(place: number, samples: Float32Array): PowerSpectrum {
    if (this.#isNearSpeech(place)) return this.#meyda.powerSpectrum(samples);
    this.#backgroundFrames += 1;
    if (!this.#background || this.#backgroundFrames >= BACKGROUND_STEP) {
      this.#background = this.#meyda.powerSpectrum(samples);
      this.#backgroundFrames = 0;
    }
    return this.#background;
  }

  #isNearSpeech(place: number): boolean {
    if (this.#underWay[place]!.speech) return true;
    const last = Math.min(place + SPECTRUM_REACH, this.#underWay.length - 1);
    for (let near = Math.max(0, place - SPECTRUM_REACH); near <= last; near++) {
      if (this.#underWay[near]!.mayBeSpeech) return true;
    }
    return false;
  }

  #settle(): SettledFrame {
    const { kPower, momentaryLufs, power, clarity, speech, f0Hz } = this.#underWay.shift()!;
    this.#samples.shift();
    if (!power) throw new RangeError('a frame must be decided before it is settled');
    const index = this.#settledCount;
    this.#settledCount += 1;
    let alpha: AlphaEnergy | undefined;
    if (speech) {
      this.#band.push(power);
      alpha = this.#alpha.pushSpeech(power, clarity >= VOICED_CLARITY);
    } else this.#alpha.pushSilence(power);
    const nextSeconds = secondsOf(this.#settledCount);
    let nuclei = NO_NUCLEI;
    if (this.#nuclei.length > 0) {
      nuclei = this.#nuclei.filter((seconds) => seconds < nextSeconds);
      this.#nuclei = this.#nuclei.filter((seconds) => seconds >= nextSeconds);
    }
    return {
      frame: {
        index,
        speech,
        kPower,
        alpha,
        f0Hz: speech ? f0Hz : undefined,
        nuclei,
      },
      momentaryLufs,
    };
  }
}
