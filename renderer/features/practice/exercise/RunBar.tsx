import { Button } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { useIntents } from '../../../intents/intents.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { format } from '../../../text/format.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.run;

interface RunBarProps {
  readonly seconds: number;
  readonly talkOvers?: number;
  /** The label of the button. */
  readonly stop?: string;
}

/** The elapsed time, and the way out. */
export function RunBar({ seconds, talkOvers, stop = words.stop }: RunBarProps) {
  const { practice } = useIntents();
  const isStopping = usePracticeStore(({ run }) => run.phase === 'stopping');
  return (
    <div className="run-bar">
      <p>
        {words.elapsed} <strong>{format.clock(seconds)}</strong>
      </p>
      {talkOvers !== undefined && <p>{words.talkOvers({ count: talkOvers })}</p>}
      <Button
        radius="xl"
        variant="default"
        disabled={isStopping}
        leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
        onClick={() => void practice.stop()}
      >
        {isStopping ? words.stopping : stop}
      </Button>
    </div>
  );
}
