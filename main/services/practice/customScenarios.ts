import { readFile } from 'node:fs/promises';
import type { ImportedScenario } from '../../../contract/practiceContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Scenario } from '../../../core/model/scenario.ts';
import { allLines } from '../../../core/model/scenarioLines.ts';
import { checkScenarioText, type ScenarioProblem } from '../../../core/practice/scenarioCheck.ts';
import type { ScenarioStore } from '../../storage/scenarioStore.ts';
import type { StreamService } from '../streams/streamService.ts';
import type { PracticeContents, PracticeLibrary } from './practiceLibrary.ts';

/** A clip is a sentence; a longer file is something else. */
const maxClipBytes = 4 * 2 ** 20;

interface CustomScenariosOptions {
  readonly store: ScenarioStore;
  readonly streams: Pick<StreamService, 'takeUpload'>;
  readonly library: PracticeLibrary;
}

/** The scenarios that a team wrote itself. */
export class CustomScenarios {
  readonly #options: CustomScenariosOptions;

  constructor(options: CustomScenariosOptions) {
    this.#options = options;
  }

  list(): readonly Scenario[] {
    return this.#options.store.list();
  }

  /** Returns the duration of a line's clip, in seconds; undefined if a line of the scenario has no clip. */
  lineSeconds(scenarioId: string): ((lineId: string) => number) | undefined {
    const scenario = this.#find(scenarioId);
    const seconds = this.#options.store.clipSeconds(scenarioId);
    if (!scenario || allLines(scenario).some(({ id }) => !seconds.has(id))) return undefined;
    return (lineId) => seconds.get(lineId)!;
  }

  /**
   * Saves a valid scenario, replacing an earlier one with its id.
   * @param clips the lines whose sound will follow: all of them, or none
   */
  async import(text: string, clips: readonly string[]): Promise<ImportedScenario> {
    const { store, library } = this.#options;
    const check = checkScenarioText(text);
    if (!check.ok) return { ok: false, problems: [...check.problems] };
    const { scenario } = check;
    const problems = [...idProblems(scenario, await library.contents()), ...clipProblems(scenario, clips)];
    if (problems.length > 0) return { ok: false, problems };
    store.set(scenario);
    return { ok: true, scenarioId: scenario.id };
  }

  /** @throws AppError `no-such-exercise`, `too-large`, `no-such-upload` */
  async addClip(clip: { scenarioId: string; line: string; seconds: number; streamId: string }): Promise<void> {
    const { scenarioId, line, seconds, streamId } = clip;
    const upload = this.#options.streams.takeUpload(streamId);
    try {
      await upload.completed;
      const sound = await readFile(upload.path);
      if (sound.length > maxClipBytes) {
        throw new AppError('too-large', `The clip of "${line}" is too large. Use Opus, under 4 MB.`);
      }
      if (!this.#find(scenarioId)) {
        throw new AppError('no-such-exercise', 'This scenario is no longer here. Open its file again.');
      }
      this.#options.store.setClip(scenarioId, { line, seconds, sound });
    } finally {
      await upload.drop();
    }
  }

  /** Returns the sound of a line. @param clip its name as `lineClip` makes it @throws AppError `file-not-found` */
  clip(clip: string): Uint8Array {
    const [scenarioId = '', line = ''] = clip.split('/');
    const sound = this.#options.store.clip(scenarioId, line);
    if (sound) return sound;
    throw new AppError('file-not-found', 'This clip is no longer here. Open the scenario’s folder again.');
  }

  remove(scenarioId: string): void {
    this.#options.store.remove(scenarioId);
  }

  #find(scenarioId: string): Scenario | undefined {
    return this.list().find(({ id }) => id === scenarioId);
  }
}

function idProblems({ id }: Scenario, { scenarios }: PracticeContents): readonly ScenarioProblem[] {
  if (!scenarios.some((known) => known.id === id)) return [];
  return [{ path: 'id', message: `A scenario of the app is called "${id}". Give yours another id.` }];
}

/**
 * Returns the problems with the clips. Either all lines have clips or none: a caller whose voice changes from line to
 * line would sound like two people.
 */
function clipProblems(scenario: Scenario, clips: readonly string[]): readonly ScenarioProblem[] {
  if (clips.length === 0) return [];
  const there = new Set(clips);
  const lines = allLines(scenario);
  const known = new Set(lines.map(({ id }) => id));
  return [
    ...lines
      .filter(({ id }) => !there.has(id))
      .map(({ id, text }) => ({
        path: id,
        message: `There is no clip of this name. Record “${text}”, or leave all out.`,
      })),
    ...clips
      .filter((clip) => !known.has(clip))
      .map((clip) => ({ path: clip, message: 'The scenario has no line of this name. Leave the file out.' })),
  ];
}
