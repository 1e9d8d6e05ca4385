import type { ImportRequest, ImportView } from '../../contract/importContract.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { type ChannelRoles, selectedBaseline } from '../host/fileUpload.ts';
import { pageImportId, useImportStore } from '../state/importStore.ts';
import type { LibraryIntents } from './libraryIntents.ts';
import { PageImport } from './pageImport.ts';

export class ImportIntents {
  readonly #client: AppClient;
  readonly #library: LibraryIntents;
  readonly #page: PageImport;
  #following: Promise<void> | undefined;

  constructor(connection: HostConnection, library: LibraryIntents) {
    this.#client = connection.client;
    this.#library = library;
    this.#page = new PageImport(connection, () => void library.refresh());
  }

  /** Follows the host's imports, and refreshes the library's list as they fill it. */
  follow(): Promise<void> {
    this.#following ??= this.#followAll();
    return this.#following;
  }

  /** Imports a folder of the host's disk. Returns false if that cannot begin, with the reason in the store. */
  async start(request: Omit<ImportRequest, 'baseline'>): Promise<boolean> {
    try {
      await this.#client.imports.start({ ...request, baseline: selectedBaseline() });
      useImportStore.setState({ error: undefined, folders: [] });
      return true;
    } catch (error) {
      useImportStore.setState({ error: errorOf(error) });
      return false;
    }
  }

  /** Imports files of this page. */
  addFiles(files: readonly File[], roles: ChannelRoles): Promise<void> {
    return this.#page.add(files, roles);
  }

  pause(importId: string): Promise<void> {
    return importId === pageImportId ? this.#page.pause() : this.#client.imports.pause({ importId });
  }

  resume(importId: string): Promise<void> {
    return importId === pageImportId ? this.#page.resume() : this.#client.imports.resume({ importId });
  }

  /** Ends an import and removes it from the list. */
  remove(importId: string): Promise<void> {
    return importId === pageImportId ? this.#page.remove() : this.#client.imports.remove({ importId });
  }

  /** Asks for a folder in the system's dialog; undefined if it was cancelled. Desktop only. */
  async chooseFolder(): Promise<string | undefined> {
    try {
      return (await this.#client.host.chooseFolder()).path ?? undefined;
    } catch (error) {
      useImportStore.setState({ error: errorOf(error) });
      return undefined;
    }
  }

  /** Finds folders that complete the typed path. */
  async complete(path: string): Promise<void> {
    useImportStore.setState({ error: undefined, folders: await this.#client.imports.folders({ path }) });
  }

  async #followAll(): Promise<void> {
    for await (const imports of await this.#client.imports.watch()) {
      const before = importedIn(useImportStore.getState().imports);
      useImportStore.setState({ imports });
      if (importedIn(imports) > before) void this.#library.refresh();
    }
  }
}

function importedIn(imports: readonly ImportView[]): number {
  return imports.reduce((sum, { progress }) => sum + progress.done, 0);
}
