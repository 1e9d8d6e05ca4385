import type { LiveEvent } from '../../../contract/liveContract.ts';
import type { CallMark } from '../../../core/model/callMark.ts';
import type { Cue } from '../../../core/model/cue.ts';
import { withCueMarked } from '../../../core/model/cueMark.ts';
import type { Logger } from '../../logger.ts';
import type { LiveService } from '../../services/live/liveService.ts';
import { reportUnexpected } from '../../services/reportUnexpected.ts';

/** What tray and global shortcuts need to know of a live call. */
export interface RunningCall {
  readonly sessionId: string;
  /** What is wrong: the roles whose source is, and `recording`. */
  readonly troubles: readonly string[];
  readonly marks: readonly CallMark[];
  /** The latest cue that was shown; it can be marked wrong. */
  readonly lastCue: Cue | undefined;
}

export function newRunningCall(sessionId: string): RunningCall {
  return { sessionId, troubles: [], marks: [], lastCue: undefined };
}

export function afterCallNews(call: RunningCall, news: LiveEvent): RunningCall {
  switch (news.type) {
    case 'source':
      return withTrouble(call, news.role, news.state !== 'ok');
    case 'recording':
      return withTrouble(call, 'recording', news.state === 'failed');
    case 'mark':
      return { ...call, marks: [...call.marks, news.mark] };
    case 'cue-marked': {
      const [lastCue] = (call.lastCue && withCueMarked([call.lastCue], news.mark)) ?? [call.lastCue];
      return { ...call, lastCue };
    }
    case 'call':
      return news.event.type === 'cue' && news.event.cue.shown ? { ...call, lastCue: news.event.cue } : call;
    default:
      return call;
  }
}

function withTrouble(call: RunningCall, what: string, isWrong: boolean): RunningCall {
  const others = call.troubles.filter((trouble) => trouble !== what);
  return { ...call, troubles: isWrong ? [...others, what] : others };
}

/** Tells of the running call whenever something about it changes, and of its end by `undefined`. */
export function followCalls(live: LiveService, logger: Logger, tell: (call: RunningCall | undefined) => void): void {
  /** One call may begin before the last word of the one before it. */
  let latest: string | undefined;

  async function follow(sessionId: string): Promise<void> {
    latest = sessionId;
    let call = newRunningCall(sessionId);
    tell(call);
    try {
      for await (const news of live.watch(sessionId)) {
        const next = afterCallNews(call, news);
        if (next === call || sessionId !== latest) continue;
        call = next;
        tell(call);
      }
    } catch (error) {
      reportUnexpected(logger, 'A call could not be followed', error);
    }
    if (sessionId === latest) tell(undefined);
  }
  live.onStart(({ sessionId }) => void follow(sessionId));
}
