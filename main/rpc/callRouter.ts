import { implement } from '@orpc/server';
import { callContract } from '../../contract/callContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(callContract);

export function callRouter({ library: { calls, reader }, cueFeedback, erasing }: Services) {
  return contract.router({
    list: contract.list.handler(({ input }) => calls.list(input)),
    get: contract.get.handler(({ input }) => reader.packed(input.callId)),
    facets: contract.facets.handler(() => calls.facets()),
    update: contract.update.handler(({ input }) => calls.update(input.callIds, input.changes)),
    erase: contract.erase.handler(({ input }) => erasing.erase(input.callIds)),
    eraseAgent: contract.eraseAgent.handler(async ({ input }) => ({
      erased: await erasing.eraseAgent(input.agent),
    })),
    markCue: contract.markCue.handler(({ input }) => cueFeedback.markSaved(input.callId, input.mark)),
  });
}
