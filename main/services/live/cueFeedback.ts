import { type CueMark, withCueMarked, wrongCuesAfter } from '../../../core/model/cueMark.ts';
import type { Library } from '../../storage/calls/library.ts';
import type { SettingsService } from '../settingsService.ts';
import type { LiveService } from './liveService.ts';
import { noSuchCue } from './noSuchCue.ts';

interface CueFeedbackOptions {
  readonly live: LiveService;
  readonly library: Library;
  readonly settings: SettingsService;
}

/**
 * Learns from cues that the agent marks wrong: saves the mark with the call and moves the threshold of the cue by a
 * step. Removing the mark moves it back.
 */
export class CueFeedback {
  readonly #options: CueFeedbackOptions;

  constructor(options: CueFeedbackOptions) {
    this.#options = options;
  }

  /** @throws AppError `no-such-session`, `no-such-cue` */
  markLive(sessionId: string, mark: CueMark): void {
    if (this.#options.live.session(sessionId).markCue(mark)) this.#learn(mark);
  }

  /** @throws AppError `no-such-call`, `no-such-cue` */
  async markSaved(callId: string, mark: CueMark): Promise<void> {
    const { reader, notes } = this.#options.library;
    const { report } = await reader.get(callId);
    const marked = withCueMarked(report.cues, mark);
    if (!marked) throw noSuchCue();
    await notes.change(callId, (before) => ({ ...before, wrongCues: wrongCuesAfter(before.wrongCues, mark) }));
    if (marked.some((cue, i) => cue.markedWrong !== report.cues[i]?.markedWrong)) this.#learn(mark);
  }

  #learn({ kind, wrong }: CueMark): void {
    this.#options.settings.moveThreshold(kind, wrong ? 1 : -1);
  }
}
