import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { sendFile } from '../host/fileUpload.ts';
import { noPack, usePackStore } from '../state/packStore.ts';
import { goTo } from '../state/page.ts';

/** Opening what a coach handed on. */
export interface PackIntents {
  /** Goes to the screen that asks for the file's passphrase. */
  choose(file: File): Promise<void>;
  /** A wrong passphrase is said in the store, and the file can be tried again. */
  open(passphrase: string): Promise<void>;
  /** Takes what is open into the library, and goes to it. What fails is said in the store. */
  keep(): Promise<void>;
  /** Puts the pack away; what is not kept is erased. */
  discard(): Promise<void>;
}

export function createPackIntents(connection: HostConnection): PackIntents {
  const { client } = connection;

  /** Those of the open pack. */
  function callIds(): string[] {
    const state = usePackStore.getState();
    return state.phase === 'open' ? state.pack.calls.map(({ callId }) => callId) : [];
  }

  async function putAway(): Promise<void> {
    const left = callIds();
    usePackStore.setState(noPack, true);
    if (left.length > 0) await client.exports.discardPack({ callIds: left });
  }

  return {
    async choose(file) {
      await putAway();
      usePackStore.setState({ phase: 'sealed', file, isOpening: false, error: undefined }, true);
      goTo({ name: 'pack' });
    },
    async open(passphrase) {
      const state = usePackStore.getState();
      if (state.phase !== 'sealed' || state.isOpening) return;
      const { file } = state;
      usePackStore.setState({ phase: 'sealed', file, isOpening: true, error: undefined }, true);
      try {
        const { streamId, channel } = await sendFile(connection, file);
        try {
          const pack = await client.exports.openPack({ streamId, passphrase });
          if (pack.calls.length === 0 && pack.practice) {
            // There is no call to look at: the practice has what a trainee sent.
            usePackStore.setState(noPack, true);
            goTo({ name: 'practice' });
          } else {
            usePackStore.setState({ phase: 'open', pack, error: undefined }, true);
          }
        } finally {
          channel.close();
        }
      } catch (error) {
        usePackStore.setState({ phase: 'sealed', file, isOpening: false, error: errorOf(error) }, true);
      }
    },
    async keep() {
      const kept = callIds();
      try {
        await client.exports.importPack({ callIds: kept });
      } catch (error) {
        usePackStore.setState({ error: errorOf(error) });
        return;
      }
      usePackStore.setState(noPack, true);
      const [callId] = kept;
      goTo(kept.length === 1 && callId !== undefined ? { name: 'call', callId } : { name: 'library' });
    },
    async discard() {
      goTo({ name: 'library' });
      await putAway();
    },
  };
}
