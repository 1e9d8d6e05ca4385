import { Button } from '@mantine/core';
import { IconArrowsDiff, IconSwitchVertical } from '@tabler/icons-react';
import type { CallDetail } from '../../../../contract/callContract.ts';
import type { Role } from '../../../../core/model/role.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { hashOf } from '../../../state/page.ts';
import { useReanalysisStore } from '../../../state/reanalysisStore.ts';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import { ExportMenu } from '../exporting/ExportMenu.tsx';
import type { Playback } from '../timeline/playback.ts';
import { CallFacts } from './CallFacts.tsx';
import { SharedChannel } from './SharedChannel.tsx';

interface CallHeadProps {
  readonly call: CallDetail;
  readonly playback: Playback | undefined;
  readonly isReadOnly: boolean;
}

/** The call's title and facts, and the actions on the whole call. */
export function CallHead({ call, playback, isReadOnly }: CallHeadProps) {
  const { callId, title, report } = call;
  return (
    <header className="summary-head">
      <div>
        <h1>{title}</h1>
        <p>
          {[
            callWords.kinds[call.kind],
            format.clock(call.durationSeconds),
            format.moment(new Date(call.startedAt)),
            callWords.baselines[report.analysis.baseline],
            ...(call.agent === null ? [] : [call.agent]),
            ...call.tags,
          ].join(' · ')}
        </p>
        <SharedChannel callId={callId} report={report} isReadOnly={isReadOnly} />
      </div>
      {!isReadOnly && (
        <div className="summary-actions">
          <CallFacts call={call} />
          {call.hasAudio && call.roles.length > 0 && <SwapRoles callId={callId} roles={call.roles} />}
          <Button
            component="a"
            href={hashOf({ name: 'compare', callId, otherId: undefined })}
            variant="default"
            leftSection={<IconArrowsDiff size={18} aria-hidden />}
          >
            {callWords.compare}
          </Button>
          <ExportMenu callId={callId} playback={playback} />
        </div>
      )}
    </header>
  );
}

interface SwapRolesProps {
  readonly callId: string;
  readonly roles: readonly Role[];
}

function SwapRoles({ callId, roles }: SwapRolesProps) {
  const { calls } = useIntents();
  const reanalysis = useReanalysisStore();
  const [only] = roles;
  const label = roles.length === 1 && only ? callWords.oneRole[only] : callWords.swapRoles;
  const isRunning = reanalysis.phase === 'running';
  return (
    <>
      {reanalysis.phase === 'failed' && reanalysis.callId === callId && (
        <ErrorNote title={callWords.swapFailed} message={reanalysis.error.message} />
      )}
      <Button
        variant="default"
        disabled={isRunning}
        title={callWords.swapRolesHint}
        leftSection={<IconSwitchVertical size={18} aria-hidden />}
        onClick={() =>
          void calls.remeasure(
            callId,
            roles.map((role) => (role === 'agent' ? 'customer' : 'agent')),
          )
        }
      >
        {isRunning ? callWords.remeasuring({ share: format.share(reanalysis.fraction) }) : label}
      </Button>
    </>
  );
}
