import { basename, dirname } from 'node:path';
import { roles } from '../../../core/model/role.ts';
import type { LabelledClip, LabelledSet } from '../truth/labelledSet.ts';
import type { ScriptedCall } from './scriptedCalls.ts';
import { trueOverlaps } from './trueOverlaps.ts';

/** Returns scripted calls as a set that can be scored like any other. */
export function scriptedSet(calls: readonly ScriptedCall[]): LabelledSet {
  return { name: 'scripted', kind: 'scripted', folder: dirname(calls[0]!.callPath), clips: calls.map(labelledClip) };
}

function labelledClip({ callPath, durationSeconds, lines }: ScriptedCall): LabelledClip {
  const overlaps = trueOverlaps(lines);
  return {
    file: basename(callPath),
    seconds: durationSeconds,
    channels: roles.length,
    channels_are: [...roles],
    turns: lines.map(({ role, start, end, syllables, speech }) => ({ speaker: role, start, end, syllables, speech })),
    overlaps: overlaps.map(({ span }) => span),
    interruptions: overlaps.map(({ by, kind, span: [start], seconds }) => ({
      by,
      start,
      overlap: seconds,
      kind: kind === 'interruption' ? 'int' : 'bc',
    })),
  };
}
