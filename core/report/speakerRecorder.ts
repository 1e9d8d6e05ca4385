import type { CallConfig } from '../config/callConfig.ts';
import { IntegratedLoudness } from '../features/integratedLoudness.ts';
import { lufsOfPower } from '../features/loudness.ts';
import { NoiseGuard } from '../features/noiseGuard.ts';
import { Histogram } from '../metrics/histogram.ts';
import type { SettledFrame, SpeakerFrame } from '../metrics/speakerFrame.ts';
import { isSpeechBlock, type SpeakerReading } from '../metrics/speakerMeter.ts';
import type { Span } from '../model/callReport.ts';
import { isWithin } from '../model/targets.ts';
import { mean } from '../statistics/mean.ts';
import { median } from '../statistics/median.ts';
import { FRAMES_PER_BLOCK } from '../stream/frameTime.ts';
import { TimelineSeries } from './timelineSeries.ts';

const levelHistogram = () => new Histogram(-120, 10, 0.05);

/** The speech of one turn. */
export interface SpeechTally {
  readonly syllables: number;
  /** Median of the IPUs' medians, weighted by voiced time. */
  readonly f0MedianHz: number | undefined;
  readonly effortMeanDb: number | undefined;
}

/** The speech of one IPU, stored until its turn is over. */
class IpuTally {
  syllables = 0;
  effortSum = 0;
  effortFrames = 0;
  readonly f0Hz: number[] = [];
}

/** Mean momentary level over a number of frames of speech. */
interface UsualLevel {
  readonly frames: number;
  readonly meanLufs: number;
}
const NO_LEVEL: UsualLevel = { frames: 0, meanLufs: 0 };

/** Gathers the report's values of one speaker. Its memory grows only with the size of the report. */
export class SpeakerRecorder {
  readonly #config: CallConfig;
  readonly #loudness = new IntegratedLoudness();
  readonly #momentary = levelHistogram();
  readonly #noise = levelHistogram();
  readonly #noiseGuard = new NoiseGuard<number | undefined>();
  readonly #blockLevel = levelHistogram();
  readonly #f0Hz = new Histogram(50, 500, 0.5);
  readonly #f0Semitones = new Histogram(-60, 60, 0.05);
  readonly #effortDb = new Histogram(-60, 60, 0.1);
  readonly #alphaDb = new Histogram(-60, 60, 0.1);
  readonly #nucleusSeconds: number[] = [];
  readonly #segments: Span[] = [];
  readonly #level: TimelineSeries;
  readonly #effort: TimelineSeries;
  readonly #rate: TimelineSeries;
  readonly #pitchHz: TimelineSeries;
  #openIpu = new IpuTally();
  #ipus: { readonly span: Span; readonly tally: IpuTally }[] = [];
  #usualLevel = NO_LEVEL;
  #speechFrames = 0;
  #speechPower = 0;
  #inBandFrames = 0;
  #effortFrames = 0;
  #paceFrames = 0;
  #inPaceFrames = 0;
  #frames = 0;

  constructor(config: CallConfig) {
    this.#config = config;
    const { stepSeconds } = config.timeline;
    this.#level = new TimelineSeries(stepSeconds, (powers) => lufsOfPower(mean(powers) ?? 0));
    // Readings are means over several seconds already: the curve takes the last one of each step, as a live screen does.
    this.#effort = new TimelineSeries(stepSeconds, (readings) => readings.at(-1));
    this.#rate = new TimelineSeries(stepSeconds, (readings) => readings.at(-1));
    this.#pitchHz = new TimelineSeries(stepSeconds, median);
  }

  pushFrame({ frame, momentaryLufs }: SettledFrame): void {
    this.#frames = frame.index + 1;
    this.#loudness.push(frame.kPower);
    this.#nucleusSeconds.push(...frame.nuclei);
    this.#openIpu.syllables += frame.nuclei.length;
    if (frame.speech) this.#pushSpeech(frame, momentaryLufs);
    else this.#pushSilence(frame);
  }

  #pushSpeech(frame: SpeakerFrame, momentaryLufs: number | undefined): void {
    this.#noiseGuard.pushSpeech();
    this.#speechFrames += 1;
    this.#speechPower += frame.kPower;
    if (momentaryLufs !== undefined) {
      this.#momentary.add(momentaryLufs);
      const frames = this.#usualLevel.frames + 1;
      const { meanLufs } = this.#usualLevel;
      this.#usualLevel = { frames, meanLufs: meanLufs + (momentaryLufs - meanLufs) / frames };
    }
    this.#level.add(frame.index, frame.kPower);
    if (frame.f0Hz !== undefined) {
      this.#f0Hz.add(frame.f0Hz);
      this.#f0Semitones.add(12 * Math.log2(frame.f0Hz / 100));
      this.#openIpu.f0Hz.push(frame.f0Hz);
      this.#pitchHz.add(frame.index, frame.f0Hz);
    }
  }

  #pushSilence(frame: SpeakerFrame): void {
    const noiseLufs = this.#noiseGuard.pushSilence(lufsOfPower(frame.kPower));
    if (noiseLufs !== undefined) this.#noise.add(noiseLufs);
  }

  /** @param baselineRate the speaker's usual rate in syllables per second, if it is known */
  pushReading(reading: SpeakerReading, baselineRate: number | undefined): void {
    const { block, effortDb, rate, voice } = reading;
    if (!isSpeechBlock(block)) return;
    const frame = block.index * FRAMES_PER_BLOCK;
    const blockLufs = lufsOfPower(block.kPowerSum / block.speechFrames);
    if (blockLufs !== undefined) this.#blockLevel.add(blockLufs, block.speechFrames);
    if (voice.alphaDb !== undefined) this.#alphaDb.add(voice.alphaDb, block.speechFrames);
    if (rate) this.#rate.add(frame, rate.rate);
    if (rate && baselineRate !== undefined) {
      this.#paceFrames += block.speechFrames;
      if (isWithin(rate.rate / baselineRate, this.#config.rate.paceBand)) this.#inPaceFrames += block.speechFrames;
    }
    if (effortDb !== undefined) {
      this.#effort.add(frame, effortDb);
      this.#effortDb.add(effortDb, block.speechFrames);
      this.#openIpu.effortSum += effortDb * block.speechFrames;
      this.#openIpu.effortFrames += block.speechFrames;
      this.#effortFrames += block.speechFrames;
      if (isWithin(effortDb, this.#config.effort.bandDb)) this.#inBandFrames += block.speechFrames;
    }
  }

  /** Closes the open IPU. */
  pushIpu(span: Span): void {
    this.#segments.push(span);
    this.#ipus.push({ span, tally: this.#openIpu });
    this.#openIpu = new IpuTally();
  }

  /** Returns the speech of a turn, and drops its IPUs and all earlier ones. */
  takeTurn(start: number, end: number): SpeechTally {
    let syllables = 0;
    let effortSum = 0;
    let effortFrames = 0;
    const phrases: (readonly number[])[] = [];
    for (const { span, tally } of this.#ipus) {
      if (span[0] < start || span[1] > end) continue;
      syllables += tally.syllables;
      effortSum += tally.effortSum;
      effortFrames += tally.effortFrames;
      phrases.push(tally.f0Hz);
    }
    this.#ipus = this.#ipus.filter(({ span }) => span[0] > end);
    return {
      syllables,
      f0MedianHz: prevailingHz(phrases),
      effortMeanDb: effortFrames > 0 ? effortSum / effortFrames : undefined,
    };
  }

  get speechFrames(): number {
    return this.#speechFrames;
  }

  /** Active level above the median of the noise, in dB; undefined while one of them is unknown. */
  snrDb(): number | undefined {
    const activeLufs = this.#activeLufs();
    const noiseLufs = this.#noise.percentile(0.5);
    return activeLufs !== undefined && noiseLufs !== undefined ? activeLufs - noiseLufs : undefined;
  }

  #activeLufs(): number | undefined {
    return this.#speechFrames > 0 ? lufsOfPower(this.#speechPower / this.#speechFrames) : undefined;
  }

  /** Covers the speech since `forgetUsualLevel`. */
  get usualLevel(): UsualLevel {
    return this.#usualLevel;
  }

  /** To be called when the gain changes, because earlier levels are then no longer comparable. */
  forgetUsualLevel(): void {
    this.#usualLevel = NO_LEVEL;
  }

  get meanEffortDb(): number | undefined {
    return this.#effortDb.mean;
  }

  get segments(): readonly Span[] {
    return this.#segments;
  }

  get nucleusSeconds(): readonly number[] {
    return this.#nucleusSeconds;
  }

  /** Returns everything gathered, in the report's units. Nothing may be pushed afterwards. */
  measures() {
    return {
      activeLufs: this.#activeLufs(),
      p10Lufs: this.#momentary.percentile(0.1),
      p50Lufs: this.#momentary.percentile(0.5),
      p90Lufs: this.#momentary.percentile(0.9),
      integratedLufs: this.#loudness.integratedLufs(),
      snrDb: this.snrDb(),
      levelSdDb: this.#blockLevel.standardDeviation,
      f0MedianHz: this.#f0Hz.percentile(0.5),
      f0SdSemitones: this.#f0Semitones.standardDeviation,
      alphaRatioDb: this.#alphaDb.percentile(0.5),
      effortMeanDb: this.meanEffortDb,
      effortP90Db: this.#effortDb.percentile(0.9),
      inBandShare: this.#effortFrames > 0 ? this.#inBandFrames / this.#effortFrames : undefined,
      paceShare: this.#paceFrames > 0 ? this.#inPaceFrames / this.#paceFrames : undefined,
      series: {
        levelLufs: this.#level.values(this.#frames),
        effortDb: this.#effort.values(this.#frames),
        articulationRate: this.#rate.values(this.#frames),
        pitchHz: this.#pitchHz.values(this.#frames),
      },
    };
  }
}

/** Returns the weighted median of the phrases' medians. A plain median could fall between a high and a low phrase. */
function prevailingHz(phrases: readonly (readonly number[])[]): number | undefined {
  const voiced = phrases.filter(({ length }) => length > 0);
  const half = voiced.reduce((sum, { length }) => sum + length, 0) / 2;
  const byHeight = voiced.map((f0Hz) => ({ hz: median(f0Hz)!, frames: f0Hz.length })).toSorted((a, b) => a.hz - b.hz);
  let passed = 0;
  return byHeight.find(({ frames }) => {
    passed += frames;
    return passed >= half;
  })?.hz;
}
