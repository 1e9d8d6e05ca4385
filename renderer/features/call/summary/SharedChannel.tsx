import { Button } from '@mantine/core';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { isChannelShared } from '../../../../core/model/sharedChannel.ts';
import { useIntents } from '../../../intents/intents.ts';
import { callWords } from '../callWords.ts';
import { unheardParties } from './unheardParties.ts';

interface SharedChannelProps {
  readonly callId: string;
  readonly report: CallReport;
  readonly isReadOnly: boolean;
}

const words = callWords.sharedChannel;

/**
 * Explains the limits of a recording with one channel, and lets people say that both parties are on it, or undo that.
 */
export function SharedChannel({ callId, report, isReadOnly }: SharedChannelProps) {
  const { calls } = useIntents();
  const [unheard] = unheardParties(report);
  if (!unheard) return null;
  const isShared = isChannelShared(report);
  return (
    <div className="shared-channel">
      <p>{asSentence(unheard.reason)}</p>
      {!isReadOnly && (
        <Button
          variant="default"
          size="xs"
          title={isShared ? words.takeBackHint : words.sayHint}
          onClick={() => void calls.setChannelShared(callId, !isShared)}
        >
          {isShared ? words.takeBack : words.say}
        </Button>
      )}
    </div>
  );
}

function asSentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
