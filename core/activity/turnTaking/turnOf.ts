import type { Span } from '../../model/callReport.ts';
import { type Frames, secondsOf } from '../../stream/frameTime.ts';
import type { IpuGroup } from './ipuGroup.ts';
import type { BackchannelEvent, TurnEvent } from './turnTakingEvent.ts';

/** @param groups ended groups of one speaker, in order; at least one */
export function turnOf(groups: readonly IpuGroup[], pauseMin: Frames): TurnEvent {
  const ipus = groups.flatMap((group) => group.ipus);
  const pauses: Span[] = [];
  for (const [i, ipu] of ipus.entries()) {
    const next = ipus[i + 1];
    if (next && next.start - ipu.end! >= pauseMin) pauses.push([secondsOf(ipu.end!), secondsOf(next.start)]);
  }
  return { type: 'turn', ...speechOf(groups), pauses };
}

/** @param group an ended group */
export function backchannelOf(group: IpuGroup): BackchannelEvent {
  return { type: 'backchannel', ...speechOf([group]) };
}

function speechOf(groups: readonly IpuGroup[]) {
  const ipus = groups.flatMap((group) => group.ipus.map((ipu): Span => [secondsOf(ipu.start), secondsOf(ipu.end!)]));
  return { role: groups[0]!.role, start: ipus[0]![0], end: ipus.at(-1)![1], ipus };
}
