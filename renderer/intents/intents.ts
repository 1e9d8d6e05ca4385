import { createContext, useContext } from 'react';
import type { HostConnection } from '../host/connectHost.ts';
import { BaselineIntents } from './baselineIntents.ts';
import { CallIntents } from './callIntents.ts';
import { EnrolmentIntents } from './enrolmentIntents.ts';
import { ExportIntents } from './exportIntents.ts';
import { ImportIntents } from './importIntents.ts';
import { LibraryIntents } from './libraryIntents.ts';
import { LiveIntents } from './liveIntents.ts';
import { NotesIntents } from './notesIntents.ts';
import { NoticeIntents } from './noticeIntents.ts';
import { PackIntents } from './packIntents.ts';
import { PracticeIntents } from './practiceIntents.ts';
import { RecordingIntents } from './recordingIntents.ts';
import { ReviewIntents } from './reviewIntents.ts';
import { SettingsIntents } from './settingsIntents.ts';
import { SourceIntents } from './sourceIntents.ts';

/** Everything a screen can ask for. The answers arrive through the stores. */
export function createIntents(connection: HostConnection) {
  const { client } = connection;
  const sources = new SourceIntents(client);
  const library = new LibraryIntents(client);
  return {
    notices: new NoticeIntents(client),
    sources,
    settings: new SettingsIntents(client),
    baseline: new BaselineIntents(client),
    reading: new EnrolmentIntents(connection, sources),
    live: new LiveIntents(connection, sources),
    recordings: new RecordingIntents(connection),
    calls: new CallIntents(client),
    notes: new NotesIntents(client),
    review: new ReviewIntents(client),
    exports: new ExportIntents(client),
    packs: new PackIntents(connection),
    practice: new PracticeIntents(connection, sources),
    library,
    imports: new ImportIntents(connection, library),
  } as const;
}
export type Intents = ReturnType<typeof createIntents>;

const IntentsContext = createContext<Intents | undefined>(undefined);
export const IntentsProvider = IntentsContext.Provider;

export function useIntents(): Intents {
  const intents = useContext(IntentsContext);
  if (!intents) throw new RangeError('useIntents is for screens inside an IntentsProvider.');
  return intents;
}
