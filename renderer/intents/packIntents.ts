import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { sendFile } from '../host/fileUpload.ts';
import { noPack, usePackStore } from '../state/packStore.ts';
import { goTo } from '../state/page.ts';

/** Opens the packs that coaches and trainees exported. */
export class PackIntents {
  readonly #connection: HostConnection;

  constructor(connection: HostConnection) {
    this.#connection = connection;
  }

  /** Goes to the screen that asks for the file's passphrase. */
  async choose(file: File): Promise<void> {
    await this.#putAway();
    usePackStore.setState({ phase: 'sealed', file, isOpening: false, error: undefined }, true);
    goTo({ name: 'pack' });
  }

  /** Opens the pack. After a wrong passphrase, which the store reports, the file can be tried again. */
  async open(passphrase: string): Promise<void> {
    const state = usePackStore.getState();
    if (state.phase !== 'sealed' || state.isOpening) return;
    const { file } = state;
    usePackStore.setState({ phase: 'sealed', file, isOpening: true, error: undefined }, true);
    try {
      const { streamId, channel } = await sendFile(this.#connection, file);
      try {
        const pack = await this.#exports.openPack({ streamId, passphrase });
        if (pack.calls.length === 0 && pack.practice) {
          // A pack of practice results has no call to show.
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
  }

  /** Imports the open pack into the library, and goes there. The store reports a failure. */
  async import(): Promise<void> {
    const callIds = openCallIds();
    try {
      await this.#exports.importPack({ callIds });
    } catch (error) {
      usePackStore.setState({ error: errorOf(error) });
      return;
    }
    usePackStore.setState(noPack, true);
    const [callId] = callIds;
    goTo(callIds.length === 1 && callId !== undefined ? { name: 'call', callId } : { name: 'library' });
  }

  /** Closes the pack and erases what was not imported. */
  async discard(): Promise<void> {
    goTo({ name: 'library' });
    await this.#putAway();
  }

  get #exports() {
    return this.#connection.client.exports;
  }

  async #putAway(): Promise<void> {
    const callIds = openCallIds();
    usePackStore.setState(noPack, true);
    if (callIds.length > 0) await this.#exports.discardPack({ callIds });
  }
}

/** The calls of the open pack, if there is one. */
function openCallIds(): string[] {
  const state = usePackStore.getState();
  return state.phase === 'open' ? state.pack.calls.map(({ callId }) => callId) : [];
}
