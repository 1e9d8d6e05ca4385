import type { Ipu, IpuGroup } from './ipuGroup.ts';
import type { TurnRules } from './turnRules.ts';

/**
 * Returns true if a listener's group is a backchannel: no more than 1.0 s of speech, while the holder of the floor
 * continues past its end and is not silent around it for long enough to give up the floor (Yngve 1970; the silence
 * distinguishes it from a short answer).
 *
 * @param holderIpus IPUs of the holder in order, from one that starts no later than the group
 * @param now all boundaries before this frame are known
 * @returns missing while both are still possible
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
