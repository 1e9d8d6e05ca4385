import { practiceWords } from '../practiceWords.ts';
import { type BandScale, percentOf, zoneOf } from './bandMeter.ts';
import './bandMeter.css';

interface BandMeterProps {
  readonly label: string;
  readonly scale: BandScale;
  readonly ends: readonly string[];
  /** The words for too little, right, a little too much and too much. */
  readonly words: readonly string[];
  readonly value: number | null;
  readonly detail: string;
}

/** A bar with a target, a mark at the voice's value, and a word for it. */
export function BandMeter({ label, scale, ends, words, value, detail }: BandMeterProps) {
  const zone = value === null ? undefined : zoneOf(value, scale);
  const { waiting, spoken, spokenDetail } = practiceWords.meters;
  const word = (zone === undefined ? undefined : words[zone]) ?? waiting;
  const from = percentOf(scale.target.low, scale);
  const to = percentOf(scale.target.high, scale);
  return (
    <div
      className="band"
      role="img"
      aria-label={detail === '' ? spoken({ label, word }) : spokenDetail({ label, word, detail })}
      data-zone={zone ?? 'none'}
    >
      <div className="band-head" aria-hidden="true">
        <span className="band-label">{label}</span>
        <span className="band-word">{word}</span>
        <span className="band-detail">{detail}</span>
      </div>
      <svg className="band-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="band-trace" x="0" y="3" width="100" height="6" />
        <rect className="band-target" x={from} y="1" width={to - from} height="10" />
        {value !== null && (
          <rect className="band-mark" x={percentOf(value, scale) - 0.6} y="0" width="1.2" height="12" />
        )}
      </svg>
      <div className="band-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}
