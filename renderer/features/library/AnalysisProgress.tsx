import { Button, Progress } from '@mantine/core';
import { useIntents } from '../../api/intents.ts';
import { formatSeconds, formatShare } from '../../components/formatReading.ts';
import { Panel } from '../../components/Panel.tsx';
import { recordingWords } from './recordingWords.ts';

interface AnalysisProgressProps {
  readonly title: string;
  readonly fraction: number;
  readonly remainingSeconds: number | undefined;
}

const words = recordingWords.progress;

export function AnalysisProgress({ title, fraction, remainingSeconds }: AnalysisProgressProps) {
  const { recordings } = useIntents();
  return (
    <Panel label={words.heading(title)} heading>
      <Progress.Root size="lg" radius="xl">
        <Progress.Section value={100 * fraction} aria-label={words.label} />
      </Progress.Root>
      <div className="progress-foot">
        <p>
          {formatShare(fraction)} · {remainingText(remainingSeconds)}
        </p>
        <Button variant="default" onClick={() => void recordings.cancel()}>
          {words.cancel}
        </Button>
      </div>
    </Panel>
  );
}

function remainingText(seconds: number | undefined): string {
  if (seconds === undefined) return words.starting;
  return words.remaining(seconds < 1.5 ? words.soon : formatSeconds(Math.ceil(seconds)));
}
