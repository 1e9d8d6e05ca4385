import { unpackCall } from '../../contract/callContract.ts';
import type { RubricChange, TeamRubric } from '../../contract/reviewContract.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { useComparisonStore } from '../state/comparisonStore.ts';
import { useRubricStore } from '../state/rubricStore.ts';
import { useTrendsStore } from '../state/trendsStore.ts';

/** The largest number of calls to select one from. */
const mostChoices = 100;

export class ReviewIntents {
  readonly #client: Pick<AppClient, 'calls' | 'review'>;
  /** Counts comparisons: an answer that arrives after a later question is not shown. */
  #question = 0;

  constructor(client: Pick<AppClient, 'calls' | 'review'>) {
    this.#client = client;
  }

  /** Fetches the rubric by which calls are scored. */
  openRubric(): Promise<void> {
    return showRubric(this.#client.review.rubric());
  }

  /** Has calls scored by this rubric from now on. */
  saveRubric(change: RubricChange): Promise<void> {
    return showRubric(this.#client.review.saveRubric(change));
  }

  /** Restores the rubric that comes with the app. */
  resetRubric(): Promise<void> {
    return showRubric(this.#client.review.resetRubric());
  }

  /** @param otherId undefined to compare with the agent's own past */
  async compare(callId: string, otherId: string | undefined): Promise<void> {
    const { calls, review } = this.#client;
    this.#question += 1;
    const asked = this.#question;
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
      if (asked === this.#question) useComparisonStore.setState(compared, true);
    } catch (error) {
      if (asked === this.#question) useComparisonStore.setState({ phase: 'failed', error: errorOf(error) }, true);
    }
  }

  /** @param agent null for the calls without a name */
  async follow(agent: string | null): Promise<void> {
    const { calls, review } = this.#client;
    useTrendsStore.setState({ agent, trends: undefined, error: undefined });
    try {
      const [{ agents }, trends] = await Promise.all([calls.facets(), review.trends({ agent })]);
      if (useTrendsStore.getState().agent === agent) useTrendsStore.setState({ agents, trends });
    } catch (error) {
      useTrendsStore.setState({ error: errorOf(error) });
    }
  }
}

async function showRubric(answer: Promise<TeamRubric>): Promise<void> {
  try {
    useRubricStore.setState({ team: await answer, error: undefined });
  } catch (error) {
    useRubricStore.setState({ error: errorOf(error) });
  }
}
