import { IconArrowDownRight, IconArrowUpRight, IconMinus, IconMountain } from '@tabler/icons-react';
import { useLiveStore } from '../../../state/liveStore.ts';
import { liveWords } from '../liveWords.ts';
import { strip, wavePaths, waveStretches } from './waveGeometry.ts';
import './waveStrip.css';

const icons = { level: IconMinus, rising: IconArrowUpRight, peak: IconMountain, receding: IconArrowDownRight } as const;
const words = liveWords.wave;

/** The last two and a half minutes of the caller's wave, and its current state. */
export function WaveStrip() {
  const history = useLiveStore(({ call }) => call?.waveHistory) ?? [];
  const state = useLiveStore(({ call }) => call?.wave ?? 'level');
  const hasCaller = useLiveStore(({ call }) => call?.metrics?.customer != null);
  const now = history.at(-1)?.at ?? 0;
  const isKnown = history.at(-1)?.height !== undefined;
  const { line, area } = wavePaths(history, now);
  const Icon = icons[state];
  const waiting = hasCaller ? words.waiting : words.none;

  return (
    <div className="wave">
      <div className="wave-head">
        <h2 className="wave-label">
          {words.label} <span>{words.hint}</span>
        </h2>
        <p className="wave-state" data-state={state}>
          {isKnown ? (
            <>
              <Icon size={20} stroke={2} aria-hidden />
              {words.states[state]}
            </>
          ) : (
            <span className="wave-waiting">{waiting}</span>
          )}
        </p>
      </div>
      <svg
        className="wave-strip"
        viewBox={`0 0 ${strip.width} ${strip.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className="wave-ground" d={`M0 ${strip.floor}H${strip.width}`} />
        <path className="wave-area" d={area} />
        <path className="wave-line" d={line} />
        {waveStretches(history, now).map(({ state: stretchState, x, width }) => (
          <rect
            key={x}
            className="wave-stretch"
            data-state={stretchState}
            x={x}
            y={strip.floor + 2}
            width={width}
            height="6"
          />
        ))}
      </svg>
      <div className="wave-times" aria-hidden="true">
        <span>{words.ago({ minutes: 2 })}</span>
        <span>{words.ago({ minutes: 1 })}</span>
        <span>{words.now}</span>
      </div>
    </div>
  );
}
