import { implement } from '@orpc/server';
import { practiceContract } from '../../contract/practiceContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(practiceContract);

export function practiceRouter({ practice, customScenarios }: Services) {
  return contract.router({
    catalogue: contract.catalogue.handler(() => practice.catalogue()),
    progress: contract.progress.handler(() => practice.progress()),
    start: contract.start.handler(({ input }) => practice.start(input)),
    watch: contract.watch.handler(({ input, signal }) => practice.watch(input.sessionId, signal)),
    stop: contract.stop.handler(({ input }) => practice.stop(input.sessionId)),
    attempts: contract.attempts.handler(({ input }) => practice.attempts(input.exercise)),
    attempt: contract.attempt.handler(({ input }) => practice.attempt(input.attemptId)),
    reviewCard: contract.reviewCard.handler(({ input }) => practice.reviewCard(input.cardId, input.known)),
    importPlan: contract.importPlan.handler(({ input }) => practice.importPlan(input.text)),
    removePlan: contract.removePlan.handler(({ input }) => practice.removePlan(input.planId)),
    results: contract.results.handler(({ input }) => practice.results(input.planId)),
    lineFinished: contract.lineFinished.handler(({ input }) => practice.lineFinished(input.sessionId, input.clip)),
    removeReturned: contract.removeReturned.handler(({ input }) => practice.removeReturned(input.resultsId)),
    importScenario: contract.importScenario.handler(({ input }) => customScenarios.import(input.text, input.clips)),
    addClip: contract.addClip.handler(({ input }) => customScenarios.addClip(input)),
    customClip: contract.customClip.handler(({ input }) =>
      Buffer.from(customScenarios.clip(input.clip)).toString('base64'),
    ),
    removeScenario: contract.removeScenario.handler(({ input }) => customScenarios.remove(input.scenarioId)),
  });
}
