import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sample } from '../../../contract/recordingContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { type Baseline, baselineSchema } from '../../../core/model/baseline.ts';

/** The part of a sample's `truth.json` that the app needs; the rest of it is for tests. */
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
  /** The voice baseline of the samples' agent. */
  readonly baseline: Baseline | null;
}

/** The example calls that come with the app: one folder each, with `truth.json` and the audio it names. */
export class SampleCalls {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async list(): Promise<Sample[]> {
    const samples = await this.#readAll();
    return samples.map(({ id, title, description, durationSeconds }) => ({ id, title, description, durationSeconds }));
  }

  /** @throws AppError `file-not-found` */
  async get(id: string): Promise<SampleCall> {
    const sample = (await this.#readAll()).find((candidate) => candidate.id === id);
    if (!sample) throw new AppError('file-not-found', 'There is no such sample call. Install Softspoken again.');
    const path = join(this.#dir, 'agent-baseline', 'baseline.json');
    const text = await readFile(path, 'utf8').catch(ignoreMissing);
    return {
      title: sample.title,
      path: join(this.#dir, sample.folder, sample.audio),
      baseline: text === undefined ? null : baselineSchema.parse(JSON.parse(text)),
    };
  }

  async #readAll() {
    const entries = await readdir(this.#dir, { withFileTypes: true }).catch(ignoreMissing);
    const folders = (entries ?? []).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const samples = await Promise.all(
      folders.sort().map(async (folder) => {
        const text = await readFile(join(this.#dir, folder, 'truth.json'), 'utf8').catch(ignoreMissing);
        return text === undefined ? [] : [{ folder, ...sampleFileSchema.parse(JSON.parse(text)) }];
      }),
    );
    return samples.flat();
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
