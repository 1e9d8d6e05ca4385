import { keysOf } from '../../../../core/model/keysOf.ts';
import type { Practice } from '../../../../core/model/practice.ts';
import type { PracticeAttempt } from '../../../../core/model/practiceAttempt.ts';
import { Panel } from '../../../components/Panel.tsx';
import { format } from '../../../text/format.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.attempt;
const advice: Readonly<Partial<Record<Practice, string>>> = practiceWords.advice;

interface ScorePanelProps {
  readonly attempt: PracticeAttempt;
  readonly previous: PracticeAttempt | undefined;
}

/** The score, how it compares, its parts, and one thing to try next. */
export function ScorePanel({ attempt, previous }: ScorePanelProps) {
  const { score, noScore, outcome, measures, talkOvers, tryNext } = attempt;
  const made = keysOf(measures).map((name): [typeof name, number] => [name, measures[name] ?? 0]);
  return (
    <Panel label={words.score} className="score">
      <div className="score-number">
        {score === null ? (
          <p>{noScore && practiceWords.noScore[noScore]}</p>
        ) : (
          <>
            <p className="score-value">
              <span className="score-label">{words.score}</span> <strong>{score}</strong> {words.of}
            </p>
            <p className="practice-note">{comparison(score, previous?.score)}</p>
          </>
        )}
        {outcome && <p className="score-outcome">{practiceWords.outcomes[outcome]}</p>}
      </div>
      <dl className="score-made" aria-label={words.made}>
        {made.map(([measure, share]) => (
          <div key={measure}>
            <dt>{practiceWords.measures[measure]}</dt>
            <dd>{format.share(share)}</dd>
          </div>
        ))}
        {talkOvers !== null && (
          <div>
            <dt>{practiceWords.measures.listening}</dt>
            <dd>{practiceWords.run.talkOvers({ count: talkOvers })}</dd>
          </div>
        )}
      </dl>
      {tryNext && (
        <div className="score-next">
          <h2>{words.tryNext}</h2>
          <p>
            <strong>{practiceWords.practices[tryNext]}</strong> {advice[tryNext]}
          </p>
        </div>
      )}
    </Panel>
  );
}

function comparison(score: number, before: number | null | undefined): string {
  if (before == null) return words.first;
  if (score === before) return words.same;
  return score > before ? words.better({ points: score - before }) : words.worse({ points: before - score });
}
