import type { CallChanges, CallQuery } from '../../contract/callContract.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { useFollowUpStore } from '../state/followUpStore.ts';
import { callsPerPage, useLibraryStore, wholeLibrary } from '../state/libraryStore.ts';

export class LibraryIntents {
  readonly #calls: AppClient['calls'];
  /** Counts questions: answers may overtake each other, and only that of the newest one counts. */
  #asked = 0;

  constructor({ calls }: Pick<AppClient, 'calls'>) {
    this.#calls = calls;
  }

  /** Fetches the list again, with the values for its filters. */
  async refresh(): Promise<void> {
    const { query, calls } = useLibraryStore.getState();
    const limit = Math.min(1_000, Math.max(callsPerPage, calls.length));
    const listing = this.#ask({ ...query, offset: 0, limit }, false);
    try {
      useLibraryStore.setState(await this.#calls.facets());
    } catch (error) {
      useLibraryStore.setState({ error: errorOf(error) });
    }
    await listing;
  }

  /** Changes the filters or the order, and starts at the first call. */
  find(change: Partial<CallQuery>): Promise<void> {
    const query = { ...useLibraryStore.getState().query, ...change, offset: 0 };
    useLibraryStore.setState({ query, selected: new Set() });
    return this.#ask({ ...query, limit: callsPerPage }, false);
  }

  /** Removes every filter. */
  findAll(): Promise<void> {
    return this.find(wholeLibrary);
  }

  /** Fetches the calls that follow those in the list. */
  async more(): Promise<void> {
    const { query, calls, total } = useLibraryStore.getState();
    if (total === undefined || calls.length >= total) return;
    await this.#ask({ ...query, limit: callsPerPage, offset: calls.length }, true);
  }

  select(callIds: readonly string[], selected: boolean): void {
    const next = new Set(useLibraryStore.getState().selected);
    for (const callId of callIds) {
      if (selected) next.add(callId);
      else next.delete(callId);
    }
    useLibraryStore.setState({ selected: next });
  }

  /** Changes the selected calls. */
  change(changes: CallChanges): Promise<void> {
    return this.#withSelected((callIds) => this.#calls.update({ callIds, changes }));
  }

  /** Erases the selected calls permanently. */
  erase(): Promise<void> {
    return this.#withSelected(async (callIds) => {
      await this.#calls.erase({ callIds });
      useFollowUpStore.setState(({ due }) => ({ due: due.filter(({ callId }) => !callIds.includes(callId)) }));
    });
  }

  /** Permanently erases everything about an agent. */
  async eraseAgent(agent: string): Promise<void> {
    try {
      await this.#calls.eraseAgent({ agent });
      useFollowUpStore.setState(({ due }) => ({ due: due.filter((call) => call.agent !== agent) }));
    } catch (error) {
      useLibraryStore.setState({ error: errorOf(error) });
    }
    useLibraryStore.setState(({ query }) => ({
      query: { ...query, agents: query.agents.filter((each) => each !== agent) },
      selected: new Set(),
    }));
    await this.refresh();
  }

  /** @param appends puts the answer behind the calls in the list, instead of in their place */
  async #ask(query: CallQuery, appends: boolean): Promise<void> {
    this.#asked += 1;
    const question = this.#asked;
    try {
      const { calls, total } = await this.#calls.list(query);
      if (question !== this.#asked) return;
      const before = appends ? useLibraryStore.getState().calls : [];
      useLibraryStore.setState({ calls: [...before, ...calls], total, error: undefined });
    } catch (error) {
      if (question === this.#asked) useLibraryStore.setState({ error: errorOf(error) });
    }
  }

  /** Applies an action to the selected calls, then shows the list again. */
  async #withSelected(act: (callIds: string[]) => Promise<unknown>): Promise<void> {
    const { selected } = useLibraryStore.getState();
    if (selected.size === 0) return;
    try {
      await act([...selected]);
      useLibraryStore.setState({ selected: new Set() });
    } catch (error) {
      useLibraryStore.setState({ error: errorOf(error) });
    }
    await this.refresh();
  }
}
