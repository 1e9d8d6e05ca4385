import { implement } from '@orpc/server';
import { reviewContract } from '../../contract/reviewContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(reviewContract);

export function reviewRouter({ scoring, comparisons }: Services) {
  return contract.router({
    scoring: contract.scoring.handler(({ input }) => scoring.scoring(input.callId, input.coach)),
    compare: contract.compare.handler(({ input }) => comparisons.compare(input.callId, input.otherId)),
    compareWithPast: contract.compareWithPast.handler(({ input }) => comparisons.compareWithPast(input.callId)),
    rubric: contract.rubric.handler(() => scoring.rubric()),
    saveRubric: contract.saveRubric.handler(({ input }) => scoring.saveRubric(input)),
    resetRubric: contract.resetRubric.handler(() => scoring.resetRubric()),
    trends: contract.trends.handler(({ input }) => comparisons.trends(input.agent)),
  });
}
