import { implement } from '@orpc/server';
import { practiceContract } from '../../contract/practiceContract.ts';

/** The practice service of a host without exercises. */
export function fakePractice() {
  const router = implement(practiceContract);
  const nothing = { code: 'no-such-exercise', message: 'There is nothing to practise here.' } as const;
  return router.router({
    catalogue: router.catalogue.handler(() => ({ scenarios: [], drills: [], passages: [], cards: [] })),
    progress: router.progress.handler(() => ({ streakDays: 0, exercises: [], dueCards: [], plans: [], returned: [] })),
    start: router.start.handler(({ errors }) => {
      throw errors.APP_ERROR({ data: nothing });
    }),
    watch: router.watch.handler(async function* () {
      yield { type: 'failed', error: nothing } as const;
    }),
    stop: router.stop.handler(() => ({ attemptId: 'attempt' })),
    attempts: router.attempts.handler(() => []),
    attempt: router.attempt.handler(({ errors }) => {
      throw errors.APP_ERROR({ data: nothing });
    }),
    reviewCard: router.reviewCard.handler(() => undefined),
    importPlan: router.importPlan.handler(({ errors }) => {
      throw errors.APP_ERROR({ data: nothing });
    }),
    removePlan: router.removePlan.handler(() => undefined),
    lineFinished: router.lineFinished.handler(() => undefined),
    removeReturned: router.removeReturned.handler(() => undefined),
    importScenario: router.importScenario.handler(() => ({ ok: false as const, problems: [] })),
    addClip: router.addClip.handler(() => undefined),
    customClip: router.customClip.handler(() => ''),
    removeScenario: router.removeScenario.handler(() => undefined),
    results: router.results.handler(({ errors }) => {
      throw errors.APP_ERROR({ data: nothing });
    }),
  });
}
