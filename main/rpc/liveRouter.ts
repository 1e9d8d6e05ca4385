import { implement } from '@orpc/server';
import { liveContract } from '../../contract/liveContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(liveContract);

export function liveRouter({ live, callWatch, cueFeedback }: Services) {
  return contract.router({
    preview: contract.preview.handler(({ input, signal }) => live.preview(input.source, signal)),
    start: contract.start.handler(({ input }) => live.start(input)),
    current: contract.current.handler(() => live.current()),
    watch: contract.watch.handler(({ input, signal }) => live.session(input.sessionId).watch(signal)),
    pauseRecording: contract.pauseRecording.handler(({ input }) => live.session(input.sessionId).pauseRecording()),
    resumeRecording: contract.resumeRecording.handler(({ input }) => live.session(input.sessionId).resumeRecording()),
    mark: contract.mark.handler(({ input }) => live.session(input.sessionId).mark(input.mark)),
    markCue: contract.markCue.handler(({ input }) => cueFeedback.markLive(input.sessionId, input.mark)),
    stop: contract.stop.handler(({ input }) => live.session(input.sessionId).stop()),
    offers: contract.offers.handler(({ signal }) => callWatch.watch(signal)),
    declineOffer: contract.declineOffer.handler(() => callWatch.decline()),
  });
}
