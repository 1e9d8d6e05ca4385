import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { CallDetail } from '../../../../contract/callContract.ts';
import type { Comment } from '../../../../core/model/comment.ts';
import { roles } from '../../../../core/model/role.ts';
import { Afterwards } from '../../../components/Afterwards.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useKeys } from '../../../components/useKeys.ts';
import { callWords } from '../callWords.ts';
import { Curves } from '../curves/Curves.tsx';
import { usePaletteColours } from '../curves/usePaletteColours.ts';
import { partyName } from '../partyName.ts';
import { LaneSoundControl } from './LaneSoundControl.tsx';
import { LayerLegend } from './LayerLegend.tsx';
import { LoopControl } from './LoopControl.tsx';
import { laneOf } from './lane.ts';
import { type Layer, laneMarks, layers, usualLayers } from './layers.ts';
import type { Playback } from './playback.ts';
import { Transport } from './Transport.tsx';
import { laneHeight, minimapHeight, useWaveform } from './useWaveform.ts';
import { zoomsOf } from './zooms.ts';
import './timeline.css';

interface TimelineProps {
  readonly call: CallDetail;
  readonly playback: Playback;
  readonly comments: readonly Comment[];
}

const words = callWords.timeline;

/** Both lanes of the call with their marks and, on the same time axis, its curves. */
export function Timeline({ call: { report, peaks }, playback, comments }: TimelineProps) {
  const [shown, setShown] = useState<readonly Layer[]>(usualLayers);
  const [zoomStep, setZoomStep] = useState(0);
  const colours = usePaletteColours();
  const waves = useRef<HTMLDivElement>(null);
  const minimap = useRef<HTMLDivElement>(null);

  const lanes = useMemo(
    () => roles.flatMap((role) => peaks.filter((lane) => lane.role === role && lane.bins !== '').map(laneOf)),
    [peaks],
  );
  const allMarks = useMemo(() => laneMarks(report, comments), [report, comments]);
  const marks = useMemo(() => allMarks.filter(({ layer }) => shown.includes(layer)), [allMarks, shown]);
  const present = useMemo(() => layers.filter((layer) => allMarks.some((mark) => mark.layer === layer)), [allMarks]);
  const zooms = zoomsOf(playback.durationSeconds);
  const containers = useMemo(() => ({ waves, minimap }), []);
  useWaveform(containers, { lanes, marks, playback, zoom: zooms[zoomStep] ?? 1, colours });

  const zoomBy = (steps: number) => setZoomStep((step) => Math.min(zooms.length - 1, Math.max(0, step + steps)));
  useKeys(({ key }) => {
    if (key === '+' || key === '=') zoomBy(1);
    else if (key === '-') zoomBy(-1);
    else return false;
    return true;
  });

  return (
    <Panel label={words.heading} className="timeline">
      <div className="timeline-tools">
        <Transport playback={playback} />
        <div className="timeline-zoom">
          <LoopControl playback={playback} />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.zoomOut}
            disabled={zoomStep === 0}
            onClick={() => zoomBy(-1)}
          >
            <IconZoomOut size={19} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.zoomIn}
            disabled={zoomStep === zooms.length - 1}
            onClick={() => zoomBy(1)}
          >
            <IconZoomIn size={19} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <LayerLegend present={present} shown={shown} onChange={setShown} />
      <div className="timeline-lanes">
        <div className="timeline-names" style={{ paddingTop: minimapHeight }}>
          {lanes.map(({ role }) => (
            <div key={role} style={{ height: laneHeight }}>
              <LaneSoundControl role={role} name={partyName(report, role)} playback={playback} />
            </div>
          ))}
        </div>
        <div className="timeline-drawing">
          <div ref={minimap} className="timeline-minimap" style={{ height: minimapHeight }} aria-hidden="true" />
          <div ref={waves} className="timeline-waves" />
        </div>
      </div>
      <Afterwards>
        <Curves report={report} playback={playback} colours={colours} />
      </Afterwards>
    </Panel>
  );
}
