import { readFile } from 'node:fs/promises';
import type { ImportedScenario } from '../../../contract/practiceContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Scenario } from '../../../core/model/scenario.ts';
import { allLines } from '../../../core/model/scenarioLines.ts';
import { checkScenarioText, type ScenarioProblem } from '../../../core/practice/scenarioCheck.ts';
import type { ScenarioStore } from '../../storage/scenarioStore.ts';
import type { StreamService } from '../streams/streamService.ts';
import type { PracticeLibrary } from './practiceLibrary.ts';

/** A clip is a sentence; a longer file is something else. */
const maxClipBytes = 4 * 2 ** 20;

/** The scenarios a team wrote itself. */
export interface CustomScenarios {
  list(): readonly Scenario[];
  /** How long the clip of a line plays; missing where the scenario has no clips. */
  lineSeconds(scenarioId: string): ((lineId: string) => number) | undefined;
  /**
   * Keeps a sound scenario, in place of an earlier one of its id.
   *
   * @param clips the lines whose sound will follow: all of them, or none
   */
  import(text: string, clips: readonly string[]): Promise<ImportedScenario>;
  /** @throws AppError `no-such-exercise`, `too-large`, `no-such-upload` */
  addClip(clip: { scenarioId: string; line: string; seconds: number; streamId: string }): Promise<void>;
  /** The sound of a line. @param clip its name as `lineClip` makes it @throws AppError `file-not-found` */
  clip(clip: string): Uint8Array;
  remove(scenarioId: string): void;
}

export function createCustomScenarios(options: {
  readonly store: ScenarioStore;
  readonly streams: Pick<StreamService, 'takeUpload'>;
  readonly library: () => Promise<PracticeLibrary>;
}): CustomScenarios {
  const { store, streams, library } = options;
  const find = (scenarioId: string) => store.list().find(({ id }) => id === scenarioId);
  return {
    list: () => store.list(),
    lineSeconds(scenarioId) {
      const scenario = find(scenarioId);
      const seconds = store.clipSeconds(scenarioId);
      if (!scenario || allLines(scenario).some(({ id }) => !seconds.has(id))) return undefined;
      return (lineId) => seconds.get(lineId)!;
    },
    async import(text, clips) {
      const check = checkScenarioText(text);
      if (!check.ok) return { ok: false, problems: [...check.problems] };
      const { scenario } = check;
      const problems = [...idProblems(scenario, await library()), ...clipProblems(scenario, clips)];
      if (problems.length > 0) return { ok: false, problems };
      store.set(scenario);
      return { ok: true, scenarioId: scenario.id };
    },
    async addClip({ scenarioId, line, seconds, streamId }) {
      const upload = streams.takeUpload(streamId);
      try {
        await upload.completed;
        const sound = await readFile(upload.path);
        if (sound.length > maxClipBytes) {
          throw new AppError('too-large', `The clip of "${line}" is too large. Use Opus, under 4 MB.`);
        }
        if (!find(scenarioId)) {
          throw new AppError('no-such-exercise', 'This scenario is no longer here. Open its file again.');
        }
        store.setClip(scenarioId, { line, seconds, sound });
      } finally {
        await upload.drop();
      }
    },
    clip(clip) {
      const [scenarioId = '', line = ''] = clip.split('/');
      const sound = store.clip(scenarioId, line);
      if (!sound)
        throw new AppError('file-not-found', 'This clip is no longer here. Open the scenario’s folder again.');
      return sound;
    },
    remove: (scenarioId) => store.remove(scenarioId),
  };
}

function idProblems({ id }: Scenario, { scenarios }: PracticeLibrary): readonly ScenarioProblem[] {
  if (!scenarios.some((known) => known.id === id)) return [];
  return [{ path: 'id', message: `A scenario of the app is called "${id}". Give yours another id.` }];
}

/** A caller who changes the voice from line to line would be two. */
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
