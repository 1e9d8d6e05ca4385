import { NativeSelect } from '@mantine/core';
import {
  IconArrowsLeftRight,
  IconBellRinging,
  IconBellX,
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
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CueMark } from '../../../../core/model/cueMark.ts';
import type { CallMoment, MomentKind } from '../../../../core/summary/callMoments.ts';
import { Panel } from '../../../components/Panel.tsx';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import type { Playback } from '../timeline/playback.ts';
import { momentsOfKind } from './moments.ts';
import './moments.css';

interface MomentsProps {
  /** All moments of the call. */
  readonly moments: readonly CallMoment[];
  /** The kind that is listed and stepped through; undefined for all. */
  readonly kind: MomentKind | undefined;
  readonly onKind: (kind: MomentKind | undefined) => void;
  readonly playback: Playback;
  /** Undefined where cues cannot be marked. */
  readonly onMark: ((mark: CueMark) => void) | undefined;
}

const none: readonly CallMoment[] = [];

const icons = {
  'agent-interruption': IconMessage2Up,
  'caller-interruption': IconUrgent,
  backchannel: IconMessage2,
  terminal: IconMessage2,
  overlap: IconArrowsLeftRight,
  cue: IconBellRinging,
  'dead-air': IconHourglassEmpty,
  rushed: IconRun,
  loudest: IconVolume,
  wave: IconMountain,
  missing: IconPlugConnectedX,
  flag: IconFlag,
  stage: IconStairs,
  warning: IconHandStop,
  escalation: IconTransferOut,
  'follow-up': IconCalendarEvent,
  comment: IconMessage2,
} as const satisfies Record<MomentKind, unknown>;

/** The moments worth a visit; each is a button that moves the playhead there. */
export function Moments({ moments, kind, onKind, playback, onMark }: MomentsProps) {
  // An hour has hundreds: the lanes do not wait for their list.
  const listed = useDeferredValue(
    useMemo(() => momentsOfKind(moments, kind), [moments, kind]),
    none,
  );
  const current = useStore(playback.state, ({ time }) => listed.findLastIndex(({ at }) => at <= time + 0.05));
  const kinds = [...new Map(moments.map(({ kind, title }) => [kind, title]))];
  return (
    <Panel label={callWords.moments.heading} heading className="moments">
      {moments.length === 0 ? (
        <p className="moments-none">{callWords.moments.none}</p>
      ) : (
        <>
          <NativeSelect
            size="xs"
            className="moments-kind"
            aria-label={callWords.moments.kind}
            value={kind ?? ''}
            onChange={({ currentTarget }) => onKind(kinds.find(([each]) => each === currentTarget.value)?.[0])}
            data={[
              { value: '', label: callWords.moments.all({ count: moments.length }) },
              ...kinds.map(([each, title]) => ({
                value: each,
                label: callWords.moments.ofKind({ title, count: momentsOfKind(moments, each).length }),
              })),
            ]}
          />
          <ol>
            {listed.map((moment, index) => {
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
                    <span className="moments-time">{format.clock(moment.at)}</span>
                    <Detail moment={moment} />
                  </button>
                  {moment.cue && onMark && <WrongToggle cue={moment.cue} onMark={onMark} />}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Panel>
  );
}

/** Its duration, if its kind has one that matters, and further details. */
function Detail({ moment: { kind, start, end, detail, cue } }: { readonly moment: CallMoment }) {
  const hasLength = end > start && kind !== 'wave' && kind !== 'comment';
  const text = [hasLength ? format.duration(end - start) : '', cue?.name ?? detail].filter(Boolean).join(', ');
  return text !== '' && <span className="moments-detail">{text}</span>;
}

interface WrongToggleProps {
  readonly cue: NonNullable<CallMoment['cue']>;
  readonly onMark: (mark: CueMark) => void;
}

function WrongToggle({ cue: { kind, at, name, markedWrong }, onMark }: WrongToggleProps) {
  return (
    <button
      type="button"
      className="moments-wrong"
      aria-pressed={markedWrong}
      aria-label={callWords.moments.cueWrong({ cue: name })}
      title={callWords.moments.cueWrong({ cue: name })}
      onClick={() => onMark({ kind, at, wrong: !markedWrong })}
    >
      <IconBellX size={17} stroke={1.7} aria-hidden />
      {markedWrong && callWords.moments.wrong}
    </button>
  );
}
