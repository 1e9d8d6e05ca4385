import { NativeSelect } from '@mantine/core';
import {
  IconArrowsLeftRight,
  IconBellRinging,
  IconCalendarEvent,
  IconFlag,
  IconHandStop,
  IconHourglassEmpty,
  IconMessage2,
  IconMessage2Up,
  IconMountain,
  IconPlugConnectedX,
  IconRun,
  IconStairs,
  IconTransferOut,
  IconUrgent,
  IconVolume,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import { formatClock } from '../../components/formatReading.ts';
import { Panel } from '../../components/Panel.tsx';
import { type Moment, type MomentKind, momentsOfKind } from './moments.ts';
import type { Playback } from './playback.ts';
import { summaryWords } from './summaryWords.ts';
import './moments.css';

interface MomentsProps {
  /** All that there are. */
  readonly moments: readonly Moment[];
  /** The kind that is listed and stepped through; undefined for all. */
  readonly kind: MomentKind | undefined;
  readonly onKind: (kind: MomentKind | undefined) => void;
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
  flag: IconFlag,
  stage: IconStairs,
  warning: IconHandStop,
  escalation: IconTransferOut,
  'follow-up': IconCalendarEvent,
  comment: IconMessage2,
} as const satisfies Record<MomentKind, unknown>;

/** The moments worth going to; each is a button that goes there. */
export function Moments({ moments, kind, onKind, playback }: MomentsProps) {
  const listed = momentsOfKind(moments, kind);
  const current = useStore(playback.state, ({ time }) => listed.findLastIndex(({ at }) => at <= time + 0.05));
  const kinds = [...new Set(moments.map((moment) => moment.kind))];
  return (
    <Panel label={summaryWords.moments.heading} heading className="moments">
      {moments.length === 0 ? (
        <p className="moments-none">{summaryWords.moments.none}</p>
      ) : (
        <>
          <NativeSelect
            size="xs"
            className="moments-kind"
            aria-label={summaryWords.moments.kind}
            value={kind ?? ''}
            onChange={({ currentTarget }) => onKind(kinds.find((each) => each === currentTarget.value))}
            data={[
              { value: '', label: summaryWords.moments.all(moments.length) },
              ...kinds.map((each) => ({
                value: each,
                label: `${summaryWords.moments.kinds[each]} (${momentsOfKind(moments, each).length})`,
              })),
            ]}
          />
          <ol>
            {moments.map((moment, index) => {
              const Icon = icons[moment.kind];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells two marks at one moment apart
                <li key={`${moment.kind}-${moment.at}-${index}`}>
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
        </>
      )}
    </Panel>
  );
}
