import { Button, Progress } from '@mantine/core';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { format } from '../../text/format.ts';
import { recordingWords, remainingText } from './recordingWords.ts';

interface AnalysisProgressProps {
  readonly title: string;
  readonly fraction: number;
  readonly remainingSeconds: number | undefined;
}

const words = recordingWords.progress;

export function AnalysisProgress({ title, fraction, remainingSeconds }: AnalysisProgressProps) {
  const { recordings } = useIntents();
  return (
    <Panel label={words.heading({ title })} heading>
      <Progress.Root size="lg" radius="xl">
        <Progress.Section value={100 * fraction} aria-label={words.label} />
      </Progress.Root>
      <div className="progress-foot">
        <p>{words.done({ share: format.share(fraction), time: remainingText(remainingSeconds) })}</p>
        <Button variant="default" onClick={() => void recordings.cancel()}>
          {words.cancel}
        </Button>
      </div>
    </Panel>
  );
}
