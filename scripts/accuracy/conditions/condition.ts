import { normalFrom } from '../../../samples/randomNumbers.ts';
import { addNoise } from './addNoise.ts';
import { roomOfTalkers, type Talker } from './roomTalkers.ts';
import { throughTelephone } from './telephone.ts';

export const SAMPLE_RATE_HZ = 16_000;

/** A way to degrade a recording: noise of the room first, then the line. */
export interface Condition {
  readonly name: string;
  readonly title: string;
  readonly noise?: { readonly kind: 'white' | { readonly talkers: number }; readonly snrDb: number };
  readonly telephone?: boolean;
}

/** True if other people are audible in the room. */
export function needsTalkers({ noise }: Condition): boolean {
  return noise !== undefined && noise.kind !== 'white';
}

/**
 * Returns one channel of a recording under a condition.
 *
 * @param samples at 16 kHz
 * @param talkers people who may be audible in the room, without the channel's own speaker
 * @param random uniform in [0, 1); the same numbers make the same room at every SNR
 * @returns as many samples at 16 kHz
 * @throws {RangeError} if the condition needs more talkers than there are
 */
export function underCondition(
  samples: Float32Array,
  { noise, telephone }: Condition,
  talkers: readonly Talker[],
  random: () => number,
): Float32Array {
  let heard = samples;
  if (noise) {
    const { kind, snrDb } = noise;
    const sound =
      kind === 'white'
        ? Float32Array.from(samples, normalFrom(random))
        : roomOfTalkers(talkers, kind.talkers, samples.length, random);
    heard = addNoise(samples, sound, snrDb, SAMPLE_RATE_HZ);
  }
  return telephone ? throughTelephone(heard) : heard;
}
