import type { LevelPreview } from '../../contract/liveContract.ts';
import { sourceWords } from './sourceWords.ts';
import './levelBar.css';

/** dBFS at the left end of the bar: about the noise of a quiet room. */
const floorDbfs = -66;
const quietDbfs = -50;

/** The current level of a source, as a bar and a word. */
export function LevelBar({ label, level }: { readonly label: string; readonly level: LevelPreview | undefined }) {
  const percent =
    level?.levelDbfs == null ? 0 : Math.round(100 * Math.min(1, Math.max(0, 1 - level.levelDbfs / floorDbfs)));
  return (
    <div className="level">
      <div className="level-bar" role="img" aria-label={`${label}: ${levelWord(level)}`}>
        <div style={{ width: `${percent}%` }} />
      </div>
      <span className="level-word" aria-hidden="true" data-muted={level?.muted ?? false}>
        {levelWord(level)}
      </span>
    </div>
  );
}

function levelWord(level: LevelPreview | undefined): string {
  if (!level) return sourceWords.waiting;
  if (level.muted) return sourceWords.muted;
  if (level.levelDbfs === null) return sourceWords.noSignal;
  return level.levelDbfs < quietDbfs ? sourceWords.quiet : sourceWords.hearing;
}
