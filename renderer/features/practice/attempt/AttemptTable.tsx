import type { PracticeAttempt } from '../../../../core/model/practiceAttempt.ts';
import { missing } from '../../../components/formatReading.ts';
import { Panel } from '../../../components/Panel.tsx';
import { hashOf } from '../../../state/page.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.attempt;
/** More would be a wall of numbers. */
const maxRows = 8;

/** Attempts at one exercise, newest first; the first is the one on the screen. */
export function AttemptTable({ attempts }: { readonly attempts: readonly PracticeAttempt[] }) {
  const hasOutcomes = attempts.some(({ outcome }) => outcome !== null);
  return (
    <Panel label={words.earlier} heading>
      <table className="attempt-table">
        <thead>
          <tr>
            <th scope="col">{words.table.when}</th>
            <th scope="col">{words.table.level}</th>
            <th scope="col">{words.table.score}</th>
            {hasOutcomes && <th scope="col">{words.table.outcome}</th>}
          </tr>
        </thead>
        <tbody>
          {attempts.slice(0, maxRows).map(({ attemptId, startedAt, level, score, outcome }, index) => (
            <tr key={attemptId} aria-current={index === 0 ? 'true' : undefined}>
              <td>
                {index === 0 ? (
                  momentOf(startedAt)
                ) : (
                  <a href={hashOf({ name: 'attempt', attemptId })}>{momentOf(startedAt)}</a>
                )}
              </td>
              <td>{level}</td>
              <td>{score ?? missing}</td>
              {hasOutcomes && <td>{outcome ? words.outcomes[outcome] : missing}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function momentOf(startedAt: string): string {
  return new Date(startedAt).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
