import { type ReactNode, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import { format } from '../../../text/format.ts';
import 'uplot/dist/uPlot.min.css';
import { missing } from '../../../../core/messages/formatter.ts';
import type { Role } from '../../../../core/model/role.ts';
import { callWords } from '../callWords.ts';
import type { Playback } from '../timeline/playback.ts';
import { curveOptions } from './curveOptions.ts';
import type { CurveSet } from './curves.ts';
import type { PaletteColours } from './usePaletteColours.ts';
import './curve.css';

interface CurveProps {
  readonly curve: CurveSet;
  readonly times: number[];
  readonly playback: Playback;
  readonly colours: PaletteColours;
  /** Returns the word for the owner of the curve. */
  readonly nameOf: (role: Role) => string;
  /** Replaces the curve's name. */
  readonly heading?: ReactNode;
}

/** One kind of reading over the call, under the waveform and on its time axis. A click moves the playhead. */
export function Curve({ curve, times, playback, colours, nameOf, heading }: CurveProps) {
  const container = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number>();

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const chart = new uPlot(
      curveOptions({ curve, colours, width: element.clientWidth, onHover: setHovered }),
      [times, ...curve.series.map(({ values }) => [...values])],
      element,
    );
    const playhead = document.createElement('div');
    playhead.className = 'curve-playhead';
    chart.over.append(playhead);
    const onClick = (event: MouseEvent) => playback.seek(chart.posToVal(event.offsetX, 'x'));
    chart.over.addEventListener('click', onClick);

    // Read only here: reading it with every frame would lay out the page each time.
    let overWidth = chart.over.clientWidth;
    const follow = () => {
      const { time, view } = playback.state.getState();
      const { min, max } = chart.scales['x'] ?? {};
      if (min !== view[0] || max !== view[1]) chart.setScale('x', { min: view[0], max: view[1] });
      const share = (time - view[0]) / (view[1] - view[0]);
      playhead.style.transform = `translateX(${share * overWidth}px)`;
      playhead.hidden = share < 0 || share > 1;
    };
    follow();
    const unsubscribe = playback.state.subscribe(follow);
    const resizing = new ResizeObserver(() => {
      chart.setSize({ width: element.clientWidth, height: chart.height });
      requestAnimationFrame(() => {
        overWidth = chart.over.clientWidth;
        follow();
      });
    });
    resizing.observe(element);
    return () => {
      resizing.disconnect();
      unsubscribe();
      chart.destroy();
    };
  }, [curve, times, playback, colours]);

  const { curves } = callWords;
  return (
    <figure className="curve">
      <figcaption>
        {heading || curves[curve.kind]}
        <span>{curves.units[curve.kind]}</span>
        {hovered !== undefined && (
          <HoverReading curve={curve} nameOf={nameOf} index={hovered} at={times[hovered] ?? 0} />
        )}
      </figcaption>
      <div ref={container} aria-hidden="true" />
    </figure>
  );
}

interface HoverReadingProps extends Pick<CurveProps, 'curve' | 'nameOf'> {
  readonly index: number;
  readonly at: number;
}

function HoverReading({ curve, nameOf, index, at }: HoverReadingProps) {
  return (
    <span className="curve-hover">
      {format.clock(at)}
      {curve.series.map(({ role, values }) => (
        <span key={role}>
          {' · '}
          {nameOf(role)} {numberAt(values, index)}
        </span>
      ))}
    </span>
  );
}

function numberAt(values: readonly (number | null)[], index: number): string {
  const value = values[index];
  return value == null ? missing : format.number(value, 1);
}
