import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportContents, ExportedFile, ExportRequest } from '../../../contract/exportContract.ts';
import { noNotes } from '../../../core/model/callNotes.ts';
import { writeCoachPack } from '../../exports/coachPack/writeCoachPack.ts';
import { formatsOfAll, formatsOfOne } from '../../exports/exportFormats.ts';
import { MadeFiles } from '../../exports/madeFiles.ts';
import type { FileToSave } from '../../pages/fileToSave.ts';
import type { Library } from '../../storage/calls/library.ts';
import type { RubricStore } from '../../storage/rubricStore.ts';
import type { NotesService } from '../calls/notesService.ts';
import type { PracticePlans } from '../practice/practicePlans.ts';
import { CoachPackExport } from './coachPackExport.ts';
import { isSubmitted, ReviewedCalls } from './reviewedCalls.ts';
import { saveClip } from './saveClip.ts';

interface ExportServiceOptions {
  readonly library: Library;
  readonly notes: NotesService;
  readonly rubrics: RubricStore;
  readonly plans: PracticePlans;
  /** This run's private folder. */
  readonly dir: string;
  readonly createId: () => string;
}

/** Path of an exported file below a host's own address. */
export function exportPath(exportId: string): string {
  return `/export/${encodeURIComponent(exportId)}`;
}

/** Makes files of calls, for a user to save. */
export class ExportService {
  readonly #options: ExportServiceOptions;
  readonly #reviewed: ReviewedCalls;
  readonly #packs: CoachPackExport;
  readonly #files = new MadeFiles();

  constructor(options: ExportServiceOptions) {
    const { library, notes, rubrics } = options;
    this.#options = options;
    this.#reviewed = new ReviewedCalls(library.reader, notes);
    this.#packs = new CoachPackExport(library, this.#reviewed, rubrics);
  }

  /** What can be exported of each call. @throws AppError `no-such-call`, `call-damaged` */
  contents(callIds: readonly string[], coach: string | null): Promise<ExportContents[]> {
    const { library, notes } = this.#options;
    return Promise.all(
      callIds.map(async (callId) => {
        const { title, durationSeconds } = library.calls.get(callId);
        const { comments, scores, reflection } = await notes.get(callId, coach);
        const audio = await library.reader.audio(callId);
        await audio?.close();
        return {
          callId,
          title,
          durationSeconds,
          comments: comments.length,
          scoreSheets: scores.filter(isSubmitted).length,
          hasReflection: JSON.stringify(reflection) !== JSON.stringify(noNotes.reflection),
          audioBytes: audio?.sizeBytes ?? null,
        };
      }),
    );
  }

  /** @throws AppError `no-such-call`, `call-damaged`, `empty-audio` (no audio there), `mixed-rubrics`, `disk-full` */
  async make(request: ExportRequest): Promise<ExportedFile> {
    const exportId = this.#options.createId();
    const path = join(this.#options.dir, `export-${exportId}`);
    try {
      const fileName = await this.#write(path, request);
      const { size: sizeBytes } = await stat(path);
      await this.#files.add(exportId, { path, fileName, sizeBytes, callIds: callsIn(request) });
      return { url: exportPath(exportId), fileName, sizeBytes };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** For a host to serve at `exportPath(exportId)`; undefined if there is no such file, or no longer. */
  file(exportId: string): FileToSave | undefined {
    return this.#files.get(exportId);
  }

  /** Erases the files that were made of these calls. */
  forget(callIds: readonly string[]): Promise<void> {
    return this.#files.forget(callIds);
  }

  /** Writes the requested file and returns the name to save it under. */
  async #write(path: string, request: ExportRequest): Promise<string> {
    const { library, plans } = this.#options;
    const put = (content: string | Uint8Array) => writeFile(path, content, { mode: 0o600 });
    switch (request.format) {
      case 'clip': {
        const { callId, start, end } = request;
        await saveClip(library.reader, callId, path, [start, end]);
        return named(library.calls.get(callId).title, `${Math.round(start)} s.wav`);
      }
      case 'coach-pack':
        await this.#packs.write(path, request);
        return 'calls.coachpack';
      case 'practice-results': {
        const { planId, note, passphrase } = request;
        const practice = plans.results(planId);
        await writeCoachPack(path, { note, rubric: null, calls: [], practice }, passphrase);
        return named(practice.planTitle, 'coachpack');
      }
      case 'csv':
      case 'moments':
      case 'json': {
        const { fileName, of } = formatsOfAll[request.format];
        await put(of(await this.#reviewed.all(request.callIds, request.coach)));
        return fileName;
      }
      case 'report': {
        const { title, report } = await this.#reviewed.get(request.callId, request.coach);
        await put(`${JSON.stringify(report, null, 2)}\n`);
        return named(title, 'report.json');
      }
      default: {
        const { extension, of } = formatsOfOne[request.format];
        const call = await this.#reviewed.get(request.callId, request.coach);
        await put(await of(call));
        return named(call.title, extension);
      }
    }
  }
}

function callsIn(request: ExportRequest): readonly string[] {
  if ('callIds' in request) return request.callIds;
  return 'callId' in request ? [request.callId] : [];
}

/** A file name that every system takes. */
function named(title: string, ending: string): string {
  const safe = [...title].map((character) => (character < ' ' || '/\\:*?"<>|'.includes(character) ? ' ' : character));
  return `${safe.join('').trim().slice(0, 120) || 'call'}.${ending}`;
}
