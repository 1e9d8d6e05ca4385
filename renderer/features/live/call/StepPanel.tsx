import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowUpRight,
  IconChevronLeft,
  IconChevronRight,
  IconFlag,
  IconHandStop,
  IconLungs,
} from '@tabler/icons-react';
import { type MarkKind, type Stage, stageAfter, stages } from '../../../../core/model/callMark.ts';
import { FollowUpField } from '../../../components/FollowUpField.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { stepTitles } from '../../../components/stepTitles.ts';
import { useShortcuts } from '../../../components/useShortcuts.ts';
import { useIntents } from '../../../intents/intents.ts';
import { useLiveStore } from '../../../state/liveStore.ts';
import { useSettings } from '../../../state/settingsStore.ts';
import { liveWords } from '../liveWords.ts';
import { stepCards } from './stepCards.ts';
import './stepPanel.css';

const words = liveWords.stages;

interface StepPanelProps {
  readonly isPacing: boolean;
  readonly onPace: (isPacing: boolean) => void;
}

/** The current step of the call with its card, and the marks: a step, a moment, a warning, an escalation. */
export function StepPanel({ isPacing, onPace }: StepPanelProps) {
  const { live } = useIntents();
  const marks = useLiveStore(({ call }) => call?.marks ?? none);
  const followUpOn = useLiveStore(({ call }) => call?.followUpOn ?? null);
  const stage = stageAfter(marks);
  const index = stages.indexOf(stage);
  const keys = useSettings().shortcuts;
  const step = (by: number) => {
    const next = stages[index + by];
    if (next) void live.mark({ kind: 'stage', stage: next });
    return next !== undefined;
  };

  const mark = (kind: OwnMark) => {
    void live.mark({ kind });
    return true;
  };

  useShortcuts({
    nextStage: () => step(1),
    previousStage: () => step(-1),
    flag: () => mark('flag'),
    warning: () => mark('warning'),
    escalation: () => mark('escalation'),
    breathe() {
      onPace(!isPacing);
      return true;
    },
  });

  const count = (kind: MarkKind['kind']) => marks.filter((mark) => mark.kind === kind).length;
  const card = stepCards[stage];
  return (
    <Panel label={words.label} className="step-panel">
      <div className="step-panel-steps">
        <ActionIcon
          variant="subtle"
          aria-label={words.withKey({ name: words.back, key: keys.previousStage })}
          title={words.withKey({ name: words.back, key: keys.previousStage })}
          disabled={index === 0}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <Steps stage={stage} />
        <ActionIcon
          variant="subtle"
          aria-label={words.withKey({ name: words.next, key: keys.nextStage })}
          title={words.withKey({ name: words.next, key: keys.nextStage })}
          disabled={index === stages.length - 1}
          onClick={() => step(1)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className="step-panel-card" role="status" aria-label={words.card}>
        <h2>
          <span>{words.step({ number: index + 1, of: stages.length })}</span> {stepTitles[stage]}
        </h2>
        <p>{card.advice}</p>
        <ul>
          {card.say.map((phrase) => (
            <li key={phrase}>{words.quoted({ phrase })}</li>
          ))}
          <li className="step-panel-avoid">
            {words.notSo} <s>{card.avoid}</s>
          </li>
        </ul>
      </div>
      <div className="step-panel-marks">
        {stage === 'follow-up' && <FollowUpField followUpOn={followUpOn} onChange={(day) => live.setFollowUp(day)} />}
        <MarkButton mark="flag" shortcut={keys.flag} icon={IconFlag} count={count('flag')} onMark={mark} />
        <MarkButton mark="warning" shortcut={keys.warning} icon={IconHandStop} count={count('warning')} onMark={mark} />
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconLungs size={15} aria-hidden />}
          aria-pressed={isPacing}
          title={words.withKey({ name: liveWords.breath.toggle, key: keys.breathe })}
          onClick={() => onPace(!isPacing)}
        >
          {liveWords.breath.toggle}
        </Button>
        <MarkButton
          mark="escalation"
          shortcut={keys.escalation}
          icon={IconArrowUpRight}
          count={count('escalation')}
          onMark={mark}
        />
      </div>
    </Panel>
  );
}

const none: readonly never[] = [];

/** The marks an agent can set besides the steps. */
type OwnMark = 'flag' | 'warning' | 'escalation';

function Steps({ stage }: { readonly stage: Stage }) {
  const current = stages.indexOf(stage);
  return (
    <ol className="step-panel-dots" aria-hidden="true">
      {stages.map((each, index) => (
        <li key={each} data-state={index < current ? 'past' : index === current ? 'now' : 'ahead'} />
      ))}
    </ol>
  );
}

interface MarkButtonProps {
  readonly mark: OwnMark;
  readonly shortcut: string;
  readonly icon: typeof IconFlag;
  readonly count: number;
  readonly onMark: (mark: OwnMark) => unknown;
}

function MarkButton({ mark, shortcut, icon: Icon, count, onMark }: MarkButtonProps) {
  const name = words.marks[mark];
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<Icon size={15} aria-hidden />}
      title={words.withKey({ name, key: shortcut })}
      onClick={() => onMark(mark)}
    >
      {count > 0 ? words.marked({ name, count }) : name}
    </Button>
  );
}
