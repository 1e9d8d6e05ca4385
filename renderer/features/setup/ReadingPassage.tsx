import { Button } from '@mantine/core';
import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';
import { LevelBar } from '../../components/LevelBar.tsx';
import { sourceWords } from '../../components/sourceWords.ts';
import { enrolmentSeconds } from '../../intents/enrolmentIntents.ts';
import { useIntents } from '../../intents/intents.ts';
import type { ReadingPart, ReadingState } from '../../state/enrolmentStore.ts';
import { passages, setupWords } from './setupWords.ts';

const words = setupWords.voice;

interface ReadingPassageProps {
  readonly part: ReadingPart;
  /** The first part has been read. */
  readonly isRead: boolean;
  readonly running: ReadingState['running'];
}

/**
 * The passage and the progress. Nothing moves through the text: a marker would set the pace, and the pace is measured.
 */
export function ReadingPassage({ part, isRead, running }: ReadingPassageProps) {
  const { reading } = useIntents();
  return (
    <>
      <ol className="reading-parts">
        {(['normal', 'soft'] as const).map((name) => (
          <li key={name} aria-current={name === part ? 'step' : undefined}>
            <strong>{words.parts[name].name}</strong>
            <span>{name === 'normal' && isRead ? words.read : words.seconds({ seconds: enrolmentSeconds[name] })}</span>
          </li>
        ))}
      </ol>
      <p className="reading-task">{words.parts[part].task}</p>
      <blockquote className="reading-text" data-part={part}>
        {passages[part]}
      </blockquote>
      {running ? (
        <Running part={part} progress={running.progress} onStop={() => reading.stop()} />
      ) : (
        <div className="reading-actions">
          <Button
            size="md"
            radius="xl"
            leftSection={<IconMicrophone size={18} aria-hidden />}
            onClick={() => void reading.read(part)}
          >
            {words.start}
          </Button>
          {part === 'soft' && (
            <Button variant="subtle" color="var(--ss-ink-soft)" onClick={() => void reading.save()}>
              {words.withoutSoft}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface RunningProps {
  readonly part: ReadingPart;
  readonly progress: NonNullable<ReadingState['running']>['progress'];
  readonly onStop: () => void;
}

function Running({ part, progress, onStop }: RunningProps) {
  const all = enrolmentSeconds[part];
  const seconds = progress?.seconds ?? 0;
  return (
    <div className="reading-running">
      <div
        className="reading-progress"
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={Math.round(seconds)}
      >
        <div style={{ width: `${(100 * seconds) / all}%` }} />
      </div>
      <p className="note reading-hint">
        <strong>{words.remaining({ seconds: Math.ceil(all - seconds) })}</strong> {words.fromTheTop}
      </p>
      <LevelBar label={sourceWords.level({ name: words.level })} level={progress?.level} />
      <Button variant="default" leftSection={<IconPlayerStopFilled size={18} aria-hidden />} onClick={onStop}>
        {words.stop}
      </Button>
    </div>
  );
}
