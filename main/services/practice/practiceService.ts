import type { LiveInput } from '../../../contract/liveContract.ts';
import type {
  CallerVoiceKind,
  OpenedAttempt,
  PracticeCatalogue,
  PracticeProgress,
  PracticeSession,
  SavedAttempt,
} from '../../../contract/practiceContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import { lineClip } from '../../../core/model/clipManifest.ts';
import { drillIds } from '../../../core/model/drill.ts';
import {
  type AttemptCurve,
  type Exercise,
  exerciseKey,
  type PracticeAttempt,
} from '../../../core/model/practiceAttempt.ts';
import type { PracticeEvent } from '../../../core/model/practiceEvent.ts';
import { type PracticePlan, type PracticeResults, practicePlanSchema } from '../../../core/model/practicePlan.ts';
import type { Scenario } from '../../../core/model/scenario.ts';
import { allLines } from '../../../core/model/scenarioLines.ts';
import { afterReview, dueCards } from '../../../core/practice/cardSchedule.ts';
import { aidsAt, nextLevel } from '../../../core/practice/difficulty.ts';
import { drill } from '../../../core/practice/drills/drillPlans.ts';
import { passages } from '../../../core/practice/drills/passages.ts';
import { personalBests } from '../../../core/practice/personalBests.ts';
import { planProgress, planResults, resultsByExercise } from '../../../core/practice/planProgress.ts';
import { referenceCurve } from '../../../core/practice/referenceCurve.ts';
import { DrillPractice } from '../../../core/practice/runs/drillPractice.ts';
import type { AttemptResult, ExerciseRun } from '../../../core/practice/runs/exerciseRun.ts';
import { RecordingRun } from '../../../core/practice/runs/recordingRun.ts';
import { ScenarioRun } from '../../../core/practice/runs/scenarioRun.ts';
import { streakDays } from '../../../core/practice/streak.ts';
import type { Clock } from '../../clock.ts';
import type { AttemptStore } from '../../storage/attemptStore.ts';
import type { CallStore } from '../../storage/calls/callStore.ts';
import { audioPath } from '../calls/callService.ts';
import type { LiveService } from '../live/liveService.ts';
import { calendarDay } from './calendarDay.ts';
import type { CustomScenarios } from './customScenarios.ts';
import type { PracticeLibrary } from './practiceLibrary.ts';
import { PracticeRun } from './practiceRun.ts';

/** New cards a day: more are read and forgotten. */
const newCardsADay = 2;
/** Runs remembered after their end, so that a late watcher learns how they ended. */
const maxRuns = 4;

/** Practising alone: attempts at exercises, what comes of them, cards and plans. */
export interface PracticeService {
  catalogue(): Promise<PracticeCatalogue>;
  progress(): Promise<PracticeProgress>;
  /** @throws AppError `no-such-exercise`, `file-not-found` (no clips), or what starting a live call throws */
  start(request: {
    readonly exercise: Exercise;
    readonly inputs: readonly LiveInput[];
    readonly baseline: Baseline | null;
    readonly recordAudio: boolean;
    readonly voice: CallerVoiceKind;
  }): Promise<PracticeSession>;
  /** @throws AppError `no-such-session` */
  watch(sessionId: string, signal?: AbortSignal): AsyncGenerator<PracticeEvent, void>;
  /** @throws AppError `no-such-session`, or why the call failed */
  stop(sessionId: string): Promise<{ attemptId: string }>;
  /** A voice of the system has said a clip's words. @throws AppError `no-such-session` */
  lineFinished(sessionId: string, clip: string): void;
  /** Newest first. */
  attempts(exercise: Exercise): SavedAttempt[];
  /** @throws AppError `no-such-attempt` */
  attempt(attemptId: string): Promise<OpenedAttempt>;
  reviewCard(cardId: string, known: boolean): void;
  /** @throws AppError `bad-plan` */
  importPlan(text: string): PracticePlan;
  removePlan(planId: string): void;
  /** @throws AppError `no-such-plan` */
  results(planId: string): PracticeResults;
  /** Keeps what a trainee sent back. @param note what they wrote along */
  keepResults(results: PracticeResults, note: string): void;
  removeReturned(resultsId: string): void;
}

/** An exercise ready to run, and what its caller may say. */
interface PreparedRun {
  readonly run: ExerciseRun;
  readonly clips: string[];
}

export function createPracticeService(options: {
  readonly live: LiveService;
  readonly store: AttemptStore;
  readonly calls: Pick<CallStore, 'get'>;
  readonly library: () => Promise<PracticeLibrary>;
  readonly customScenarios: CustomScenarios;
  readonly clock: Clock;
  readonly createId: () => string;
}): PracticeService {
  const { live, store, calls, library, customScenarios, clock, createId } = options;
  const runs = new Map<string, PracticeRun>();
  const today = () => calendarDay(clock.now());

  async function createRun(
    exercise: Exercise,
    level: number,
    seed: number,
    voice: CallerVoiceKind,
  ): Promise<PreparedRun> {
    if (exercise.kind === 'recording') return { run: new RecordingRun(), clips: [] };
    if (exercise.kind === 'drill') {
      const { clipSeconds } = await library();
      const chosen = drill(exercise.id, clipSeconds);
      const clips = chosen.phases.flatMap((phase) => (phase.kind === 'caller' ? [phase.clip] : []));
      return { run: new DrillPractice(chosen), clips };
    }
    const scenario = await findScenario(exercise.id);
    if (!scenario) throw new AppError('no-such-exercise', 'There is no such scenario. Choose another one.');
    const clipOf = (lineId: string) => lineClip(scenario.id, lineId);
    if (voice === 'system') {
      return { run: new ScenarioRun({ scenario, seed, level, lineSeconds: () => undefined }), clips: [] };
    }
    const lineSeconds = await clipLengths(scenario);
    if (!lineSeconds) {
      throw new AppError(
        'file-not-found',
        'This caller has no clips. Choose a voice of this computer above, then start.',
      );
    }
    const clips = allLines(scenario).map(({ id }) => clipOf(id));
    return { run: new ScenarioRun({ scenario, seed, level, lineSeconds }), clips };
  }

  function remember(run: PracticeRun): void {
    runs.set(run.session.sessionId, run);
    const [oldest] = runs.keys();
    if (runs.size > maxRuns && oldest !== undefined) runs.delete(oldest);
  }

  function find(sessionId: string): PracticeRun {
    const run = runs.get(sessionId);
    if (!run) throw new AppError('no-such-session', 'This attempt is no longer running. Start a new one.');
    return run;
  }

  function withCall(attempt: PracticeAttempt): SavedAttempt {
    const call = attempt.callId === null ? undefined : calls.get(attempt.callId);
    return { ...attempt, callId: call?.callId ?? null, audioUrl: call?.hasAudio ? audioPath(call.callId) : null };
  }

  /** How long the clips of a scenario's lines play; undefined where it has none. */
  async function clipLengths(scenario: Scenario): Promise<((lineId: string) => number) | undefined> {
    const { scenarios, clipSeconds } = await library();
    if (!scenarios.includes(scenario)) return customScenarios.lineSeconds(scenario.id);
    return (lineId) => clipSeconds(lineClip(scenario.id, lineId));
  }

  async function findScenario(scenarioId: string): Promise<Scenario | undefined> {
    const { scenarios } = await library();
    return [...scenarios, ...customScenarios.list()].find(({ id }) => id === scenarioId);
  }

  async function reference({ exercise, seed, level }: PracticeAttempt): Promise<AttemptCurve | null> {
    if (exercise.kind !== 'scenario' || seed === null) return null;
    const scenario = await findScenario(exercise.id);
    if (!scenario) return null;
    const lineSeconds = (await clipLengths(scenario)) ?? (() => undefined);
    return referenceCurve({ scenario, seed, level, lineSeconds });
  }

  function plan(planId: string): PracticePlan {
    const found = store.plans().find((candidate) => candidate.planId === planId);
    if (!found) throw new AppError('no-such-plan', 'This plan is no longer here. Import its file again.');
    return found;
  }

  return {
    async catalogue() {
      const { scenarios, cards, clipSeconds } = await library();
      const own = customScenarios.list();
      return {
        scenarios: [...own, ...scenarios].map((scenario) => {
          const { id, title, trade, situation, goal, practices, caller } = scenario;
          const isOwn = own.includes(scenario);
          const hasClips = !isOwn || customScenarios.lineSeconds(id) !== undefined;
          return { id, title, trade, situation, goal, practices, caller, isOwn, hasClips };
        }),
        drills: drillIds.map((id) => drill(id, clipSeconds)),
        passages: Object.entries(passages).map(([id, text]) => ({ id, text })),
        cards: [...cards],
      };
    },
    async progress() {
      const attempts = store.list();
      const { cards } = await library();
      const bests = personalBests(attempts);
      const tried = new Map(attempts.map(({ exercise }) => [exerciseKey(exercise), exercise]));
      const exercises = [...tried].map(([key, exercise]) => {
        const own = attempts.filter((attempt) => exerciseKey(attempt.exercise) === key);
        return {
          exercise,
          attempts: own.length,
          level: nextLevel(own),
          best: bests.get(key)?.score ?? null,
          lastScore: own.at(-1)?.score ?? null,
        };
      });
      const days = attempts.map(({ startedAt }) => calendarDay(new Date(startedAt)));
      const cardIds = cards.map(({ id }) => id);
      return {
        streakDays: streakDays(days, today()),
        exercises,
        dueCards: [...dueCards(cardIds, store.cards(), today(), newCardsADay)],
        plans: store.plans().map((plan) => ({ plan, assignments: [...planProgress(plan, attempts, today())] })),
        returned: store.returnedResults().map(({ resultsId, note, results }) => ({
          resultsId,
          note,
          planTitle: results.planTitle,
          exportedAt: results.exportedAt,
          exercises: [...resultsByExercise(results.attempts)],
        })),
      };
    },
    async start({ exercise, inputs, baseline, recordAudio, voice }) {
      const startedAt = clock.now();
      const level = nextLevel(store.list(exercise));
      const seed = startedAt.getTime() & 0x7fff_ffff;
      const { run, clips } = await createRun(exercise, level, seed, voice);
      const { sessionId } = await live.start({ inputs, baseline, recordAudio, kind: 'practice' });
      const keep = (result: AttemptResult, callId: string | null) => {
        const attemptId = createId();
        const ownSeed = exercise.kind === 'scenario' ? seed : null;
        store.add({ attemptId, exercise, startedAt: startedAt.toISOString(), level, seed: ownSeed, callId, ...result });
        return attemptId;
      };
      const started = new PracticeRun({
        session: {
          sessionId,
          exercise,
          level,
          aids: { ...aidsAt(level), cues: [...aidsAt(level).cues] },
          voice,
          clips,
        },
        run,
        events: live.watch(sessionId),
        endCall: () => live.stop(sessionId),
        keep,
      });
      remember(started);
      return started.session;
    },
    watch: (sessionId, signal) => find(sessionId).watch(signal),
    async stop(sessionId) {
      return { attemptId: await find(sessionId).stop() };
    },
    lineFinished: (sessionId, clip) => find(sessionId).lineFinished(clip),
    attempts: (exercise) => store.list(exercise).map(withCall).reverse(),
    async attempt(attemptId) {
      const found = store.get(attemptId);
      if (!found) throw new AppError('no-such-attempt', 'This attempt is no longer here.');
      return { ...withCall(found), reference: await reference(found) };
    },
    reviewCard(cardId, known) {
      const before = store.cards().find((card) => card.cardId === cardId);
      store.setCard(afterReview(cardId, before, known, today()));
    },
    importPlan(text) {
      const plan = parsedPlan(text);
      store.setPlan(plan);
      return plan;
    },
    removePlan: (planId) => store.removePlan(planId),
    results: (planId) => planResults(plan(planId), store.list(), clock.now().toISOString()),
    keepResults(results, note) {
      // A trainee's first attempt stays the first, so what they send later takes the place of what they sent before.
      const resultsId = `${results.planId}/${results.attempts[0]?.attemptId ?? results.exportedAt}`;
      store.setReturnedResults({ resultsId, note, results });
    },
    removeReturned: (resultsId) => store.removeReturnedResults(resultsId),
  };
}

function parsedPlan(text: string): PracticePlan {
  try {
    return practicePlanSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('bad-plan', 'This file is no practice plan of this version. Ask your coach for another one.', {
      cause,
    });
  }
}
