import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import type { Trends } from '../../../contract/reviewContract.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useIntents } from '../../intents/intents.ts';
import { useTrendsStore } from '../../state/trendsStore.ts';
import { ResponseCard } from './ResponseCard.tsx';
import { TrendChart } from './TrendChart.tsx';
import { TrendsTable } from './TrendsTable.tsx';
import { trendsWords as words } from './trendsWords.ts';
import './trends.css';

/** An agent's measures week by week. */
export function TrendsPage() {
  const { review } = useIntents();
  const { agents, agent, trends, error } = useTrendsStore();

  useEffect(() => {
    void review.follow(useTrendsStore.getState().agent);
  }, [review]);

  return (
    <div className="trends">
      <header className="trends-head">
        <div>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
        </div>
        {agents.length > 0 && (
          <NativeSelect
            label={words.agent}
            value={agent ?? ''}
            data={[{ value: '', label: words.nobody }, ...agents]}
            onChange={({ currentTarget }) => void review.follow(currentTarget.value || null)}
          />
        )}
      </header>
      {error && <ErrorNote title={words.failed} message={error.message} />}
      {!trends && !error && <p role="status">{words.loading}</p>}
      {trends && (
        <>
          <p className="trends-count">
            {trends.leftOut > 0
              ? words.counts({ counted: countOf(trends), leftOut: words.leftOut({ calls: trends.leftOut }) })
              : countOf(trends)}
          </p>
          {trends.calls > 0 && (
            <>
              <div className="trends-charts">
                {trends.trends.map((trend) => (
                  <TrendChart key={trend.measure} trend={trend} />
                ))}
              </div>
              <section className="trends-responses" aria-labelledby="responses-heading">
                <h2 id="responses-heading">{words.responses}</h2>
                <p>{words.responsesOf({ calls: trends.responseCalls })}</p>
                <div>
                  <ResponseCard words={words.reactivity} response={trends.reactivity} />
                  <ResponseCard words={words.coRegulation} response={trends.coRegulation} />
                </div>
              </section>
              <TrendsTable trends={trends.trends} />
            </>
          )}
        </>
      )}
    </div>
  );
}

function countOf({ calls }: Trends): string {
  return calls === 0 ? words.none : words.counted({ calls });
}
