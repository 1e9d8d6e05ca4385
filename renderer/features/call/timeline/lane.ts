import type { PackedPeaks } from '../../../../contract/callContract.ts';
import type { Role } from '../../../../core/model/role.ts';

/** The drawing of one party. */
export interface Lane {
  readonly role: Role;
  /** Height of the waveform bin by bin, 0…1. */
  readonly heights: Float32Array;
}

const fullPeak = 127;

export function laneOf({ role, bins }: PackedPeaks): Lane {
  const bytes = atob(bins);
  const heights = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) heights[i] = bytes.charCodeAt(i) / fullPeak;
  return { role, heights };
}
