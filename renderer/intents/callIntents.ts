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

export class CallIntents {
  readonly #client: AppClient;

  constructor(client: AppClient) {
    this.#client = client;
  }

  /** Shows the page of a call. */
  async open(callId: string): Promise<void> {
    const opened = useCallStore.getState();
    if (opened.phase === 'ready' && opened.callId === callId) return;
    useCallStore.setState({ phase: 'loading', callId }, true);
    await this.#fetch(callId);
  }

  /** Measures a call again with its channels assigned to these parties, in order, and shows the result. */
  async remeasure(callId: string, roles: readonly Role[]): Promise<void> {
    const { recordings } = this.#client;
    useReanalysisStore.setState({ phase: 'running', callId, fraction: 0 }, true);
    try {
      const { jobId } = await recordings.reanalyze({ callId, roles: [...roles] });
      for await (const event of await recordings.watch({ jobId })) {
        if (event.type === 'failed') throw new AppError(event.error.code, event.error.message);
        if (event.type === 'progress') useReanalysisStore.setState({ fraction: event.fraction });
      }
      await this.#fetch(callId);
      useReanalysisStore.setState({ phase: 'idle' }, true);
    } catch (error) {
      useReanalysisStore.setState({ phase: 'failed', callId, error: errorOf(error) }, true);
    }
  }

  /** Saves the agent's verdict on a cue of the call on the screen. */
  async markCue(callId: string, mark: CueMark): Promise<void> {
    await this.#client.calls.markCue({ callId, mark });
    const opened = useCallStore.getState();
    if (opened.phase !== 'ready' || opened.callId !== callId) return;
    const { report } = opened.call;
    const cues = withCueMarked(report.cues, mark) ?? report.cues;
    useCallStore.setState({ ...opened, call: { ...opened.call, report: { ...report, cues } } }, true);
  }

  /**
   * Records that both parties share a call's only channel, or that they don't, and shows the measures that this allows.
   * A failure is in the notes' store.
   */
  async setChannelShared(callId: string, isShared: boolean): Promise<void> {
    try {
      await this.#client.notes.setChannelShared({ callId, isShared });
      const { report, measures } = unpackCall(await this.#client.calls.get({ callId }));
      show(callId, { report, measures });
      useNotesStore.setState({ error: undefined });
    } catch (error) {
      useNotesStore.setState({ error: errorOf(error) });
    }
  }

  /** Saves the day of the follow-up, an ISO 8601 date; null for no day. */
  setFollowUp(callId: string, followUpOn: string | null): Promise<void> {
    return this.#change(callId, { followUpOn });
  }

  /** Saves the title, agent and tags of a call. */
  setFacts(callId: string, facts: CallFacts): Promise<void> {
    return this.#change(callId, facts);
  }

  /** Fetches the calls whose follow-up is due today or overdue. */
  async fetchFollowUps(): Promise<void> {
    const { calls } = await this.#client.calls.list({ followUpBy: isoDay(new Date()) });
    useFollowUpStore.setState({
      due: calls.toSorted((a, b) => (a.followUpOn ?? '').localeCompare(b.followUpOn ?? '')),
    });
  }

  async #change(callId: string, changes: Partial<CallFacts & Pick<CallListItem, 'followUpOn'>>): Promise<void> {
    await this.#client.calls.update({ callIds: [callId], changes });
    show(callId, changes);
    await this.fetchFollowUps();
  }

  async #fetch(callId: string): Promise<void> {
    try {
      const call = unpackCall(await this.#client.calls.get({ callId }));
      if (isStillWanted(callId)) useCallStore.setState({ phase: 'ready', callId, call }, true);
    } catch (error) {
      if (isStillWanted(callId)) useCallStore.setState({ phase: 'failed', callId, error: errorOf(error) }, true);
    }
  }
}

/** Shows the changes of a call on every screen that has it. */
function show(callId: string, { report, ...changes }: Partial<CallDetail>): void {
  const opened = useCallStore.getState();
  if (opened.phase === 'ready' && opened.callId === callId) {
    useCallStore.setState({ ...opened, call: { ...opened.call, ...changes, ...(report && { report }) } }, true);
  }
  useLibraryStore.setState(({ calls }) => ({
    calls: calls.map((call) => (call.callId === callId ? { ...call, ...changes } : call)),
  }));
}

function isStillWanted(callId: string): boolean {
  const opened = useCallStore.getState();
  return opened.phase !== 'none' && opened.callId === callId;
}
