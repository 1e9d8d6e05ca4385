import { createContext, useContext } from 'react';
import { type BaselineIntents, createBaselineIntents } from './baselineIntents.ts';
import { type CallIntents, createCallIntents } from './callIntents.ts';
import type { HostConnection } from './connectHost.ts';
import { createExportIntents, type ExportIntents } from './exportIntents.ts';
import { createLiveIntents, type LiveIntents } from './liveIntents.ts';
import { createNotesIntents, type NotesIntents } from './notesIntents.ts';
import { createRecordingIntents, type RecordingIntents } from './recordingIntents.ts';
import { createReviewIntents, type ReviewIntents } from './reviewIntents.ts';
import { createSourceIntents, type SourceIntents } from './sourceIntents.ts';

/** Everything a screen can ask for. What comes of it arrives through the stores. */
export interface Intents {
  readonly sources: SourceIntents;
  readonly baseline: BaselineIntents;
  readonly live: LiveIntents;
  readonly recordings: RecordingIntents;
  readonly calls: CallIntents;
  readonly notes: NotesIntents;
  readonly review: ReviewIntents;
  readonly exports: ExportIntents;
}

export function createIntents(connection: HostConnection): Intents {
  const sources = createSourceIntents(connection.client);
  return {
    sources,
    baseline: createBaselineIntents(),
    live: createLiveIntents(connection, sources),
    recordings: createRecordingIntents(connection),
    calls: createCallIntents(connection.client),
    notes: createNotesIntents(connection.client),
    review: createReviewIntents(connection.client),
    exports: createExportIntents(connection.client),
  };
}

const IntentsContext = createContext<Intents | undefined>(undefined);
export const IntentsProvider = IntentsContext.Provider;

export function useIntents(): Intents {
  const intents = useContext(IntentsContext);
  if (!intents) throw new RangeError('useIntents is for screens inside an IntentsProvider.');
  return intents;
}
