import type { CallListItem } from '../../../contract/callContract.ts';
import type { Comparison, PastComparison, Trends } from '../../../contract/reviewContract.ts';
import { followedMeasures } from '../../../core/measures/followedMeasures.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import { compareCalls, compareWithPast } from '../../../core/review/comparison.ts';
import { coRegulationOver, type Response, reactivityOver } from '../../../core/review/responses.ts';
import { type TrendCall, trendOf } from '../../../core/review/trends.ts';
import type { Library } from '../../storage/calls/library.ts';

/** Calls that a trend covers at most. */
const MOST_TREND_CALLS = 1_000;
/** Responses need whole reports to be opened, so they cover the latest calls only. */
const MOST_RESPONSE_CALLS = 20;

/** Compares calls with each other and with an agent's earlier calls. */
export class ComparisonService {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** @throws AppError `no-such-call` */
  compare(callId: string, otherId: string): Comparison {
    const { calls } = this.#library;
    return compareCalls(calls.get(callId), calls.get(otherId));
  }

  /** @throws AppError `no-such-call` */
  async compareWithPast(callId: string): Promise<PastComparison> {
    const call = this.#library.calls.get(callId);
    const earlier = (await this.#trendCalls(call.agent)).filter(({ startedAt }) => startedAt < call.startedAt);
    const counted = earlier.filter(({ isLeftOut }) => !isLeftOut);
    const measures = compareWithPast(call, counted).map(({ measure, value, past, place }) => ({
      measure,
      value,
      past: past ?? null,
      place: place ?? null,
    }));
    return { calls: counted.length, measures };
  }

  /** @param agent null for the calls without an agent's name */
  async trends(agent: string | null): Promise<Trends> {
    const all = await this.#trendCalls(agent);
    const counted = all.filter(({ isLeftOut }) => !isLeftOut);
    const reports: CallReport[] = [];
    for (const { callId } of counted.slice(0, MOST_RESPONSE_CALLS)) {
      reports.push((await this.#library.reader.get(callId)).report);
    }
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
  }

  /** An agent's calls, latest first, with whether people say that they do not count. */
  #trendCalls(agent: string | null): Promise<(CallListItem & TrendCall)[]> {
    const { calls, notes } = this.#library;
    return Promise.all(
      calls.latest(agent, MOST_TREND_CALLS).map(async (call) => {
        const { reflection, isChannelShared } = await notes.get(call.callId);
        return { ...call, id: call.callId, isLeftOut: reflection.isPolicyNotVoice || isChannelShared };
      }),
    );
  }
}

function onTheWire({ direction, change, n }: Response): Trends['reactivity'] {
  return { direction, n, change: change ? { valueDb: change.valueDb, ci95: change.ci95 } : null };
}
