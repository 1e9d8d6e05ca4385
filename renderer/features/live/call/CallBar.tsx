import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStopFilled } from '@tabler/icons-react';
import { missing } from '../../../../core/messages/formatter.ts';
import { roles } from '../../../../core/model/role.ts';
import { useIntents } from '../../../intents/intents.ts';
import { useLiveStore } from '../../../state/liveStore.ts';
import { format } from '../../../text/format.ts';
import { SmallWindow } from '../compact/SmallWindow.tsx';
import { liveWords } from '../liveWords.ts';
import { CueMark } from './CueMark.tsx';
import { RecordingState } from './RecordingState.tsx';
import './callBar.css';

/** Elapsed time, talk share, problems of the sources, and Stop. */
export function CallBar() {
  const { live } = useIntents();
  const seconds = useLiveStore(({ call }) => Math.floor(call?.metrics?.at ?? 0));
  const isStopping = useLiveStore(({ phase }) => phase === 'stopping');
  return (
    <div className="call-bar">
      <p className="call-elapsed">
        <span>{liveWords.elapsed}</span>
        <strong>{format.clock(seconds)}</strong>
      </p>
      <TalkShare />
      <RecordingState />
      <SourceTroubles />
      <CueMark />
      <SmallWindow />
      <Button
        className="call-stop"
        size="md"
        variant="default"
        leftSection={<IconPlayerStopFilled size={18} aria-hidden />}
        disabled={isStopping}
        onClick={() => void live.stop()}
      >
        {isStopping ? liveWords.stopping : liveWords.stop}
      </Button>
    </div>
  );
}

function TalkShare() {
  const percent = useLiveStore(({ call }) => {
    const metrics = call?.metrics;
    return metrics?.talkShare == null || !metrics.customer ? undefined : Math.round(100 * metrics.talkShare);
  });
  const words = liveWords.talkShare;
  return (
    <div className="talk-share">
      <p className="talk-share-text">
        <span>{words.label}</span>
        {percent === undefined ? (
          <span>{missing}</span>
        ) : (
          <span>{words.shares({ you: format.share(percent / 100), caller: format.share(1 - percent / 100) })}</span>
        )}
      </p>
      <div className="talk-share-bar" aria-hidden="true">
        {percent !== undefined && <div style={{ width: `${percent}%` }} />}
      </div>
    </div>
  );
}

function SourceTroubles() {
  const troubles = useLiveStore(({ call }) => call?.sourceTroubles);
  const shown = roles.flatMap((role) => {
    const trouble = troubles?.[role];
    return trouble ? [{ role, ...trouble }] : [];
  });
  const notice = useLiveStore(({ call }) => call?.metrics?.notice);
  return (
    <div className="source-troubles" role="status">
      {notice && (
        <p>
          <IconAlertTriangle size={18} aria-hidden />
          <span>{liveWords.notices[notice]}</span>
        </p>
      )}
      {shown.map(({ role, message }) => (
        <p key={role}>
          <IconAlertTriangle size={18} aria-hidden />
          <span>
            <strong>{liveWords.roles[role]}:</strong> {message}
          </span>
        </p>
      ))}
    </div>
  );
}
