import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { CueThreshold } from '../../../contract/settingsContract.ts';
import type { CueKind } from '../../../core/model/cue.ts';
import { cueWords } from '../../../core/model/cueWords.ts';
import type { CueSetting } from '../../../core/model/settings.ts';
import { useIntents } from '../../intents/intents.ts';
import { settingsWords, thresholdQuantity } from './settingsWords.ts';

const words = settingsWords.cues;

interface CueRowProps {
  readonly kind: CueKind;
  readonly cue: CueSetting;
  readonly threshold: CueThreshold;
}

/** The switch, the words and the threshold of one kind of cue. */
export function CueRow({ kind, cue, threshold }: CueRowProps) {
  const { settings } = useIntents();
  const { enabled, thresholdSteps } = cue;
  const update = (change: Partial<CueSetting>) => void settings.update({ cues: { [kind]: change } });
  const isMoved = thresholdSteps > 0;
  return (
    <li className="cue-row">
      <Switch
        label={words.kinds[kind]}
        checked={enabled}
        onChange={(event) => update({ enabled: event.currentTarget.checked })}
      />
      <TextInput
        // Remounts the field when the value changes elsewhere or is refused.
        key={cue.words}
        aria-label={words.says({ name: cueWords[kind] })}
        defaultValue={cue.words}
        maxLength={32}
        disabled={!enabled}
        onBlur={(event) => {
          const text = event.currentTarget.value.trim() || cueWords[kind];
          event.currentTarget.value = text;
          if (text !== cue.words) update({ words: text });
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <div className="cue-threshold">
        <p className="cue-threshold-words">
          {words.thresholds[kind]({ quantity: thresholdQuantity(kind, threshold.now) })}
          {isMoved && (
            <span className="cue-threshold-usual">
              {words.usual({ threshold: thresholdQuantity(kind, threshold.usual) })}
            </span>
          )}
        </p>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={words.sooner({ name: cue.words })}
          title={words.sooner({ name: cue.words })}
          disabled={!enabled || !isMoved}
          onClick={() => update({ thresholdSteps: thresholdSteps - 1 })}
        >
          <IconMinus size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={words.later({ name: cue.words })}
          title={words.later({ name: cue.words })}
          disabled={!enabled || thresholdSteps >= threshold.maxSteps}
          onClick={() => update({ thresholdSteps: thresholdSteps + 1 })}
        >
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={words.reset({ name: cue.words })}
          data-hidden={!isMoved}
          disabled={!isMoved}
          onClick={() => update({ thresholdSteps: 0 })}
        >
          {words.resetShort}
        </Button>
      </div>
    </li>
  );
}
