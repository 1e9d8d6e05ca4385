import { liveWords } from '../liveWords.ts';
import './breathingPacer.css';

/** A ring that widens for 4 s and narrows for 6 s, to breathe with while the caller has the floor. */
export function BreathingPacer() {
  return (
    <span className="breath">
      <span className="breath-ring" aria-hidden="true" />
      {liveWords.breath.hint}
    </span>
  );
}
