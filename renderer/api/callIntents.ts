import { type CueMark, withCueMarked } from '../../core/model/cueMark.ts';
import { useCallStore } from '../state/callStore.ts';
import { type AppClient, errorOf } from './appClient.ts';

export interface CallIntents {
  /** Puts a call on the summary screen. */
  open(callId: string): Promise<void>;
  /** Keeps what the agent says of a cue of the call on the screen. */
  markCue(callId: string, mark: CueMark): Promise<void>;
}

export function createCallIntents(client: AppClient): CallIntents {
  return {
    async open(callId) {
      const opened = useCallStore.getState();
      if (opened.phase === 'ready' && opened.callId === callId) return;
      useCallStore.setState({ phase: 'loading', callId }, true);
      try {
        const call = await client.calls.get({ callId });
        if (isStillWanted(callId)) useCallStore.setState({ phase: 'ready', callId, call }, true);
      } catch (error) {
        if (isStillWanted(callId)) useCallStore.setState({ phase: 'failed', callId, error: errorOf(error) }, true);
      }
    },
    async markCue(callId, mark) {
      await client.calls.markCue({ callId, mark });
      const opened = useCallStore.getState();
      if (opened.phase !== 'ready' || opened.callId !== callId) return;
      const { report } = opened.call;
      const cues = withCueMarked(report.cues, mark) ?? report.cues;
      useCallStore.setState({ ...opened, call: { ...opened.call, report: { ...report, cues } } }, true);
    },
  };
}

function isStillWanted(callId: string): boolean {
  const opened = useCallStore.getState();
  return opened.phase !== 'none' && opened.callId === callId;
}
