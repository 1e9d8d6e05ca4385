import { createContext, useContext } from 'react';
import type { HostConnection } from '../host/connectHost.ts';
import { type BaselineIntents, createBaselineIntents } from './baselineIntents.ts';
import { type CallIntents, createCallIntents } from './callIntents.ts';
import { createEnrolmentIntents, type EnrolmentIntents } from './enrolmentIntents.ts';
import { createExportIntents, type ExportIntents } from './exportIntents.ts';
import { createImportIntents, type ImportIntents } from './importIntents.ts';
import { createLibraryIntents, type LibraryIntents } from './libraryIntents.ts';
import { createLiveIntents, type LiveIntents } from './liveIntents.ts';
import { NotesIntents } from './notesIntents.ts';
import { createNoticeIntents, type NoticeIntents } from './noticeIntents.ts';
import { createPackIntents, type PackIntents } from './packIntents.ts';
import { createPracticeIntents, type PracticeIntents } from './practiceIntents.ts';
import { createRecordingIntents, type RecordingIntents } from './recordingIntents.ts';
import { createReviewIntents, type ReviewIntents } from './reviewIntents.ts';
import { createSettingsIntents, type SettingsIntents } from './settingsIntents.ts';
import { createSourceIntents, type SourceIntents } from './sourceIntents.ts';

/** Everything a screen can ask for. What comes of it arrives through the stores. */
export interface Intents {
  readonly notices: NoticeIntents;
  readonly sources: SourceIntents;
  readonly settings: SettingsIntents;
  readonly baseline: BaselineIntents;
  readonly reading: EnrolmentIntents;
  readonly live: LiveIntents;
  readonly recordings: RecordingIntents;
  readonly calls: CallIntents;
  readonly notes: NotesIntents;
  readonly review: ReviewIntents;
  readonly exports: ExportIntents;
  readonly packs: PackIntents;
  readonly library: LibraryIntents;
  readonly practice: PracticeIntents;
  readonly imports: ImportIntents;
}

export function createIntents(connection: HostConnection): Intents {
  const sources = createSourceIntents(connection.client);
  const library = createLibraryIntents(connection.client);
  return {
    notices: createNoticeIntents(connection.client),
    sources,
    settings: createSettingsIntents(connection.client),
    baseline: createBaselineIntents(connection.client),
    reading: createEnrolmentIntents(connection, sources),
    live: createLiveIntents(connection, sources),
    recordings: createRecordingIntents(connection),
    calls: createCallIntents(connection.client),
    notes: new NotesIntents(connection.client),
    review: createReviewIntents(connection.client),
    exports: createExportIntents(connection.client),
    packs: createPackIntents(connection),
    practice: createPracticeIntents(connection, sources),
    library,
    imports: createImportIntents(connection, library),
  };
}

const IntentsContext = createContext<Intents | undefined>(undefined);
export const IntentsProvider = IntentsContext.Provider;

export function useIntents(): Intents {
  const intents = useContext(IntentsContext);
  if (!intents) throw new RangeError('useIntents is for screens inside an IntentsProvider.');
  return intents;
}
