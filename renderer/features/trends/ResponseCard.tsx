import type { Response } from '../../../contract/reviewContract.ts';
import { format } from '../../text/format.ts';
import type { trendsWords } from './trendsWords.ts';

/** dB shown on either side of no change. */
const rangeDb = 10;

interface ResponseCardProps {
  readonly words: (typeof trendsWords)['reactivity' | 'coRegulation'];
  readonly response: Response;
}

/** How one voice changed after the other party's behaviour, with its uncertainty, as a picture and a sentence. */
export function ResponseCard({ words, response }: ResponseCardProps) {
  const { change } = response;
  const place = (db: number) => 50 + (50 * Math.max(-rangeDb, Math.min(rangeDb, db))) / rangeDb;
  return (
    <section className="response" aria-label={words.name}>
      <h3>{words.name}</h3>
      <p>{sentence(words, response)}</p>
      {change && (
        <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
          <line className="response-axis" x1={0} x2={100} y1={8} y2={8} />
          <line className="response-zero" x1={50} x2={50} y1={1} y2={15} />
          <rect
            className="response-interval"
            x={place(change.ci95[0])}
            width={Math.max(0.6, place(change.ci95[1]) - place(change.ci95[0]))}
            y={5}
            height={6}
          />
          <rect className="response-mean" x={place(change.valueDb) - 0.5} width={1} y={2} height={12} />
        </svg>
      )}
    </section>
  );
}

function sentence(words: ResponseCardProps['words'], { direction, change, n }: Response): string {
  if (direction === 'too-few' || !change) return words['too-few']({ n });
  const [low, high] = change.ci95.map((db) => format.quantity(db, 1, 'dB')) as [string, string];
  return words[direction]({ n, low, high, change: format.quantity(Math.abs(change.valueDb), 1, 'dB') });
}
