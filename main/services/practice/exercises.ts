import type { CallerVoiceKind, PracticeCatalogue } from '../../../contract/practiceContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { lineClip } from '../../../core/model/clipManifest.ts';
import { drillIds } from '../../../core/model/drill.ts';
import type { AttemptCurve, Exercise, PracticeAttempt } from '../../../core/model/practiceAttempt.ts';
import type { Scenario } from '../../../core/model/scenario.ts';
import { allLines } from '../../../core/model/scenarioLines.ts';
import { drill } from '../../../core/practice/drills/drillPlans.ts';
import { passages } from '../../../core/practice/drills/passages.ts';
import { referenceCurve } from '../../../core/practice/referenceCurve.ts';
import { DrillPractice } from '../../../core/practice/runs/drillPractice.ts';
import type { ExerciseRun } from '../../../core/practice/runs/exerciseRun.ts';
import { RecordingRun } from '../../../core/practice/runs/recordingRun.ts';
import { ScenarioRun } from '../../../core/practice/runs/scenarioRun.ts';
import type { CustomScenarios } from './customScenarios.ts';
import type { PracticeLibrary } from './practiceLibrary.ts';

/** The difficulty of an attempt, the seed of its random choices, and the caller's voice. */
interface RunRequest {
  readonly level: number;
  readonly seed: number;
  readonly voice: CallerVoiceKind;
}

/** An exercise ready to run, and the clips that its caller may play. */
interface PreparedRun {
  readonly run: ExerciseRun;
  readonly clips: string[];
}

/** Everything there is to practise: the app's own exercises and the team's scenarios. */
export class Exercises {
  readonly #library: PracticeLibrary;
  readonly #customScenarios: CustomScenarios;

  constructor(library: PracticeLibrary, customScenarios: CustomScenarios) {
    this.#library = library;
    this.#customScenarios = customScenarios;
  }

  async catalogue(): Promise<PracticeCatalogue> {
    const { scenarios, cards, clipSeconds } = await this.#library.contents();
    const custom = this.#customScenarios.list();
    return {
      scenarios: [...custom, ...scenarios].map((scenario) => {
        const { id, title, trade, situation, goal, practices, caller } = scenario;
        const isCustom = custom.includes(scenario);
        const hasClips = !isCustom || this.#customScenarios.lineSeconds(id) !== undefined;
        return { id, title, trade, situation, goal, practices, caller, isCustom, hasClips };
      }),
      drills: drillIds.map((id) => drill(id, clipSeconds)),
      passages: Object.entries(passages).map(([id, text]) => ({ id, text })),
      cards: [...cards],
    };
  }

  /** @throws AppError `no-such-exercise`, `file-not-found` (no clips) */
  async prepare(exercise: Exercise, { level, seed, voice }: RunRequest): Promise<PreparedRun> {
    if (exercise.kind === 'recording') return { run: new RecordingRun(), clips: [] };
    if (exercise.kind === 'drill') {
      const { clipSeconds } = await this.#library.contents();
      const selected = drill(exercise.id, clipSeconds);
      const clips = selected.phases.flatMap((phase) => (phase.kind === 'caller' ? [phase.clip] : []));
      return { run: new DrillPractice(selected), clips };
    }
    const scenario = await this.#find(exercise.id);
    if (!scenario) throw new AppError('no-such-exercise', 'There is no such scenario. Choose another one.');
    if (voice === 'system') {
      return { run: new ScenarioRun({ scenario, seed, level, lineSeconds: () => undefined }), clips: [] };
    }
    const lineSeconds = await this.#clipLengths(scenario);
    if (!lineSeconds) {
      throw new AppError(
        'file-not-found',
        'This caller has no clips. Choose a voice of this computer above, then start.',
      );
    }
    const clips = allLines(scenario).map(({ id }) => lineClip(scenario.id, id));
    return { run: new ScenarioRun({ scenario, seed, level, lineSeconds }), clips };
  }

  /**
   * Returns the curve of the caller of an attempt, had the trainee done everything well; null if the exercise has none.
   */
  async reference({ exercise, seed, level }: PracticeAttempt): Promise<AttemptCurve | null> {
    if (exercise.kind !== 'scenario' || seed === null) return null;
    const scenario = await this.#find(exercise.id);
    if (!scenario) return null;
    const lineSeconds = (await this.#clipLengths(scenario)) ?? (() => undefined);
    return referenceCurve({ scenario, seed, level, lineSeconds });
  }

  /** Returns the durations of a scenario's clips; undefined if it has none. */
  async #clipLengths(scenario: Scenario): Promise<((lineId: string) => number) | undefined> {
    const { scenarios, clipSeconds } = await this.#library.contents();
    if (!scenarios.includes(scenario)) return this.#customScenarios.lineSeconds(scenario.id);
    return (lineId) => clipSeconds(lineClip(scenario.id, lineId));
  }

  async #find(scenarioId: string): Promise<Scenario | undefined> {
    const { scenarios } = await this.#library.contents();
    return [...scenarios, ...this.#customScenarios.list()].find(({ id }) => id === scenarioId);
  }
}
