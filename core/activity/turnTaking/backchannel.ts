import type { Ipu, IpuGroup } from './ipuGroup.ts';
import type { TurnRules } from './turnRules.ts';

/**
 * Decides whether a listener's group is a backchannel: no more than 1.0 s of speech, and the holder of the floor speaks past
 * its end, never silent around it for longer than a floor is kept (Yngve 1970; the silence is what tells it from a
 * short answer).
 *
 * @param holderIpus IPUs of the holder in order, from one that starts no later than the group
 * @param now all boundaries before this frame are known
 * @returns missing while what is known allows both
 */
export function isBackchannel(
  group: IpuGroup,
  holderIpus: readonly Ipu[],
  now: number,
  rules: TurnRules,
): boolean | undefined {
  if (group.speechBefore(now) > rules.backchannelMax) return false;
  const groupEnd = group.end;
  if (groupEnd === undefined) return undefined;
  const from = holderIpus.findLastIndex((ipu) => ipu.start <= group.start);
  for (let i = from; ; i += 1) {
    const { end } = holderIpus[i]!;
    if (end === undefined || end > groupEnd) return true;
    const next = holderIpus[i + 1];
    if (!next) return now > end + rules.keptFloorSilence ? false : undefined;
    if (next.start - end > rules.keptFloorSilence) return false;
  }
}
