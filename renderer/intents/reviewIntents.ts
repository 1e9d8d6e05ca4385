import { unpackCall } from '../../contract/callContract.ts';
import type { RubricChange, TeamRubric } from '../../contract/reviewContract.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { useComparisonStore } from '../state/comparisonStore.ts';
import { useRubricStore } from '../state/rubricStore.ts';
import { useTrendsStore } from '../state/trendsStore.ts';

/** As many calls as a choice of one can be made from. */
const mostChoices = 100;

export interface ReviewIntents {
  /** @param otherId undefined to compare with the agent's own past */
  compare(callId: string, otherId: string | undefined): Promise<void>;
  /** @param agent null for the calls without a name */
  follow(agent: string | null): Promise<void>;
  /** Fetches what calls are scored by. */
  openRubric(): Promise<void>;
  /** Has calls scored by this from now on. */
  saveRubric(change: RubricChange): Promise<void>;
  /** Goes back to the rubric that comes with the app. */
  resetRubric(): Promise<void>;
}

export function createReviewIntents({ calls, review }: Pick<AppClient, 'calls' | 'review'>): ReviewIntents {
  /** Answers that come after a later question are not shown. */
  let question = 0;

  async function showRubric(answer: Promise<TeamRubric>): Promise<void> {
    try {
      useRubricStore.setState({ team: await answer, error: undefined });
    } catch (error) {
      useRubricStore.setState({ error: errorOf(error) });
    }
  }

  return {
    openRubric: () => showRubric(review.rubric()),
    saveRubric: (change) => showRubric(review.saveRubric(change)),
    resetRubric: () => showRubric(review.resetRubric()),
    async compare(callId, otherId) {
      question += 1;
      const asked = question;
      useComparisonStore.setState({ phase: 'loading' }, true);
      try {
        const [packed, list] = await Promise.all([calls.get({ callId }), calls.list({ limit: mostChoices })]);
        const call = unpackCall(packed);
        const choices = list.calls.filter((each) => each.callId !== callId && each.state !== 'running');
        const compared =
          otherId === undefined
            ? ({ phase: 'past', call, choices, past: await review.compareWithPast({ callId }) } as const)
            : ({
                phase: 'two',
                call,
                choices,
                other: unpackCall(await calls.get({ callId: otherId })),
                measures: await review.compare({ callId, otherId }),
              } as const);
        if (asked === question) useComparisonStore.setState(compared, true);
      } catch (error) {
        if (asked === question) useComparisonStore.setState({ phase: 'failed', error: errorOf(error) }, true);
      }
    },
    async follow(agent) {
      useTrendsStore.setState({ agent, trends: undefined, error: undefined });
      try {
        const [{ agents }, trends] = await Promise.all([calls.facets(), review.trends({ agent })]);
        if (useTrendsStore.getState().agent === agent) useTrendsStore.setState({ agents, trends });
      } catch (error) {
        useTrendsStore.setState({ error: errorOf(error) });
      }
    },
  };
}
