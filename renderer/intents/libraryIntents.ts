import type { CallChanges, CallQuery } from '../../contract/callContract.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { useFollowUpStore } from '../state/followUpStore.ts';
import { callsPerPage, useLibraryStore, wholeLibrary } from '../state/libraryStore.ts';

export interface LibraryIntents {
  /** Fetches the list anew, and what it can be filtered by. */
  refresh(): Promise<void>;
  /** Filters or sorts differently, from the first call on. */
  find(change: Partial<CallQuery>): Promise<void>;
  /** Takes every filter away. */
  findAll(): Promise<void>;
  /** Fetches the calls behind those that are there. */
  more(): Promise<void>;
  choose(callIds: readonly string[], chosen: boolean): void;
  /** Changes the chosen calls. */
  change(changes: CallChanges): Promise<void>;
  /** Erases the chosen calls for good. */
  erase(): Promise<void>;
  /** Erases all that is kept of an agent for good. */
  eraseAgent(agent: string): Promise<void>;
}

export function createLibraryIntents(client: AppClient): LibraryIntents {
  /** Answers may overtake each other: only the newest question's counts. */
  let asked = 0;

  async function ask(query: CallQuery, keep: boolean): Promise<void> {
    asked += 1;
    const question = asked;
    try {
      const { calls, total } = await client.calls.list(query);
      if (question !== asked) return;
      const before = keep ? useLibraryStore.getState().calls : [];
      useLibraryStore.setState({ calls: [...before, ...calls], total, error: undefined });
    } catch (error) {
      if (question === asked) useLibraryStore.setState({ error: errorOf(error) });
    }
  }

  function find(change: Partial<CallQuery>): Promise<void> {
    const query = { ...useLibraryStore.getState().query, ...change, offset: 0 };
    useLibraryStore.setState({ query, chosen: new Set() });
    return ask({ ...query, limit: callsPerPage }, false);
  }

  async function refresh(): Promise<void> {
    const { query, calls } = useLibraryStore.getState();
    const listing = ask({ ...query, offset: 0, limit: Math.min(1_000, Math.max(callsPerPage, calls.length)) }, false);
    try {
      useLibraryStore.setState(await client.calls.facets());
    } catch (error) {
      useLibraryStore.setState({ error: errorOf(error) });
    }
    await listing;
  }

  /** Does something to the chosen calls and shows what has become of the list. */
  async function withSelected(act: (callIds: string[]) => Promise<unknown>): Promise<void> {
    const { chosen } = useLibraryStore.getState();
    if (chosen.size === 0) return;
    try {
      await act([...chosen]);
      useLibraryStore.setState({ chosen: new Set() });
    } catch (error) {
      useLibraryStore.setState({ error: errorOf(error) });
    }
    await refresh();
  }

  return {
    refresh,
    find,
    findAll: () => find(wholeLibrary),
    async more() {
      const { query, calls, total } = useLibraryStore.getState();
      if (total === undefined || calls.length >= total) return;
      await ask({ ...query, limit: callsPerPage, offset: calls.length }, true);
    },
    choose(callIds, chosen) {
      const next = new Set(useLibraryStore.getState().chosen);
      for (const callId of callIds) {
        if (chosen) next.add(callId);
        else next.delete(callId);
      }
      useLibraryStore.setState({ chosen: next });
    },
    change: (changes) => withSelected((callIds) => client.calls.update({ callIds, changes })),
    erase: () =>
      withSelected(async (callIds) => {
        await client.calls.erase({ callIds });
        useFollowUpStore.setState(({ due }) => ({ due: due.filter(({ callId }) => !callIds.includes(callId)) }));
      }),
    async eraseAgent(agent) {
      try {
        await client.calls.eraseAgent({ agent });
        useFollowUpStore.setState(({ due }) => ({ due: due.filter((call) => call.agent !== agent) }));
      } catch (error) {
        useLibraryStore.setState({ error: errorOf(error) });
      }
      useLibraryStore.setState(({ query }) => ({
        query: { ...query, agents: query.agents.filter((each) => each !== agent) },
        chosen: new Set(),
      }));
      await refresh();
    },
  };
}
