import type { Span } from '../../model/callReport.ts';
import type { FrameClock } from '../../stream/frameClock.ts';
import type { IpuGroup } from './ipuGroup.ts';
import type { BackchannelEvent, TurnEvent } from './turnTakingEvent.ts';

/** @param groups of one speaker, in order, all ended; at least one */
export function turnOf(groups: readonly IpuGroup[], pauseMin: number, clock: FrameClock): TurnEvent {
  const ipus = groups.flatMap((group) => group.ipus);
  const pauses: Span[] = [];
  for (const [i, ipu] of ipus.entries()) {
    const next = ipus[i + 1];
    if (next && next.start - ipu.end! >= pauseMin) pauses.push([clock.seconds(ipu.end!), clock.seconds(next.start)]);
  }
  return { type: 'turn', ...speechOf(groups, clock), pauses };
}

/** @param group ended */
export function backchannelOf(group: IpuGroup, clock: FrameClock): BackchannelEvent {
  return { type: 'backchannel', ...speechOf([group], clock) };
}

function speechOf(groups: readonly IpuGroup[], clock: FrameClock) {
  const ipus = groups.flatMap((group) =>
    group.ipus.map((ipu): Span => [clock.seconds(ipu.start), clock.seconds(ipu.end!)]),
  );
  return { role: groups[0]!.role, start: ipus[0]![0], end: ipus.at(-1)![1], ipus };
}
