import { practiceWords } from '../practiceWords.ts';
import './breathPacer.css';

/** In through the nose, and out for longer: about six breaths per minute. */
const inSeconds = 4;
const outSeconds = 6;

/** A circle to breathe with. */
export function BreathPacer({ seconds }: { readonly seconds: number }) {
  const into = seconds % (inSeconds + outSeconds);
  const isIn = into < inSeconds;
  const share = isIn ? into / inSeconds : 1 - (into - inSeconds) / outSeconds;
  return (
    <div className="breath">
      <svg viewBox="0 0 200 200" aria-hidden="true" focusable="false">
        <circle className="breath-rim" cx="100" cy="100" r="92" />
        <circle className="breath-air" cx="100" cy="100" r={34 + 58 * share} />
      </svg>
      <p>{isIn ? practiceWords.run.breatheIn : practiceWords.run.breatheOut}</p>
    </div>
  );
}
