import type { ImportRequest, ImportView } from '../../contract/importContract.ts';
import { errorOf } from '../host/appClient.ts';
import type { HostConnection } from '../host/connectHost.ts';
import { type ChannelRoles, chosenBaseline } from '../host/fileUpload.ts';
import { pageImportId, useImportStore } from '../state/importStore.ts';
import type { LibraryIntents } from './libraryIntents.ts';
import { PageImport } from './pageImport.ts';

export interface ImportIntents {
  /** Keeps the imports as the host has them, and the library's list as they fill it. */
  follow(): Promise<void>;
  /** Imports a folder of the host's disk. Returns whether that could begin. */
  start(request: Omit<ImportRequest, 'baseline'>): Promise<boolean>;
  /** Imports files of this page. */
  addFiles(files: readonly File[], roles: ChannelRoles): Promise<void>;
  pause(importId: string): Promise<void>;
  resume(importId: string): Promise<void>;
  /** Ends an import and takes it off the list. */
  remove(importId: string): Promise<void>;
  /** Asks for a folder by the system's dialog; undefined where none was chosen. On the desktop alone. */
  chooseFolder(): Promise<string | undefined>;
  /** Looks for folders that begin like what is typed. */
  complete(path: string): Promise<void>;
}

export function createImportIntents(connection: HostConnection, library: LibraryIntents): ImportIntents {
  const { client } = connection;
  const page = new PageImport(connection, () => void library.refresh());
  let following: Promise<void> | undefined;

  async function followAll(): Promise<void> {
    for await (const imports of await client.imports.watch()) {
      const before = importedIn(useImportStore.getState().imports);
      useImportStore.setState({ imports });
      if (importedIn(imports) > before) void library.refresh();
    }
  }

  return {
    follow() {
      following ??= followAll();
      return following;
    },
    async start(request) {
      try {
        await client.imports.start({ ...request, baseline: chosenBaseline() });
        useImportStore.setState({ error: undefined, folders: [] });
        return true;
      } catch (error) {
        useImportStore.setState({ error: errorOf(error) });
        return false;
      }
    },
    addFiles: (files, roles) => page.add(files, roles),
    pause: (importId) => (importId === pageImportId ? page.pause() : client.imports.pause({ importId })),
    resume: (importId) => (importId === pageImportId ? page.resume() : client.imports.resume({ importId })),
    remove: (importId) => (importId === pageImportId ? page.remove() : client.imports.remove({ importId })),
    async chooseFolder() {
      try {
        return (await client.host.chooseFolder()).path ?? undefined;
      } catch (error) {
        useImportStore.setState({ error: errorOf(error) });
        return undefined;
      }
    },
    async complete(path) {
      useImportStore.setState({ error: undefined, folders: await client.imports.folders({ path }) });
    },
  };
}

function importedIn(imports: readonly ImportView[]): number {
  return imports.reduce((sum, { progress }) => sum + progress.done, 0);
}
