import type { SettledFrame, SpeakerFrame } from '../../core/metrics/speakerFrame.ts';
import type { FrontEndTick, LiveFrame } from '../../core/pipeline/partyFrontEnd.ts';

/** Flags of the parts of a tick; their numbers follow in this order. */
const LIVE = 1;
const SPEAKING_NOW = 2;
const MUTED = 4;
const CLIPPING = 8;
const LIVE_LEVEL = 16;
const SETTLED = 32;
const SPEECH = 64;
const SETTLED_LEVEL = 128;
const ALPHA = 256;
const F0 = 512;
/** The bits above this one are the number of nuclei. */
const ONE_NUCLEUS = 1024;

/** Numbers of a tick with everything but nuclei: its flags, two of the live frame, eight of the settled one. */
const MOST_NUMBERS = 11;

/**
 * Packs ticks as numbers, to transfer them between threads without a copy: a tenth of the time that objects take.
 *
 * @returns a new array, to be transferred
 */
export function packTicks(ticks: readonly FrontEndTick[]): Float64Array<ArrayBuffer> {
  let most = ticks.length * MOST_NUMBERS;
  for (const { settled } of ticks) if (settled) most += settled.frame.nuclei.length;
  const numbers = new Float64Array(most);
  let at = 0;
  for (const { live, settled } of ticks) {
    const flagsAt = at++;
    let flags = 0;
    if (live) {
      flags |= LIVE;
      if (live.speakingNow) flags |= SPEAKING_NOW;
      if (live.trouble) flags |= live.trouble === 'muted' ? MUTED : CLIPPING;
      numbers[at++] = live.index;
      if (live.momentaryLufs !== undefined) {
        flags |= LIVE_LEVEL;
        numbers[at++] = live.momentaryLufs;
      }
    }
    if (settled) {
      const { frame, momentaryLufs } = settled;
      const { speech, alpha, f0Hz, nuclei } = frame;
      flags |= SETTLED + nuclei.length * ONE_NUCLEUS;
      if (speech) flags |= SPEECH;
      numbers[at++] = frame.index;
      numbers[at++] = frame.kPower;
      if (momentaryLufs !== undefined) {
        flags |= SETTLED_LEVEL;
        numbers[at++] = momentaryLufs;
      }
      if (alpha) {
        flags |= ALPHA;
        numbers[at++] = alpha.low;
        numbers[at++] = alpha.high;
        numbers[at++] = alpha.lowNoise;
        numbers[at++] = alpha.highNoise;
      }
      if (f0Hz !== undefined) {
        flags |= F0;
        numbers[at++] = f0Hz;
      }
      for (const seconds of nuclei) numbers[at++] = seconds;
    }
    numbers[flagsAt] = flags;
  }
  return numbers.slice(0, at);
}

/** Returns the ticks that were packed. */
export function unpackTicks(numbers: Float64Array): readonly FrontEndTick[] {
  const ticks: FrontEndTick[] = [];
  let at = 0;
  const next = () => numbers[at++]!;
  const nextIf = (has: number) => (has === 0 ? undefined : next());
  const liveFrame = (flags: number): LiveFrame => ({
    index: next(),
    speakingNow: (flags & SPEAKING_NOW) !== 0,
    momentaryLufs: nextIf(flags & LIVE_LEVEL),
    trouble: flags & MUTED ? 'muted' : flags & CLIPPING ? 'clipping' : undefined,
  });
  const settledFrame = (flags: number): SettledFrame => {
    const index = next();
    const kPower = next();
    const momentaryLufs = nextIf(flags & SETTLED_LEVEL);
    const alpha = flags & ALPHA ? { low: next(), high: next(), lowNoise: next(), highNoise: next() } : undefined;
    const f0Hz = nextIf(flags & F0);
    const nuclei: number[] = [];
    for (let count = Math.floor(flags / ONE_NUCLEUS); count > 0; count--) nuclei.push(next());
    const frame: SpeakerFrame = { index, speech: (flags & SPEECH) !== 0, kPower, alpha, f0Hz, nuclei };
    return { frame, momentaryLufs };
  };
  while (at < numbers.length) {
    const flags = next();
    const live = flags & LIVE ? liveFrame(flags) : undefined;
    ticks.push({ live, settled: flags & SETTLED ? settledFrame(flags) : undefined });
  }
  return ticks;
}
