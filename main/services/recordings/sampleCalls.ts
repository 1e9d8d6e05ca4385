import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sample } from '../../../contract/recordingContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { type Baseline, baselineSchema } from '../../../core/model/baseline.ts';

/** What the app needs of a sample's `truth.json`; the rest of it is for tests. */
const sampleFileSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  durationSeconds: z.number(),
  audio: z.string(),
});

export interface SampleCall {
  readonly title: string;
  readonly path: string;
  /** The way of speaking of the samples' agent. */
  readonly baseline: Baseline | null;
}

/** The example calls that come with the app: one folder each, with `truth.json` and the audio it names. */
export interface SampleCalls {
  list(): Promise<Sample[]>;
  /** @throws AppError `file-not-found` */
  get(id: string): Promise<SampleCall>;
}

export function createSampleCalls(dir: string): SampleCalls {
  async function readAll() {
    const entries = await readdir(dir, { withFileTypes: true }).catch(ignoreMissing);
    const folders = (entries ?? []).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const samples = await Promise.all(
      folders.sort().map(async (folder) => {
        const text = await readFile(join(dir, folder, 'truth.json'), 'utf8').catch(ignoreMissing);
        return text === undefined ? [] : [{ folder, ...sampleFileSchema.parse(JSON.parse(text)) }];
      }),
    );
    return samples.flat();
  }

  return {
    async list() {
      const samples = await readAll();
      return samples.map(({ id, title, description, durationSeconds }) => ({
        id,
        title,
        description,
        durationSeconds,
      }));
    },
    async get(id) {
      const sample = (await readAll()).find((candidate) => candidate.id === id);
      if (!sample) throw new AppError('file-not-found', 'There is no such sample call. Install Softspoken again.');
      const text = await readFile(join(dir, 'agent-baseline', 'baseline.json'), 'utf8').catch(ignoreMissing);
      return {
        title: sample.title,
        path: join(dir, sample.folder, sample.audio),
        baseline: text === undefined ? null : baselineSchema.parse(JSON.parse(text)),
      };
    },
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
