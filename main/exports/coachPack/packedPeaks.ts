import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { PEAKS_PER_SECOND, PeakEnvelope, type Peaks } from '../../audio/peakEnvelope.ts';
import { openFileSource } from '../../capture/file/fileSource.ts';

/** Peaks of speech are about this far above its mean level. */
const CREST_DB = 12;
const FULL_PEAK = 127;

/** Waveforms of a call from a pack, which carries none: from its audio or, without audio, from the levels in its report. */
export async function packedPeaks(report: CallReport, audioPath: string | null): Promise<Peaks[]> {
  const roles = report.speakers.map(({ role }) => role);
  return audioPath === null ? peaksOfLevels(report, roles) : peaksOfAudio(audioPath, roles);
}

async function peaksOfAudio(path: string, roles: readonly Role[]): Promise<Peaks[]> {
  const source = await openFileSource(path);
  try {
    const envelopes = roles.map(() => new PeakEnvelope(source.sampleRateHz));
    for await (const item of source) {
      if (item.type !== 'samples') continue;
      for (const [i, envelope] of envelopes.entries()) envelope.push(item.channels[i] ?? new Float32Array(0));
    }
    return roles.map((role, i) => ({ role, peaksPerSecond: PEAKS_PER_SECOND, values: envelopes[i]!.values() }));
  } finally {
    await source.close();
  }
}

function peaksOfLevels({ timeline }: CallReport, roles: readonly Role[]): Peaks[] {
  return roles.map((role) => ({
    role,
    peaksPerSecond: 1 / timeline.stepSeconds,
    values: Uint8Array.from(timeline[role]?.levelLufs ?? [], (level) =>
      level === null ? 0 : Math.round(FULL_PEAK * Math.min(1, 10 ** ((level + CREST_DB) / 20))),
    ),
  }));
}
