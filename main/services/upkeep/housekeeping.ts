import PQueue from 'p-queue';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { AppDatabase } from '../../storage/appDatabase.ts';
import type { Library } from '../../storage/calls/library.ts';
import type { ExportService } from '../exports/exportService.ts';
import type { Notices } from '../notices.ts';

/** How long calls are kept, in days after their end. */
interface Retention {
  readonly audioDays: number;
  /** Everything else, and with it the call. */
  readonly metricsDays: number;
}

const roundSeconds = 3_600;
const dayMilliseconds = 86_400_000;
const checkDays = 7;

/** Erases what is past its retention, backs up and checks the database: at the start of the app and every hour. */
export class Housekeeping {
  readonly #options: HousekeepingOptions;
  readonly #stop: () => void;
  #checkedAt: number;
  readonly #rounds = new PQueue({ concurrency: 1 });

  /** The database has been checked as it was opened. */
  constructor(options: HousekeepingOptions) {
    this.#options = options;
    this.#checkedAt = options.clock.now().getTime();
    const goRound = () => void this.#rounds.add(() => this.#goRound());
    goRound();
    this.#stop = options.clock.every(roundSeconds, goRound);
  }

  /** Resolves when the round that is under way is done. */
  idle(): Promise<void> {
    return this.#rounds.onIdle();
  }

  async close(): Promise<void> {
    this.#stop();
    await this.idle();
  }

  async #goRound(): Promise<void> {
    const { database, library, clock, logger } = this.#options;
    try {
      const now = clock.now();
      await this.#sweep(now);
      if (now.getTime() - this.#checkedAt >= checkDays * dayMilliseconds) this.#check(now);
      await library.backups?.rotate(database, now);
    } catch (error) {
      logger.error('The stored data could not be maintained', error);
    }
  }

  async #sweep(now: Date): Promise<void> {
    const { library, exports, retention } = this.#options;
    const { calls, eraser } = library;
    const { audioDays, metricsDays } = retention();
    const before = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
    const outdated = calls.endedBefore(before(metricsDays), 'all');
    if (outdated.length > 0) eraser.erase(outdated);
    const outlasted = calls.endedBefore(before(audioDays), 'with-audio');
    for (const callId of outlasted) eraser.eraseAudio(callId);
    await exports.forget([...outdated, ...outlasted]);
  }

  #check(now: Date): void {
    this.#checkedAt = now.getTime();
    if (this.#options.database.isSound()) return;
    this.#options.notices.add(
      'database-recovered',
      'The library is damaged. Restart Softspoken: it sets the damaged files aside and recovers the calls.',
    );
  }
}

export interface HousekeepingOptions {
  readonly library: Library;
  /** Forgets the files made of erased calls. */
  readonly exports: Pick<ExportService, 'forget'>;
  readonly database: AppDatabase;
  readonly retention: () => Retention;
  readonly clock: Clock;
  readonly notices: Notices;
  readonly logger: Logger;
}
