import { useState } from 'react';
import { FloorLight } from '../../../components/FloorLight.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useLiveStore } from '../../../state/liveStore.ts';
import { liveWords } from '../liveWords.ts';
import { PaceGauge, SoftnessGauge } from '../readings/LiveGauges.tsx';
import { CallBar } from './CallBar.tsx';
import { CueBanner } from './CueBanner.tsx';
import { StepPanel } from './StepPanel.tsx';
import { WaveStrip } from './WaveStrip.tsx';

export function RunningCall() {
  const floor = useLiveStore(({ call }) => call?.floor);
  const [isPacing, setIsPacing] = useState(false);
  return (
    <div className="running">
      <CueBanner isPacing={isPacing} />
      <div className="running-faces">
        <Panel label={liveWords.floor.label} className="running-floor">
          <FloorLight floor={floor} />
        </Panel>
        <Panel label={liveWords.softness.label}>
          <SoftnessGauge />
        </Panel>
        <Panel label={liveWords.pace.label}>
          <PaceGauge />
        </Panel>
      </div>
      <Panel label={liveWords.wave.label}>
        <WaveStrip />
      </Panel>
      <StepPanel isPacing={isPacing} onPace={setIsPacing} />
      <CallBar />
    </div>
  );
}
