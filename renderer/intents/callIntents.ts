import { type CallDetail, type CallListItem, unpackCall } from '../../contract/callContract.ts';
import { AppError } from '../../core/model/appError.ts';
import { type CueMark, withCueMarked } from '../../core/model/cueMark.ts';
import type { Role } from '../../core/model/role.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { useCallStore } from '../state/callStore.ts';
import { useFollowUpStore } from '../state/followUpStore.ts';
import { useLibraryStore } from '../state/libraryStore.ts';
import { useNotesStore } from '../state/notesStore.ts';
import { useReanalysisStore } from '../state/reanalysisStore.ts';
import { isoDay } from '../text/isoDay.ts';

type CallFacts = Pick<CallListItem, 'title' | 'agent' | 'tags'>;

export interface CallIntents {
  /** Puts a call on the summary screen. */
  open(callId: string): Promise<void>;
  /** Measures a call anew with its channels given to these parties, in order, and shows what comes out. */
  remeasure(callId: string, roles: readonly Role[]): Promise<void>;
  /** Keeps what the agent says of a cue of the call on the screen. */
  markCue(callId: string, mark: CueMark): Promise<void>;
  /** Says whether both parties are on a call's one channel, and shows what can then be told of it. A failure is in the notes' store. */
  setChannelShared(callId: string, isShared: boolean): Promise<void>;
  /** Keeps the day to look at a matter again, an ISO 8601 date; null for no day. */
  setFollowUp(callId: string, followUpOn: string | null): Promise<void>;
  /** Keeps what people say of a call: its title, whose it is, its tags. */
  setFacts(callId: string, facts: CallFacts): Promise<void>;
  /** Fetches the calls to look at again today, or already before. */
  fetchFollowUps(): Promise<void>;
}

export function createCallIntents(client: AppClient): CallIntents {
  async function fetch(callId: string): Promise<void> {
    try {
      const call = unpackCall(await client.calls.get({ callId }));
      if (isStillWanted(callId)) useCallStore.setState({ phase: 'ready', callId, call }, true);
    } catch (error) {
      if (isStillWanted(callId)) useCallStore.setState({ phase: 'failed', callId, error: errorOf(error) }, true);
    }
  }

  /** Shows what changed of a call on every screen that has it. */
  function show(callId: string, { report, ...changes }: Partial<CallDetail>): void {
    const opened = useCallStore.getState();
    if (opened.phase === 'ready' && opened.callId === callId) {
      useCallStore.setState({ ...opened, call: { ...opened.call, ...changes, ...(report && { report }) } }, true);
    }
    useLibraryStore.setState(({ calls }) => ({
      calls: calls.map((call) => (call.callId === callId ? { ...call, ...changes } : call)),
    }));
  }

  async function change(callId: string, changes: Partial<CallFacts & Pick<CallListItem, 'followUpOn'>>): Promise<void> {
    await client.calls.update({ callIds: [callId], changes });
    show(callId, changes);
  }

  async function fetchFollowUps(): Promise<void> {
    const { calls } = await client.calls.list({ followUpBy: isoDay(new Date()) });
    useFollowUpStore.setState({
      due: calls.toSorted((a, b) => (a.followUpOn ?? '').localeCompare(b.followUpOn ?? '')),
    });
  }

  return {
    async open(callId) {
      const opened = useCallStore.getState();
      if (opened.phase === 'ready' && opened.callId === callId) return;
      useCallStore.setState({ phase: 'loading', callId }, true);
      await fetch(callId);
    },
    async remeasure(callId, roles) {
      useReanalysisStore.setState({ phase: 'running', callId, fraction: 0 }, true);
      try {
        const { jobId } = await client.recordings.reanalyze({ callId, roles: [...roles] });
        for await (const event of await client.recordings.watch({ jobId })) {
          if (event.type === 'failed') throw new AppError(event.error.code, event.error.message);
          if (event.type === 'progress') useReanalysisStore.setState({ fraction: event.fraction });
        }
        await fetch(callId);
        useReanalysisStore.setState({ phase: 'idle' }, true);
      } catch (error) {
        useReanalysisStore.setState({ phase: 'failed', callId, error: errorOf(error) }, true);
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
    async setChannelShared(callId, isShared) {
      try {
        await client.notes.setChannelShared({ callId, isShared });
        const { report, measures } = unpackCall(await client.calls.get({ callId }));
        show(callId, { report, measures });
        useNotesStore.setState({ error: undefined });
      } catch (error) {
        useNotesStore.setState({ error: errorOf(error) });
      }
    },
    fetchFollowUps,
    async setFollowUp(callId, followUpOn) {
      await change(callId, { followUpOn });
      await fetchFollowUps();
    },
    async setFacts(callId, facts) {
      await change(callId, facts);
      await fetchFollowUps();
    },
  };
}

function isStillWanted(callId: string): boolean {
  const opened = useCallStore.getState();
  return opened.phase !== 'none' && opened.callId === callId;
}
