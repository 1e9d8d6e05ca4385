import { SpeechActivity } from '../../core/activity/speechActivity/speechActivity.ts';
import { Framer } from '../../core/audio/framer.ts';
import { Resampler } from '../../core/audio/resampler.ts';
import { defaultCallConfig } from '../../core/config/callConfig.ts';
import { KWeightedPower } from '../../core/features/kWeightedPower.ts';
import { MeydaFeatures } from '../../core/features/meydaFeatures.ts';
import { PitchTracker } from '../../core/features/pitchTracker.ts';
import { SpectralClarity } from '../../core/features/spectralClarity.ts';
import { SyllableNuclei } from '../../core/features/syllableNuclei.ts';
import { SignalCheck } from '../../core/metrics/signalCheck.ts';
import { CallPipeline } from '../../core/pipeline/callPipeline.ts';
import { PartyFrontEnd } from '../../core/pipeline/partyFrontEnd.ts';
import { median } from '../../core/statistics/median.ts';
import { loadSpeechModel } from '../../main/analysis/speechModel.ts';
import type { BenchSetup } from './benchSetup.ts';
import type { Figure } from './figure.ts';

const CHUNK_SAMPLES = 4000;
const SECONDS = 120;

/** Performs the stage's work on a chunk of samples. */
type Stage = (samples: Float32Array, index: number) => unknown;

/**
 * Measures each stage alone on the agent's channel of a call: time per frame of 10 ms, and garbage per second of sound.
 */
export async function stagesSection({ recordings, runs }: BenchSetup): Promise<readonly Figure[]> {
  const samples = (await recordings.call())[0]!.slice(0, SECONDS * 16_000);
  const chunks = Array.from({ length: Math.ceil(samples.length / CHUNK_SAMPLES) }, (_, i) =>
    samples.slice(i * CHUNK_SAMPLES, (i + 1) * CHUNK_SAMPLES),
  );
  const model = await loadSpeechModel();
  const probabilities: Float32Array[] = [];
  const listening = model.open();
  for (const chunk of chunks) probabilities.push(await listening.push(chunk));
  const frontEnd = new PartyFrontEnd(defaultCallConfig.signalTrust, 16_000);
  const ticks = chunks.map((chunk, i) => frontEnd.push(chunk, probabilities[i]!));
  const framer = new Framer();
  const frames = chunks.map((chunk) => framer.push(chunk));
  const meyda = new MeydaFeatures();
  const spectra = frames.map((block) => block.map((frame) => meyda.powerSpectrum(frame)));

  const stages: Readonly<Record<string, () => Stage>> = {
    'resampler at 16 kHz': () => pushTo(new Resampler(16_000)),
    'signal check': () => pushTo(new SignalCheck(defaultCallConfig.signalTrust)),
    'K-weighted level': () => pushTo(new KWeightedPower(16_000)),
    'speech model behind its gate': () => pushTo(model.open()),
    'speech activity': () => {
      const activity = new SpeechActivity();
      return (chunk, i) => activity.push(chunk, probabilities[i]!);
    },
    'spectra of all frames': () => {
      const features = new MeydaFeatures();
      return (_, i) => frames[i]!.map((frame) => features.powerSpectrum(frame));
    },
    'clarity of all frames': () => {
      const clarity = new SpectralClarity();
      return (_, i) => spectra[i]!.map((power) => clarity.of(power));
    },
    'pitch of all frames': () => {
      const pitch = new PitchTracker();
      return (_, i) => frames[i]!.map((frame) => pitch.push({ frame, mayBeVoiced: true }));
    },
    syllables: () => {
      const syllables = new SyllableNuclei();
      return (_, i) => spectra[i]!.map((power) => syllables.push({ power, clarity: 0.8, isSpeech: true }));
    },
    'front end of a party, without the model': () => {
      const whole = new PartyFrontEnd(defaultCallConfig.signalTrust, 16_000);
      return (chunk, i) => whole.push(chunk, probabilities[i]!);
    },
    'call pipeline with one party': () => {
      const party = { role: 'agent' as const, channel: 0, sampleRateHz: 16_000, origin: { device: null, agc: null } };
      const pipeline = new CallPipeline({ parties: [party], baseline: undefined, config: defaultCallConfig });
      return (_, i) => pipeline.push('agent', ticks[i]!, frontEnd.signalFacts);
    },
  };
  const figures: Figure[] = [];
  for (const [what, open] of Object.entries(stages)) {
    const microseconds: number[] = [];
    // The first run warms up.
    for (let run = 0; run <= runs; run++) microseconds.push(await cpuOf(open(), chunks));
    const kilobytes = (await bytesOf(open(), chunks)) / 1000;
    const time = median(microseconds.slice(1))!.toFixed(1);
    figures.push({ what, measured: `${time} µs, ${kilobytes.toFixed(0)} kB per second` });
  }
  return figures;
}

function pushTo(stage: { push(samples: Float32Array): unknown }): Stage {
  return (samples) => stage.push(samples);
}

/** Returns the CPU time per frame of 10 ms, in microseconds. */
async function cpuOf(stage: Stage, chunks: readonly Float32Array[]): Promise<number> {
  const before = process.cpuUsage();
  for (const [i, chunk] of chunks.entries()) {
    const done = stage(chunk, i);
    if (done instanceof Promise) await done;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (SECONDS * 100);
}

/** Returns the bytes allocated per second of sound: the growth of the heap over chunks without a collection. */
async function bytesOf(stage: Stage, chunks: readonly Float32Array[]): Promise<number> {
  const grown: number[] = [];
  for (const [i, chunk] of chunks.entries()) {
    const before = process.memoryUsage();
    const done = stage(chunk, i);
    if (done instanceof Promise) await done;
    const after = process.memoryUsage();
    const buffers = Math.max(0, after.arrayBuffers - before.arrayBuffers);
    const bytes = after.heapUsed - before.heapUsed + buffers;
    if (bytes >= 0) grown.push(bytes);
  }
  return median(grown)! * (16_000 / CHUNK_SAMPLES);
}
