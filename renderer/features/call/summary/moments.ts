import type { CallMoment, MomentKind } from '../../../../core/summary/callMoments.ts';

/** Returns the listed moments, in order of their start. Listening signs and quick answers are no reason to stop. */
export function listedMoments(moments: readonly CallMoment[]): readonly CallMoment[] {
  return moments
    .filter(({ kind }) => kind !== 'backchannel' && kind !== 'terminal')
    .toSorted((one, other) => one.at - other.at);
}

/** @param kind undefined for all of them */
export function momentsOfKind(moments: readonly CallMoment[], kind: MomentKind | undefined): readonly CallMoment[] {
  return kind === undefined ? moments : moments.filter((moment) => moment.kind === kind);
}

/** Returns the moment before or after a time, for stepping with the keyboard. */
export function neighbour(
  moments: readonly CallMoment[],
  time: number,
  direction: 'previous' | 'next',
): CallMoment | undefined {
  const margin = 0.05;
  return direction === 'next'
    ? moments.find(({ at }) => at > time + margin)
    : moments.findLast(({ at }) => at < time - margin);
}
