import {
  IconArrowsLeftRight,
  IconBellRinging,
  IconHourglassEmpty,
  IconMessage2Up,
  IconMountain,
  IconPlugConnectedX,
  IconRun,
  IconUrgent,
  IconVolume,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import { formatClock } from '../../components/formatReading.ts';
import { Panel } from '../../components/Panel.tsx';
import type { Moment, MomentKind } from './moments.ts';
import type { Playback } from './playback.ts';
import { summaryWords } from './summaryWords.ts';
import './moments.css';

interface MomentsProps {
  readonly moments: readonly Moment[];
  readonly playback: Playback;
}

const icons = {
  'interrupted-caller': IconMessage2Up,
  'interrupted-you': IconUrgent,
  overlap: IconArrowsLeftRight,
  cue: IconBellRinging,
  'dead-air': IconHourglassEmpty,
  rushed: IconRun,
  loudest: IconVolume,
  wave: IconMountain,
  gap: IconPlugConnectedX,
} as const satisfies Record<MomentKind, unknown>;

/** The moments worth going to; each is a button that goes there. */
export function Moments({ moments, playback }: MomentsProps) {
  const current = useStore(playback.state, ({ time }) => moments.findLastIndex(({ at }) => at <= time + 0.05));
  return (
    <Panel label={summaryWords.moments.heading} heading className="moments">
      {moments.length === 0 ? (
        <p className="moments-none">{summaryWords.moments.none}</p>
      ) : (
        <ol>
          {moments.map((moment, index) => {
            const Icon = icons[moment.kind];
            return (
              <li key={`${moment.kind}-${moment.at}`}>
                <button
                  type="button"
                  aria-current={index === current ? 'step' : undefined}
                  onClick={() => playback.seek(moment.at)}
                >
                  <Icon size={19} stroke={1.7} aria-hidden />
                  <span className="moments-title">{moment.title}</span>
                  <span className="moments-time">{formatClock(moment.at)}</span>
                  {moment.detail !== '' && <span className="moments-detail">{moment.detail}</span>}
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
