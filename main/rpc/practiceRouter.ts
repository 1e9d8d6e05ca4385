import { implement } from '@orpc/server';
import { practiceContract } from '../../contract/practiceContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(practiceContract);

export function practiceRouter({ practice }: Services) {
  const { customScenarios, exercises, runs, attempts, plans, progress } = practice;
  return contract.router({
    catalogue: contract.catalogue.handler(() => exercises.catalogue()),
    progress: contract.progress.handler(() => progress.current()),
    start: contract.start.handler(({ input }) => runs.start(input)),
    watch: contract.watch.handler(({ input, signal }) => runs.session(input.sessionId).watch(signal)),
    stop: contract.stop.handler(({ input }) => runs.session(input.sessionId).stop()),
    attempts: contract.attempts.handler(({ input }) => attempts.list(input.exercise)),
    attempt: contract.attempt.handler(({ input }) => attempts.get(input.attemptId)),
    reviewCard: contract.reviewCard.handler(({ input }) => progress.reviewCard(input.cardId, input.known)),
    importPlan: contract.importPlan.handler(({ input }) => plans.import(input.text)),
    removePlan: contract.removePlan.handler(({ input }) => plans.remove(input.planId)),
    results: contract.results.handler(({ input }) => plans.results(input.planId)),
    lineFinished: contract.lineFinished.handler(({ input }) => runs.session(input.sessionId).lineFinished(input.clip)),
    removeReturned: contract.removeReturned.handler(({ input }) => plans.removeResults(input.resultsId)),
    importScenario: contract.importScenario.handler(({ input }) => customScenarios.import(input.text, input.clips)),
    addClip: contract.addClip.handler(({ input }) => customScenarios.addClip(input)),
    customClip: contract.customClip.handler(({ input }) =>
      Buffer.from(customScenarios.clip(input.clip)).toString('base64'),
    ),
    removeScenario: contract.removeScenario.handler(({ input }) => customScenarios.remove(input.scenarioId)),
  });
}
