import { readFile } from 'node:fs/promises';
import { AppError } from '../../../core/model/appError.ts';
import { type Baseline, baselineSchema } from '../../../core/model/baseline.ts';

/** Reads a baseline file. @throws AppError `file-not-found`, `bad-baseline` */
export async function readBaseline(path: string | undefined): Promise<Baseline | null> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('file-not-found', `The baseline ${path} cannot be read. Check the path and its permissions.`, {
      cause,
    });
  });
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError(
      'bad-baseline',
      `${path} is no baseline of this version. Make one with "softspoken baseline NORMAL [SOFT] --out FILE".`,
      { cause },
    );
  }
}
