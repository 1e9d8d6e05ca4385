import { createHash } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ExportContents,
  ExportedFile,
  ExportRequest,
  OpenedPack,
  PackParts,
} from '../../../contract/exportContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { callMarks } from '../../../core/model/callMark.ts';
import { noNotes } from '../../../core/model/callNotes.ts';
import type { ReviewedCall } from '../../../core/model/reviewedCall.ts';
import type { Rubric, ScoreSheet } from '../../../core/model/rubric.ts';
import type { Clock } from '../../clock.ts';
import type { CoachPack, PackedReview } from '../../exports/coachPack/coachPack.ts';
import { openCoachPack } from '../../exports/coachPack/openCoachPack.ts';
import { packedPeaks } from '../../exports/coachPack/packedPeaks.ts';
import { writeCoachPack } from '../../exports/coachPack/writeCoachPack.ts';
import { formatsOfAll, formatsOfOne } from '../../exports/exportFormats.ts';
import { MadeFiles } from '../../exports/madeFiles.ts';
import { sealedClip } from '../../exports/sealedClip.ts';
import type { FileToSave } from '../../pages/fileToSave.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { SealedWaveReader } from '../../storage/calls/sealedWaveReader.ts';
import type { RubricStore } from '../../storage/rubricStore.ts';
import type { CallService } from '../calls/callService.ts';
import type { NotesService } from '../calls/notesService.ts';
import type { PracticePlans } from '../practice/practicePlans.ts';
import type { StreamService } from '../streams/streamService.ts';

/** What leaves the library, and coach packs that come into it. */
export interface ExportService {
  /** @throws AppError `no-such-call`, `call-damaged` */
  contents(callIds: readonly string[], coach: string | null): Promise<ExportContents[]>;
  /** @throws AppError `no-such-call`, `call-damaged`, `empty-audio` (no audio there), `mixed-rubrics`, `disk-full` */
  make(request: ExportRequest): Promise<ExportedFile>;
  /** For a host to serve at `exportPath(exportId)`; undefined where there is none (any more). */
  file(exportId: string): FileToSave | undefined;
  /** Takes away the files that were made of these calls. */
  forget(callIds: readonly string[]): Promise<void>;
  /** @throws AppError what `openCoachPack` says of the file, `no-such-upload` */
  openPack(streamId: string, passphrase: string): Promise<OpenedPack>;
}

/** Path of a made file below a host's own address. */
export function exportPath(exportId: string): string {
  return `/export/${encodeURIComponent(exportId)}`;
}

export function createExportService(options: {
  readonly calls: CallService;
  readonly notes: Pick<NotesService, 'get' | 'change'>;
  readonly rubrics: RubricStore;
  readonly streams: Pick<StreamService, 'takeUpload'>;
  readonly plans: PracticePlans;
  /** This run's private folder. */
  readonly dir: string;
  readonly clock: Clock;
  readonly createId: () => string;
}): ExportService {
  const { calls, notes, rubrics, streams, plans, dir, clock, createId } = options;
  const files = new MadeFiles();

  async function reviewed(callId: string, coach: string | null): Promise<ReviewedCall> {
    const [{ title, report }, { comments, scores, reflection }] = await Promise.all([
      calls.get(callId),
      notes.get(callId, coach),
    ]);
    return { title, report, comments, scoreSheets: scores.filter(isSubmitted), reflection };
  }

  /** What the sheets of a pack were scored by; null without any. */
  function rubricOf(packed: CoachPack['calls']): Rubric | null {
    const ids = new Set(packed.flatMap(({ call }) => call.scoreSheets.map(({ rubricId }) => rubricId)));
    const [id, ...others] = ids;
    if (others.length > 0) {
      throw new AppError(
        'mixed-rubrics',
        'These calls were scored by different rubrics. Make a pack for each, or leave the scores out.',
      );
    }
    return (id !== undefined && rubrics.get(id)) || null;
  }

  function reviewedAll(callIds: readonly string[], coach: string | null): Promise<ReviewedCall[]> {
    return Promise.all(callIds.map((callId) => reviewed(callId, coach)));
  }

  async function audioOf(callId: string): Promise<SealedWaveReader> {
    const audio = await calls.audio(callId);
    if (!audio) throw new AppError('empty-audio', 'No audio is kept of this call. Leave it out.');
    return audio;
  }

  async function makeClip(path: string, callId: string, start: number, end: number): Promise<void> {
    const audio = await audioOf(callId);
    try {
      await writeFile(path, sealedClip(audio, [start, end]), { mode: 0o600 });
    } finally {
      await audio.close();
    }
  }

  async function makePack(path: string, request: Extract<ExportRequest, { format: 'coach-pack' }>): Promise<void> {
    const { callIds, coach, parts, note, passphrase } = request;
    const opened: string[] = [];
    try {
      const packed: PackedReview[] = [];
      for (const callId of callIds) {
        const call = { ...chosenParts(await reviewed(callId, coach), parts), report: await calls.measured(callId) };
        const { isChannelShared } = await notes.get(callId, coach);
        const audioPath = parts.audio && calls.item(callId).hasAudio ? `${path}-${packed.length}.wav` : null;
        if (audioPath !== null) {
          opened.push(audioPath);
          await makeClip(audioPath, callId, 0, Number.POSITIVE_INFINITY);
        }
        packed.push({ call, isChannelShared, audioPath });
      }
      await writeCoachPack(path, { note, rubric: rubricOf(packed), calls: packed, practice: null }, passphrase);
    } finally {
      for (const audioPath of opened) await rm(audioPath, { force: true });
    }
  }

  /** Writes what was asked for and returns the name to save it under. */
  async function write(path: string, request: ExportRequest): Promise<string> {
    const put = (content: string | Uint8Array) => writeFile(path, content, { mode: 0o600 });
    switch (request.format) {
      case 'clip': {
        await makeClip(path, request.callId, request.start, request.end);
        return named(calls.item(request.callId).title, `${Math.round(request.start)} s.wav`);
      }
      case 'coach-pack':
        await makePack(path, request);
        return 'calls.coachpack';
      case 'practice-results': {
        const { planId, note, passphrase } = request;
        const results = plans.results(planId);
        await writeCoachPack(path, { note, rubric: null, calls: [], practice: results }, passphrase);
        return named(results.planTitle, 'coachpack');
      }
      case 'csv':
      case 'moments':
      case 'json': {
        const { fileName, of } = formatsOfAll[request.format];
        await put(of(await reviewedAll(request.callIds, request.coach)));
        return fileName;
      }
      case 'report': {
        const { title, report } = await reviewed(request.callId, request.coach);
        await put(`${JSON.stringify(report, null, 2)}\n`);
        return named(title, 'report.json');
      }
      default: {
        const { extension, of } = formatsOfOne[request.format];
        const call = await reviewed(request.callId, request.coach);
        await put(await of(call));
        return named(call.title, extension);
      }
    }
  }

  /** Puts a call out of a pack where it can be looked at. */
  async function layOpen({ call, isChannelShared, audioPath }: PackedReview): Promise<string> {
    const { title, report, comments, scoreSheets, reflection } = call;
    const content = createHash('sha256')
      .update(JSON.stringify({ ...call, isChannelShared }))
      .digest();
    const known = calls.findByContent(content);
    if (known !== undefined) return known;
    const callId = createId();
    const startedAt = report.source.startedAt === null ? clock.now() : new Date(report.source.startedAt);
    const roles = report.speakers.map(({ role }) => role);
    const { kind } = report.source;
    calls.begin({ callId, kind, state: 'unkept', title: title.slice(0, 300), roles, startedAt, content });
    try {
      if (audioPath !== null) await calls.saveAudio(callId, audioPath);
      const peaks = await packedPeaks(report, audioPath);
      const endedAt = new Date(startedAt.getTime() + 1000 * report.source.durationSeconds);
      // What is kept is measured by what is said of it.
      await notes.change(callId, (none) => ({
        ...none,
        marks: callMarks(report.marks),
        isChannelShared,
        comments: [...comments],
        scores: [...scoreSheets],
        reflection: reflection ?? none.reflection,
      }));
      await calls.keep(callId, 'unkept', endedAt, await encodeCall({ report, peaks }));
    } catch (error) {
      calls.erase([callId]);
      throw error;
    }
    return callId;
  }

  return {
    async contents(callIds, coach) {
      return Promise.all(
        callIds.map(async (callId) => {
          const { title, durationSeconds } = calls.item(callId);
          const { comments, scores, reflection } = await notes.get(callId, coach);
          const audio = await calls.audio(callId);
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
    },
    async make(request) {
      const exportId = createId();
      const path = join(dir, `export-${exportId}`);
      try {
        const fileName = await write(path, request);
        const { size: sizeBytes } = await stat(path);
        await files.add(exportId, { path, fileName, sizeBytes, callIds: callsIn(request) });
        return { url: exportPath(exportId), fileName, sizeBytes };
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    file: (exportId) => files.get(exportId),
    forget: (callIds) => files.forget(callIds),
    async openPack(streamId, passphrase) {
      const upload = streams.takeUpload(streamId);
      const folder = join(dir, `pack-${createId()}`);
      try {
        await upload.completed;
        const { note, rubric, calls: packed, practice: results } = await openCoachPack(upload.path, passphrase, folder);
        if (rubric) rubrics.add(rubric);
        if (results) plans.saveResults(results, note);
        const opened: OpenedPack['calls'] = [];
        for (const one of packed) {
          const { callId, title, state } = calls.item(await layOpen(one));
          opened.push({ callId, title, isKept: state !== 'unkept' });
        }
        return { note, calls: opened, practice: results };
      } finally {
        await upload.drop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function callsIn(request: ExportRequest): readonly string[] {
  if ('callIds' in request) return request.callIds;
  return 'callId' in request ? [request.callId] : [];
}

/** What a coach has not submitted can still change, and stays with them. */
function isSubmitted({ submittedAt }: ScoreSheet): boolean {
  return submittedAt !== null;
}

function chosenParts(call: ReviewedCall, { comments, scores, reflection }: PackParts): ReviewedCall {
  return {
    ...call,
    comments: comments ? call.comments : [],
    scoreSheets: scores ? call.scoreSheets : [],
    reflection: reflection ? call.reflection : null,
  };
}

/** A file name that every system takes. */
function named(title: string, ending: string): string {
  const safe = [...title].map((character) => (character < ' ' || '/\\:*?"<>|'.includes(character) ? ' ' : character));
  return `${safe.join('').trim().slice(0, 120) || 'call'}.${ending}`;
}
