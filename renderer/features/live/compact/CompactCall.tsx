import { VisuallyHidden } from '@mantine/core';
import { Lamp } from '../../../components/FloorLight.tsx';
import { useLiveStore } from '../../../state/liveStore.ts';
import { useCueWords } from '../../../state/settingsStore.ts';
import { liveWords } from '../liveWords.ts';
import { usePaceReading, useSoftnessReading } from '../readings/liveReadings.ts';
import { CompactBar } from './CompactBar.tsx';
import './compactCall.css';

/** The call in a small window: the floor light, and either two bars or the cue. */
export function CompactCall() {
  const floor = useLiveStore(({ call }) => call?.floor);
  const isInCall = useLiveStore(({ call }) => call !== undefined);
  const cue = useLiveStore(({ call }) => call?.cue);
  const cueWords = useCueWords();
  const turn = floor ? liveWords.floor.states[floor] : liveWords.floor.none;
  const heading = <VisuallyHidden component="h1">{liveWords.title}</VisuallyHidden>;
  if (!isInCall) {
    return (
      <main className="compact compact-idle">
        {heading}
        {liveWords.noCall}
      </main>
    );
  }
  return (
    <main className="compact">
      {heading}
      <div className="compact-floor" data-floor={floor ?? 'none'} role="img" aria-label={liveWords.floor.spoken(turn)}>
        <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false">
          <Lamp floor={floor} />
        </svg>
        <span aria-hidden="true">{turn.word}</span>
      </div>
      <div className="compact-side" role="status" aria-label={liveWords.cueLabel}>
        {cue ? <strong className="compact-cue">{cueWords[cue.kind]}</strong> : <Bars />}
      </div>
    </main>
  );
}

function Bars() {
  return (
    <>
      <CompactBar label={liveWords.softness.label} {...useSoftnessReading()} />
      <CompactBar label={liveWords.pace.label} {...usePaceReading()} />
    </>
  );
}
