import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { CallDetail } from '../../../contract/callContract.ts';
import { roles } from '../../../core/model/role.ts';
import { Panel } from '../../components/Panel.tsx';
import { useKeys } from '../../components/useKeys.ts';
import { Curve } from './Curve.tsx';
import { type CurveKind, curveTimes, hasValues, rateCurve, upperCurves } from './curves.ts';
import { LayerLegend } from './LayerLegend.tsx';
import { type Layer, laneMarks, layers } from './layers.ts';
import type { Playback } from './playback.ts';
import { summaryWords } from './summaryWords.ts';
import { Transport } from './Transport.tsx';
import { usePaletteColours } from './usePaletteColours.ts';
import { laneHeight, useWaveform } from './useWaveform.ts';
import './timeline.css';

interface TimelineProps {
  readonly call: CallDetail;
  readonly playback: Playback;
}

const words = summaryWords.timeline;
const zooms = [1, 2, 4, 8, 16] as const;

/** Both lanes of the call with their marks and, on the same axis of time, its curves. */
export function Timeline({ call: { report, peaks }, playback }: TimelineProps) {
  const [shown, setShown] = useState<readonly Layer[]>(layers);
  const [zoomStep, setZoomStep] = useState(0);
  const [upper, setUpper] = useState<CurveKind>();
  const colours = usePaletteColours();
  const container = useRef<HTMLDivElement>(null);

  const lanes = useMemo(
    () => roles.flatMap((role) => peaks.filter((lane) => lane.role === role && lane.values.length > 0)),
    [peaks],
  );
  const allMarks = useMemo(() => laneMarks(report), [report]);
  const marks = useMemo(() => allMarks.filter(({ layer }) => shown.includes(layer)), [allMarks, shown]);
  const present = useMemo(() => layers.filter((layer) => allMarks.some((mark) => mark.layer === layer)), [allMarks]);
  useWaveform(container, { lanes, marks, playback, zoom: zooms[zoomStep] ?? 1, colours });

  const times = useMemo(() => curveTimes(report), [report]);
  const uppers = useMemo(() => upperCurves(report), [report]);
  const rate = useMemo(() => rateCurve(report), [report]);
  const curve = uppers.find(({ kind }) => kind === upper) ?? uppers[0];

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
        <div className="timeline-names" aria-hidden="true">
          {lanes.map(({ role }) => (
            <span key={role} data-role={role} style={{ height: laneHeight }}>
              {summaryWords.roles[role]}
            </span>
          ))}
        </div>
        <div ref={container} className="timeline-waves" />
      </div>
      {curve && (
        <Curve
          curve={curve}
          times={times}
          playback={playback}
          colours={colours}
          heading={
            uppers.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={summaryWords.curves.choose}
                value={curve.kind}
                onChange={setUpper}
                data={uppers.map(({ kind }) => ({ value: kind, label: summaryWords.curves[kind] }))}
              />
            )
          }
        />
      )}
      {hasValues(rate) && <Curve curve={rate} times={times} playback={playback} colours={colours} withTimes />}
    </Panel>
  );
}
