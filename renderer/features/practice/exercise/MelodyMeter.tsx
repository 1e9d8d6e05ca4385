import type { PracticeNow } from '../../../../core/model/practiceEvent.ts';
import { practiceWords } from '../practiceWords.ts';
import './melodyMeter.css';

const width = 100;
const height = 40;
/** Semitones from the middle to an edge. */
const reach = 6;
/** Within so much of the reference there is full credit. */
const tolerance = 1.5;

const yOf = (semitones: number) => (height / 2) * (1 - Math.max(-reach, Math.min(reach, semitones)) / reach);

/** The pitch to follow now as a band, and where the voice is. */
export function MelodyMeter({ now }: { readonly now: PracticeNow | undefined }) {
  const reference = now?.referenceSemitones ?? null;
  const pitch = now?.speaking ? now.pitchSemitones : null;
  return (
    <div className="melody" role="img" aria-label={`${practiceWords.meters.melody}: ${practiceWords.meters.reference}`}>
      <span className="band-label" aria-hidden="true">
        {practiceWords.meters.melody}
      </span>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="band-trace" width={width} height={height} />
        {reference !== null && (
          <rect
            className="melody-target"
            width={width}
            y={yOf(reference + tolerance)}
            height={yOf(reference - tolerance) - yOf(reference + tolerance)}
          />
        )}
        {pitch !== null && <rect className="melody-voice" width={width} y={yOf(pitch) - 0.8} height="1.6" />}
      </svg>
    </div>
  );
}
