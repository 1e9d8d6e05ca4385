import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { AppDatabase } from '../../storage/appDatabase.ts';
import { AttemptStore } from '../../storage/attemptStore.ts';
import type { CallList } from '../../storage/calls/callList.ts';
import { ScenarioStore } from '../../storage/scenarioStore.ts';
import type { LiveService } from '../live/liveService.ts';
import type { StreamService } from '../streams/streamService.ts';
import { CustomScenarios } from './customScenarios.ts';
import { Exercises } from './exercises.ts';
import { PracticeAttempts } from './practiceAttempts.ts';
import { PracticeLibrary } from './practiceLibrary.ts';
import { PracticePlans } from './practicePlans.ts';
import { PracticeProgress } from './practiceProgress.ts';
import { PracticeRuns } from './practiceRuns.ts';

interface PracticeOptions {
  readonly database: AppDatabase;
  readonly calls: CallList;
  readonly live: LiveService;
  readonly streams: StreamService;
  readonly samplesDir: string;
  readonly clock: Clock;
  readonly createId: () => string;
}

/** Solo practice: exercises, attempts, cards and plans. */
export class Practice {
  readonly customScenarios: CustomScenarios;
  readonly exercises: Exercises;
  readonly runs: PracticeRuns;
  readonly attempts: PracticeAttempts;
  readonly plans: PracticePlans;
  readonly progress: PracticeProgress;

  constructor({ database, calls, live, streams, samplesDir, clock, createId }: PracticeOptions) {
    const library = new PracticeLibrary(join(samplesDir, 'practice'));
    const store = new AttemptStore(database);
    this.customScenarios = new CustomScenarios({ store: new ScenarioStore(database), streams, library });
    this.exercises = new Exercises(library, this.customScenarios);
    this.runs = new PracticeRuns({ live, store, exercises: this.exercises, clock, createId });
    this.attempts = new PracticeAttempts(store, calls, this.exercises);
    this.plans = new PracticePlans(store, clock);
    this.progress = new PracticeProgress(store, library, clock);
  }
}
