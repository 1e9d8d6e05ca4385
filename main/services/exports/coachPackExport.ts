import { rm } from 'node:fs/promises';
import type { ExportRequest, PackParts } from '../../../contract/exportContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { ReviewedCall } from '../../../core/model/reviewedCall.ts';
import type { Rubric } from '../../../core/model/rubric.ts';
import type { PackedReview } from '../../exports/coachPack/coachPack.ts';
import { writeCoachPack } from '../../exports/coachPack/writeCoachPack.ts';
import type { Library } from '../../storage/calls/library.ts';
import type { RubricStore } from '../../storage/rubricStore.ts';
import type { ReviewedCalls } from './reviewedCalls.ts';
import { saveClip } from './saveClip.ts';

/** Makes coach packs of calls. */
export class CoachPackExport {
  readonly #library: Library;
  readonly #reviewed: ReviewedCalls;
  readonly #rubrics: RubricStore;

  constructor(library: Library, reviewed: ReviewedCalls, rubrics: RubricStore) {
    this.#library = library;
    this.#reviewed = reviewed;
    this.#rubrics = rubrics;
  }

  /** @throws AppError `no-such-call`, `call-damaged`, `empty-audio`, `mixed-rubrics`, `disk-full` */
  async write(path: string, request: Extract<ExportRequest, { format: 'coach-pack' }>): Promise<void> {
    const { callIds, coach, parts, note, passphrase } = request;
    const { calls, reader, notes } = this.#library;
    const packed: PackedReview[] = [];
    const audioPaths: string[] = [];
    try {
      for (const callId of callIds) {
        const reviewed = selectParts(await this.#reviewed.get(callId, coach), parts);
        const call = { ...reviewed, report: await reader.measured(callId) };
        const { isChannelShared } = await notes.get(callId);
        const audioPath = parts.audio && calls.get(callId).hasAudio ? `${path}-${packed.length}.wav` : null;
        if (audioPath !== null) {
          audioPaths.push(audioPath);
          await saveClip(reader, callId, audioPath);
        }
        packed.push({ call, isChannelShared, audioPath });
      }
      await writeCoachPack(path, { note, rubric: this.#rubricOf(packed), calls: packed, practice: null }, passphrase);
    } finally {
      for (const audioPath of audioPaths) await rm(audioPath, { force: true });
    }
  }

  /** The rubric of the score sheets; null without any. */
  #rubricOf(packed: readonly PackedReview[]): Rubric | null {
    const ids = new Set(packed.flatMap(({ call }) => call.scoreSheets.map(({ rubricId }) => rubricId)));
    const [id, ...others] = ids;
    if (others.length > 0) {
      throw new AppError(
        'mixed-rubrics',
        'These calls were scored by different rubrics. Make a pack for each, or leave the scores out.',
      );
    }
    return (id !== undefined && this.#rubrics.get(id)) || null;
  }
}

function selectParts(call: ReviewedCall, { comments, scores, reflection }: PackParts): ReviewedCall {
  return {
    ...call,
    comments: comments ? call.comments : [],
    scoreSheets: scores ? call.scoreSheets : [],
    reflection: reflection ? call.reflection : null,
  };
}
