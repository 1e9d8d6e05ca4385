import { implement } from '@orpc/server';
import { notesContract } from '../../contract/notesContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(notesContract);

export function notesRouter({ notes }: Services) {
  return contract.router({
    get: contract.get.handler(({ input }) => notes.get(input.callId, input.coach)),
    addComment: contract.addComment.handler(({ input }) => notes.addComment(input.callId, input.comment)),
    removeComment: contract.removeComment.handler(({ input }) => notes.removeComment(input.callId, input.commentId)),
    saveScores: contract.saveScores.handler(({ input }) => notes.saveScores(input.callId, input.sheet, input.submit)),
    changeReflection: contract.changeReflection.handler(({ input }) =>
      notes.changeReflection(input.callId, input.change),
    ),
    setChannelShared: contract.setChannelShared.handler(({ input }) =>
      notes.setChannelShared(input.callId, input.isShared),
    ),
  });
}
