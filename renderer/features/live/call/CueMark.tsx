import { Button, Kbd } from '@mantine/core';
import { useShortcuts } from '../../../components/useShortcuts.ts';
import { useIntents } from '../../../intents/intents.ts';
import { useLiveStore } from '../../../state/liveStore.ts';
import { useCueWords, useSettings } from '../../../state/settingsStore.ts';
import { liveWords } from '../liveWords.ts';
import './cueMark.css';

const words = liveWords.cueMark;

/** Marks the last cue as wrong with a key or a click; the same again undoes the mark. */
export function CueMark() {
  const { live } = useIntents();
  const cue = useLiveStore(({ call }) => call?.lastCue);
  const { markCueWrong: key } = useSettings().shortcuts;
  const cueWords = useCueWords();

  useShortcuts({
    markCueWrong() {
      if (!cue) return false;
      void live.markLastCue();
      return true;
    },
  });

  if (!cue) return null;
  const name = cueWords[cue.kind];
  return (
    <div className="cue-mark">
      <span className="small-note" role="status">
        {cue.markedWrong && words.marked({ cue: name })}
      </span>
      <Button
        variant="subtle"
        color="var(--ss-ink-soft)"
        rightSection={<Kbd>{key}</Kbd>}
        onClick={() => void live.markLastCue()}
      >
        {cue.markedWrong ? words.takeBack : words.wrong({ cue: name })}
      </Button>
    </div>
  );
}
