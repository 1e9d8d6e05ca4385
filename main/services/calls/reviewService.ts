import type { CallListItem } from '../../../contract/callContract.ts';
import type {
  Comparison,
  PastComparison,
  RubricChange,
  Scoring,
  TeamRubric,
  Trends,
} from '../../../contract/reviewContract.ts';
import { followedMeasures } from '../../../core/measures/followedMeasures.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import type { Rubric, ScoreSheet } from '../../../core/model/rubric.ts';
import { agreement } from '../../../core/review/agreement.ts';
import { compareCalls, compareWithPast } from '../../../core/review/comparison.ts';
import { defaultRubric } from '../../../core/review/defaultRubric.ts';
import { coRegulationOver, type Response, reactivityOver } from '../../../core/review/responses.ts';
import { rubricShare } from '../../../core/review/rubricScore.ts';
import { type TrendCall, trendOf } from '../../../core/review/trends.ts';
import type { Clock } from '../../clock.ts';
import type { RubricStore } from '../../storage/rubricStore.ts';
import type { CallService } from './callService.ts';
import type { NotesService } from './notesService.ts';

/** Calls a trend reaches back over. */
const MOST_TREND_CALLS = 1_000;
/** Whole reports are opened for the responses, so they are taken over the latest calls alone. */
const MOST_RESPONSE_CALLS = 20;

/** What can be said of calls and of what coaches gave them, and by which rubric. Of calls it keeps nothing. */
export interface ReviewService {
  /** @throws AppError `no-such-call` */
  scoring(callId: string, coach: string | null): Promise<Scoring>;
  rubric(): TeamRubric;
  saveRubric(change: RubricChange): TeamRubric;
  resetRubric(): TeamRubric;
  /** @throws AppError `no-such-call` */
  compare(callId: string, otherId: string): Comparison;
  /** @throws AppError `no-such-call` */
  compareWithPast(callId: string): Promise<PastComparison>;
  /** @param agent null for the calls without an agent's name */
  trends(agent: string | null): Promise<Trends>;
}

export function createReviewService(options: {
  readonly calls: CallService;
  readonly notes: Pick<NotesService, 'get'>;
  readonly rubrics: RubricStore;
  readonly clock: Clock;
  readonly createId: () => string;
}): ReviewService {
  const { calls, notes, rubrics, clock, createId } = options;

  function teamRubric(): TeamRubric {
    const rubric = rubrics.current();
    return { rubric, isDefault: rubric.id === defaultRubric.id };
  }

  /** The one the coach began with, else the one others are done with, so that both can be held against each other. */
  async function rubricOf(callId: string, seen: readonly ScoreSheet[], coach: string | null): Promise<Rubric> {
    const begun = seen.find((sheet) => sheet.coach === coach) ?? (await notes.get(callId, null)).scores[0];
    return (begun && rubrics.get(begun.rubricId)) ?? rubrics.current();
  }

  /** Latest first. */
  function callsOf(agent: string | null, before?: string): CallListItem[] {
    const found = calls.latest(agent, MOST_TREND_CALLS);
    return before === undefined ? found : found.filter(({ startedAt }) => startedAt < before);
  }

  /** With what people say of whether they count. */
  function asTrendCalls(found: readonly CallListItem[]): Promise<(CallListItem & TrendCall)[]> {
    return Promise.all(
      found.map(async (call) => {
        const { reflection, isChannelShared } = await notes.get(call.callId, null);
        return { ...call, id: call.callId, isLeftOut: reflection.isPolicyNotVoice || isChannelShared };
      }),
    );
  }

  return {
    async scoring(callId, coach) {
      const { scores } = await notes.get(callId, coach);
      const rubric = await rubricOf(callId, scores, coach);
      const sheets = scores.filter(({ rubricId }) => rubricId === rubric.id);
      return {
        rubric,
        sheets: sheets.map((sheet) => ({ sheet, share: rubricShare(rubric, sheet) ?? null })),
        agreement: agreementOf(rubric, sheets, coach),
      };
    },
    rubric: teamRubric,
    saveRubric(change) {
      const { name, criteria } = rubrics.current();
      const isNew = JSON.stringify(change) !== JSON.stringify({ name, criteria });
      if (isNew) rubrics.choose({ schema: 'softspoken.rubric/1', id: createId(), ...change }, clock.now());
      return teamRubric();
    },
    resetRubric() {
      if (!teamRubric().isDefault) rubrics.choose(defaultRubric, clock.now());
      return teamRubric();
    },
    compare: (callId, otherId) => compareCalls(calls.item(callId), calls.item(otherId)),
    async compareWithPast(callId) {
      const call = calls.item(callId);
      const earlier = await asTrendCalls(callsOf(call.agent, call.startedAt));
      const counted = earlier.filter(({ isLeftOut }) => !isLeftOut);
      const measures = compareWithPast(call, counted).map(({ measure, value, past, place }) => ({
        measure,
        value,
        past: past ?? null,
        place: place ?? null,
      }));
      return { calls: counted.length, measures };
    },
    async trends(agent) {
      const all = await asTrendCalls(callsOf(agent));
      const counted = all.filter(({ isLeftOut }) => !isLeftOut);
      const latest = counted.slice(0, MOST_RESPONSE_CALLS);
      const reports: CallReport[] = [];
      for (const { callId } of latest) reports.push((await calls.get(callId)).report);
      return {
        calls: counted.length,
        leftOut: all.length - counted.length,
        trends: followedMeasures.map((followed) => {
          const { measure, own, weeks, best, n } = trendOf(followed, all);
          return {
            measure,
            own: own ?? null,
            weeks: [...weeks],
            best: best ? { callId: best.id, value: best.value } : null,
            n,
          };
        }),
        responseCalls: reports.length,
        reactivity: onTheWire(reactivityOver(reports)),
        coRegulation: onTheWire(coRegulationOver(reports)),
      };
    },
  };
}

function onTheWire({ direction, change, n }: Response): Trends['reactivity'] {
  return { direction, n, change: change ? { valueDb: change.valueDb, ci95: change.ci95 } : null };
}

function agreementOf(rubric: Rubric, sheets: readonly ScoreSheet[], coach: string | null): Scoring['agreement'] {
  const submitted = sheets.filter(({ submittedAt }) => submittedAt !== null);
  const [first, second] = submitted;
  const one = submitted.find((sheet) => sheet.coach === coach) ?? first;
  const other = submitted.find((sheet) => sheet !== one) ?? second;
  if (!one || !other || one === other) return null;
  const { criteria, n, sameShare } = agreement(rubric, [[one, other]]);
  const distances = criteria.flatMap(({ meanDistance }) => meanDistance ?? []);
  const meanDistance = n === 0 ? null : distances.reduce((sum, distance) => sum + distance, 0) / n;
  return { other: other.coach, n, sameShare: sameShare ?? null, meanDistance };
}
