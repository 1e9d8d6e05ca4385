import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import type { SavedAttempt } from '../../../../contract/practiceContract.ts';
import { missing } from '../../../../core/messages/formatter.ts';
import { Panel } from '../../../components/Panel.tsx';
import { hashOf } from '../../../state/page.ts';
import { format } from '../../../text/format.ts';
import { practiceWords } from '../practiceWords.ts';
import { type OnePlayer, useOnePlayer } from './useOnePlayer.ts';

const words = practiceWords.attempt;
/** More rows would be a wall of numbers. */
const maxRows = 8;

/** Attempts at one exercise, newest first; the first is the one on the screen. */
export function AttemptTable({ attempts }: { readonly attempts: readonly SavedAttempt[] }) {
  const player = useOnePlayer();
  const shown = attempts.slice(0, maxRows);
  const hasOutcomes = attempts.some(({ outcome }) => outcome !== null);
  const hasSound = shown.some(({ audioUrl }) => audioUrl !== null);
  return (
    <Panel label={words.earlier} heading>
      <table className="attempt-table">
        <thead>
          <tr>
            <th scope="col">{words.table.when}</th>
            <th scope="col">{words.table.level}</th>
            <th scope="col">{words.table.score}</th>
            {hasOutcomes && <th scope="col">{words.table.outcome}</th>}
            {hasSound && <th scope="col">{words.table.sound}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ attemptId, startedAt, level, score, outcome, audioUrl }, index) => (
            <tr key={attemptId} aria-current={index === 0 ? 'true' : undefined}>
              <td>
                {index === 0 ? (
                  momentOf(startedAt)
                ) : (
                  <a href={hashOf({ name: 'attempt', attemptId })}>{momentOf(startedAt)}</a>
                )}
              </td>
              <td>{level}</td>
              <td>{score ?? missing}</td>
              {hasOutcomes && <td>{outcome ? words.outcomes[outcome] : missing}</td>}
              {hasSound && (
                <td>
                  {audioUrl === null ? (
                    missing
                  ) : (
                    <HearButton moment={momentOf(startedAt)} audioUrl={audioUrl} player={player} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface HearButtonProps {
  readonly moment: string;
  readonly audioUrl: string;
  readonly player: OnePlayer;
}

/** Plays an attempt in place of any other, so that the two can be compared by ear. */
function HearButton({ moment, audioUrl, player }: HearButtonProps) {
  const isPlaying = player.playing === audioUrl;
  const verb = isPlaying ? words.table.stop : words.table.play;
  return (
    <Button
      size="xs"
      radius="xl"
      variant="default"
      leftSection={isPlaying ? <IconPlayerStop size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />}
      aria-label={words.table.ofAttempt({ verb, moment })}
      onClick={() => player.toggle(audioUrl)}
    >
      {verb}
    </Button>
  );
}

function momentOf(startedAt: string): string {
  return format.moment(new Date(startedAt));
}
