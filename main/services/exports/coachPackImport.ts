import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedPack } from '../../../contract/exportContract.ts';
import { callMarks } from '../../../core/model/callMark.ts';
import type { Clock } from '../../clock.ts';
import type { PackedReview } from '../../exports/coachPack/coachPack.ts';
import { openCoachPack } from '../../exports/coachPack/openCoachPack.ts';
import { packedPeaks } from '../../exports/coachPack/packedPeaks.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { Library } from '../../storage/calls/library.ts';
import type { RubricStore } from '../../storage/rubricStore.ts';
import type { PracticePlans } from '../practice/practicePlans.ts';
import type { StreamService } from '../streams/streamService.ts';

interface CoachPackImportOptions {
  readonly library: Library;
  readonly rubrics: RubricStore;
  readonly streams: Pick<StreamService, 'takeUpload'>;
  readonly plans: PracticePlans;
  /** This run's private folder. */
  readonly dir: string;
  readonly clock: Clock;
  readonly createId: () => string;
}

/** Opens coach packs. Their calls are previews until they are imported or discarded. */
export class CoachPackImport {
  readonly #options: CoachPackImportOptions;

  constructor(options: CoachPackImportOptions) {
    this.#options = options;
  }

  /** @throws AppError as `openCoachPack`, and `no-such-upload` */
  async open(streamId: string, passphrase: string): Promise<OpenedPack> {
    const { library, rubrics, streams, plans, dir, createId } = this.#options;
    const upload = streams.takeUpload(streamId);
    const folder = join(dir, `pack-${createId()}`);
    try {
      await upload.completed;
      const { note, rubric, calls, practice } = await openCoachPack(upload.path, passphrase, folder);
      if (rubric) rubrics.add(rubric);
      if (practice) plans.saveResults(practice, note);
      const opened: OpenedPack['calls'] = [];
      for (const packed of calls) {
        const { callId, title, state } = library.calls.get(await this.#preview(packed));
        opened.push({ callId, title, isInLibrary: state !== 'preview' });
      }
      return { note, calls: opened, practice };
    } finally {
      await upload.drop();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Saves a call of a pack as a preview, unless the library has it already, and returns its id. */
  async #preview({ call, isChannelShared, audioPath }: PackedReview): Promise<string> {
    const { library, clock, createId } = this.#options;
    const { calls, writer, notes, eraser } = library;
    const { title, report, comments, scoreSheets, reflection } = call;
    const content = createHash('sha256')
      .update(JSON.stringify({ ...call, isChannelShared }))
      .digest();
    const known = calls.findByContent(content);
    if (known !== undefined) return known;
    const callId = createId();
    const { kind, durationSeconds } = report.source;
    const startedAt = report.source.startedAt === null ? clock.now() : new Date(report.source.startedAt);
    const roles = report.speakers.map(({ role }) => role);
    writer.begin({ callId, kind, state: 'preview', title: title.slice(0, 300), roles, startedAt, content });
    try {
      if (audioPath !== null) await writer.saveAudio(callId, audioPath);
      const peaks = await packedPeaks(report, audioPath);
      const endedAt = new Date(startedAt.getTime() + 1000 * durationSeconds);
      // The notes come first, because the measures in the row depend on them.
      await notes.change(callId, (none) => ({
        ...none,
        marks: callMarks(report.marks),
        isChannelShared,
        comments: [...comments],
        scores: [...scoreSheets],
        reflection: reflection ?? none.reflection,
      }));
      await writer.save(callId, 'preview', endedAt, await encodeCall({ report, peaks }));
    } catch (error) {
      eraser.erase([callId]);
      throw error;
    }
    return callId;
  }
}
