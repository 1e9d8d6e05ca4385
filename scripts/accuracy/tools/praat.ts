import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { spanSchema } from '../../../core/model/callReport.ts';
import { median } from '../../../core/statistics/median.ts';
import { codeKey, contentKey } from '../audio/resultCache.ts';
import type { Estimate } from '../scoring/estimate.ts';
import { totalSeconds } from '../scoring/speechFrames.ts';
import type { LabelledClip } from '../truth/labelledSet.ts';
import type { Tool } from './tool.ts';

const SCRIPT = join(import.meta.dirname, 'syllableNuclei.praat');

const channelSchema = z.object({
  nuclei: z.array(z.number()),
  sounding: z.array(spanSchema),
  /** Pairs of [seconds, Hz], one per voiced frame. */
  pitch: z.array(z.tuple([z.number(), z.number()])),
});
type PraatChannel = z.infer<typeof channelSchema>;

/**
 * Runs Praat with a script after De Jong & Wempe (2009).
 *
 * @throws {Error} with the installation command if Praat is missing
 */
export function praat(): Tool & { readonly release: string } {
  const release = praatRelease();
  return {
    name: 'Praat',
    release,
    version: contentKey(release, codeKey(import.meta.dirname, ['syllableNuclei.praat', 'praat.ts'])),
    batchSize: 20,
    estimate: async (tasks) => {
      const channels = await runScript(tasks.map(({ audio }) => audio.path));
      return tasks.map(({ clip }) => toEstimate(clip, channels.splice(0, clip.channels)));
    },
  };
}

function praatRelease(): string {
  try {
    return execFileSync('praat', ['--version'], { encoding: 'utf8' }).trim();
  } catch (cause) {
    throw new Error('The comparison needs Praat: sudo apt-get install praat', { cause });
  }
}

async function runScript(paths: readonly string[]): Promise<PraatChannel[]> {
  const folder = await mkdtemp(join(tmpdir(), 'praat-'));
  try {
    const [list, out] = [join(folder, 'list.txt'), join(folder, 'out.jsonl')];
    // Praat resolves relative paths from the folder of the script.
    await writeFile(list, `${paths.map((path) => resolve(path)).join('\n')}\n`);
    await promisify(execFile)('praat', ['--run', SCRIPT, list, out]);
    const lines = (await readFile(out, 'utf8')).trim().split('\n');
    return lines.map((line) => channelSchema.parse(JSON.parse(line)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Praat has no turns, so the F0 of a call is taken over each labelled turn. */
function toEstimate(clip: LabelledClip, channels: readonly PraatChannel[]): Estimate {
  const roles = clip.channels === 1 ? (['agent'] as const) : clip.channels_are;
  return {
    parties: roles.map((role, i) => {
      const { nuclei, sounding } = channels[i]!;
      return {
        role,
        syllableCount: nuclei.length,
        speech: sounding,
        speechSeconds: totalSeconds(sounding),
        f0MedianHz: medianF0(channels[i]!, 0, clip.seconds),
      };
    }),
    turns: roles.flatMap((role, i) =>
      clip.turns
        .filter(({ speaker }) => speaker === role)
        .map(({ start, end }) => ({ role, start, end, f0MedianHz: medianF0(channels[i]!, start, end) })),
    ),
    overlaps: undefined,
  };
}

function medianF0({ pitch }: PraatChannel, start: number, end: number): number | undefined {
  return median(pitch.filter(([seconds]) => seconds >= start && seconds <= end).map(([, hertz]) => hertz));
}
