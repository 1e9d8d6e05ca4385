import type { LiveInput } from '../../../contract/liveContract.ts';
import type { CallerVoiceKind, PracticeSession } from '../../../contract/practiceContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { Exercise } from '../../../core/model/practiceAttempt.ts';
import { aidsAt, nextLevel } from '../../../core/practice/difficulty.ts';
import type { Clock } from '../../clock.ts';
import type { AttemptStore } from '../../storage/attemptStore.ts';
import type { LiveService } from '../live/liveService.ts';
import type { Exercises } from './exercises.ts';
import { PracticeRun } from './practiceRun.ts';

/** Runs remembered after their end, so that a late watcher learns how they ended. */
const maxRuns = 4;

interface PracticeRunsOptions {
  readonly live: LiveService;
  readonly store: AttemptStore;
  readonly exercises: Exercises;
  readonly clock: Clock;
  readonly createId: () => string;
}

interface StartRequest {
  readonly exercise: Exercise;
  readonly inputs: readonly LiveInput[];
  readonly baseline: Baseline | null;
  readonly recordAudio: boolean;
  readonly voice: CallerVoiceKind;
}

/** Running attempts: each is a live call that an exercise listens to. */
export class PracticeRuns {
  readonly #options: PracticeRunsOptions;
  readonly #runs = new Map<string, PracticeRun>();

  constructor(options: PracticeRunsOptions) {
    this.#options = options;
  }

  /** @throws AppError `no-such-exercise`, `file-not-found` (no clips), or any error of starting a live call */
  async start({ exercise, inputs, baseline, recordAudio, voice }: StartRequest): Promise<PracticeSession> {
    const { live, store, exercises, clock, createId } = this.#options;
    const startedAt = clock.now();
    const level = nextLevel(store.list(exercise));
    const seed = startedAt.getTime() & 0x7fff_ffff;
    const { run, clips } = await exercises.prepare(exercise, { level, seed, voice });
    const { sessionId } = await live.start({ inputs, baseline, recordAudio, kind: 'practice' });
    const call = live.session(sessionId);
    const aids = aidsAt(level);
    const started = new PracticeRun({
      session: { sessionId, exercise, level, aids: { ...aids, cues: [...aids.cues] }, voice, clips },
      run,
      events: call.watch(),
      endCall: () => call.stop(),
      save(result, callId) {
        const attemptId = createId();
        const ownSeed = exercise.kind === 'scenario' ? seed : null;
        store.add({ attemptId, exercise, startedAt: startedAt.toISOString(), level, seed: ownSeed, callId, ...result });
        return attemptId;
      },
    });
    this.#remember(started);
    return started.session;
  }

  /** Returns a running attempt, or one of the last that ended. @throws AppError `no-such-session` */
  session(sessionId: string): PracticeRun {
    const run = this.#runs.get(sessionId);
    if (!run) throw new AppError('no-such-session', 'This attempt is no longer running. Start a new one.');
    return run;
  }

  #remember(run: PracticeRun): void {
    this.#runs.set(run.session.sessionId, run);
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > maxRuns && oldest !== undefined) this.#runs.delete(oldest);
  }
}
