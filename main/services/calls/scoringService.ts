import type { RubricChange, Scoring, TeamRubric } from '../../../contract/reviewContract.ts';
import type { Rubric, ScoreSheet } from '../../../core/model/rubric.ts';
import { agreement } from '../../../core/review/agreement.ts';
import { defaultRubric } from '../../../core/review/defaultRubric.ts';
import { rubricShare } from '../../../core/review/rubricScore.ts';
import type { Clock } from '../../clock.ts';
import type { RubricStore } from '../../storage/rubricStore.ts';
import type { NotesService } from './notesService.ts';

interface ScoringServiceOptions {
  readonly notes: NotesService;
  readonly rubrics: RubricStore;
  readonly clock: Clock;
  readonly createId: () => string;
}

/** The scores that coaches gave calls, and the rubric that they score by. */
export class ScoringService {
  readonly #options: ScoringServiceOptions;

  constructor(options: ScoringServiceOptions) {
    this.#options = options;
  }

  /** @throws AppError `no-such-call` */
  async scoring(callId: string, coach: string | null): Promise<Scoring> {
    const { scores } = await this.#options.notes.get(callId, coach);
    const rubric = await this.#rubricOf(callId, scores, coach);
    const sheets = scores.filter(({ rubricId }) => rubricId === rubric.id);
    return {
      rubric,
      sheets: sheets.map((sheet) => ({ sheet, share: rubricShare(rubric, sheet) ?? null })),
      agreement: agreementOf(rubric, sheets, coach),
    };
  }

  rubric(): TeamRubric {
    const rubric = this.#options.rubrics.current();
    return { rubric, isDefault: rubric.id === defaultRubric.id };
  }

  saveRubric(change: RubricChange): TeamRubric {
    const { rubrics, clock, createId } = this.#options;
    const { name, criteria } = rubrics.current();
    const isNew = JSON.stringify(change) !== JSON.stringify({ name, criteria });
    if (isNew) rubrics.choose({ schema: 'softspoken.rubric/1', id: createId(), ...change }, clock.now());
    return this.rubric();
  }

  resetRubric(): TeamRubric {
    const { rubrics, clock } = this.#options;
    if (!this.rubric().isDefault) rubrics.choose(defaultRubric, clock.now());
    return this.rubric();
  }

  /** The rubric that this coach began with, else the one that others have scored by, so that the scores can be compared. */
  async #rubricOf(callId: string, seen: readonly ScoreSheet[], coach: string | null): Promise<Rubric> {
    const { notes, rubrics } = this.#options;
    const begun = seen.find((sheet) => sheet.coach === coach) ?? (await notes.get(callId, null)).scores[0];
    return (begun && rubrics.get(begun.rubricId)) ?? rubrics.current();
  }
}

function agreementOf(rubric: Rubric, sheets: readonly ScoreSheet[], coach: string | null): Scoring['agreement'] {
  const submitted = sheets.filter(({ submittedAt }) => submittedAt !== null);
  const [first, second] = submitted;
  const one = submitted.find((sheet) => sheet.coach === coach) ?? first;
  const other = submitted.find((sheet) => sheet !== one) ?? second;
  if (!one || !other || one === other) return null;
  const { n, sameShare, meanDistance } = agreement(rubric, [[one, other]]);
  return { other: other.coach, n, sameShare: sameShare ?? null, meanDistance: meanDistance ?? null };
}
