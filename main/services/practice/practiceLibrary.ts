import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../core/model/appError.ts';
import { type ClipManifest, clipManifestSchema } from '../../../core/model/clipManifest.ts';
import { type LearningCard, learningCardsSchema } from '../../../core/model/learningCard.ts';
import { type Scenario, scenarioSchema } from '../../../core/model/scenario.ts';

export interface PracticeContents {
  readonly scenarios: readonly Scenario[];
  readonly cards: readonly LearningCard[];
  /** Returns the duration of a clip, in seconds. @throws AppError `file-not-found` */
  clipSeconds(clip: string): number;
}

/** The scenarios, clips and cards that come with the app. They are read once, when they are first needed. */
export class PracticeLibrary {
  readonly #dir: string;
  #read: Promise<PracticeContents> | undefined;

  /** @param dir the folder `practice` of the samples */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** @throws AppError `file-not-found` if a part is missing */
  contents(): Promise<PracticeContents> {
    this.#read ??= readLibrary(this.#dir);
    return this.#read;
  }
}

async function readLibrary(dir: string): Promise<PracticeContents> {
  const readJson = async (...path: string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(dir, ...path), 'utf8'));
  try {
    const names = (await readdir(join(dir, 'scenarios'))).filter((name) => name.endsWith('.json')).sort();
    const scenarios = names.map(async (name) => scenarioSchema.parse(await readJson('scenarios', name)));
    const { clips } = clipManifestSchema.parse(await readJson('clips', 'manifest.json'));
    const { cards } = learningCardsSchema.parse(await readJson('cards.json'));
    return { scenarios: await Promise.all(scenarios), cards, clipSeconds: (clip) => secondsOf(clips, clip) };
  } catch (cause) {
    throw missing(cause);
  }
}

function secondsOf(clips: ClipManifest['clips'], clip: string): number {
  const found = clips[clip];
  if (!found) throw missing(`there is no clip "${clip}"`);
  return found.seconds;
}

function missing(cause: unknown): AppError {
  return new AppError('file-not-found', 'A part of the practice is missing. Install Softspoken again.', { cause });
}
