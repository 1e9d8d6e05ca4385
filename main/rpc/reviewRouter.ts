import { implement } from '@orpc/server';
import { reviewContract } from '../../contract/reviewContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(reviewContract);

export function reviewRouter({ review }: Services) {
  return contract.router({
    scoring: contract.scoring.handler(({ input }) => review.scoring(input.callId, input.coach)),
    compare: contract.compare.handler(({ input }) => review.compare(input.callId, input.otherId)),
    compareWithPast: contract.compareWithPast.handler(({ input }) => review.compareWithPast(input.callId)),
    rubric: contract.rubric.handler(() => review.rubric()),
    saveRubric: contract.saveRubric.handler(({ input }) => review.saveRubric(input)),
    resetRubric: contract.resetRubric.handler(() => review.resetRubric()),
    trends: contract.trends.handler(({ input }) => review.trends(input.agent)),
  });
}
