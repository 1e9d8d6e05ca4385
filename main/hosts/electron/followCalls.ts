import { afterLiveEvent, type LiveCall, newLiveCall } from '../../../contract/liveCall.ts';
import type { LiveSession } from '../../../contract/liveContract.ts';
import type { Logger } from '../../logger.ts';
import type { LiveService } from '../../services/live/liveService.ts';
import { reportUnexpected } from '../../services/reportUnexpected.ts';

/** Reports the running call when it starts and after every event in it but readings, and `undefined` when it ends. */
export function followCalls(live: LiveService, logger: Logger, onCall: (call: LiveCall | undefined) => void): void {
  /** A call may begin before the last event of the previous one. */
  let latest: string | undefined;

  async function follow(session: LiveSession): Promise<void> {
    const { sessionId } = session;
    latest = sessionId;
    let call = newLiveCall(session);
    onCall(call);
    try {
      for await (const news of live.session(sessionId).watch()) {
        if (sessionId !== latest || (news.type === 'call' && news.event.type !== 'cue')) continue;
        call = afterLiveEvent(call, news);
        onCall(call);
      }
    } catch (error) {
      reportUnexpected(logger, 'A call could not be followed', error);
    }
    if (sessionId === latest) onCall(undefined);
  }
  live.onStart((session) => void follow(session));
}
