import type { ReviewedCall } from '../../../core/model/reviewedCall.ts';
import type { ScoreSheet } from '../../../core/model/rubric.ts';
import type { CallReader } from '../../storage/calls/callReader.ts';
import type { NotesService } from '../calls/notesService.ts';

/** Calls with what people have added to them, as far as it may be exported. */
export class ReviewedCalls {
  readonly #reader: CallReader;
  readonly #notes: NotesService;

  constructor(reader: CallReader, notes: NotesService) {
    this.#reader = reader;
    this.#notes = notes;
  }

  /** @throws AppError `no-such-call`, `call-damaged` */
  async get(callId: string, coach: string | null): Promise<ReviewedCall> {
    const [{ title, report }, { comments, scores, reflection }] = await Promise.all([
      this.#reader.get(callId),
      this.#notes.get(callId, coach),
    ]);
    return { title, report, comments, scoreSheets: scores.filter(isSubmitted), reflection };
  }

  /** @throws AppError `no-such-call`, `call-damaged` */
  all(callIds: readonly string[], coach: string | null): Promise<ReviewedCall[]> {
    return Promise.all(callIds.map((callId) => this.get(callId, coach)));
  }
}

/** Scores that a coach has not submitted can still change, so they are not exported. */
export function isSubmitted({ submittedAt }: ScoreSheet): boolean {
  return submittedAt !== null;
}
