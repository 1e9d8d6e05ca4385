import { type CueMark, withCueMarked, wrongCuesAfter } from '../../../core/model/cueMark.ts';
import type { CallService } from '../calls/callService.ts';
import type { NotesService } from '../calls/notesService.ts';
import type { SettingsService } from '../settingsService.ts';
import type { LiveService } from './liveService.ts';
import { noSuchCue } from './noSuchCue.ts';

/**
 * Learns from cues the agent marks wrong: the mark is kept in the call's ledger, and the threshold the cue came from moves
 * a step; taking the mark back moves it back.
 */
export interface CueFeedback {
  /** @throws AppError `no-such-session`, `no-such-cue` */
  markLive(sessionId: string, mark: CueMark): void;
  /** @throws AppError `no-such-call`, `no-such-cue` */
  markSaved(callId: string, mark: CueMark): Promise<void>;
}

export function createCueFeedback(options: {
  readonly live: LiveService;
  readonly calls: CallService;
  readonly notes: Pick<NotesService, 'change'>;
  readonly settings: SettingsService;
}): CueFeedback {
  const { live, calls, notes, settings } = options;

  function learn({ kind, wrong }: CueMark, isNews: boolean): void {
    if (isNews) settings.moveThreshold(kind, wrong ? 1 : -1);
  }

  return {
    markLive: (sessionId, mark) => learn(mark, live.markCue(sessionId, mark)),
    async markSaved(callId, mark) {
      const { report } = await calls.get(callId);
      const marked = withCueMarked(report.cues, mark);
      if (!marked) throw noSuchCue();
      await notes.change(callId, (before) => ({ ...before, wrongCues: wrongCuesAfter(before.wrongCues, mark) }));
      learn(
        mark,
        marked.some((cue, i) => cue.markedWrong !== report.cues[i]?.markedWrong),
      );
    },
  };
}
