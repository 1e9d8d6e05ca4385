import { activeSpeechLevelDbfs } from './activeSpeechLevel.ts';

/** Somebody else in the room: clips of their speech, all at one active level. */
export interface Talker {
  readonly name: string;
  readonly clips: readonly Float32Array[];
}

/** Brings clips of one person to an active level of 0 dBFS: only the relative levels of a room's talkers matter. */
export function createTalker(name: string, clips: readonly Float32Array[], sampleRateHz: number): Talker {
  const levelled = clips.map((clip) => {
    const gain = 10 ** (-(activeSpeechLevelDbfs(clip, sampleRateHz) ?? 0) / 20);
    return clip.map((sample) => sample * gain);
  });
  return { name, clips: levelled };
}

/**
 * Mixes other people talking: `count` talkers drawn at random, each speaking clip after clip at the same active level.
 *
 * @param random uniform in [0, 1)
 * @returns `length` samples
 * @throws {RangeError} if there are fewer talkers than requested
 */
export function roomOfTalkers(
  talkers: readonly Talker[],
  count: number,
  length: number,
  random: () => number,
): Float32Array {
  if (talkers.length < count) throw new RangeError(`${talkers.length} talkers for a room of ${count}`);
  const room = new Float32Array(length);
  for (const { clips } of shuffled(talkers, random).slice(0, count)) {
    const order = shuffled(clips, random);
    // Nobody starts a clip exactly when the recording starts.
    let at = -Math.floor(random() * order[0]!.length);
    for (let turn = 0; at < length; turn++) {
      const clip = order[turn % order.length]!;
      for (let i = Math.max(0, -at); i < clip.length && at + i < length; i++) room[at + i]! += clip[i]!;
      at += clip.length;
    }
  }
  return room;
}

/** Shuffles by Fisher–Yates. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
