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
import { useIntents } from '../../../api/intents.ts';
import { FollowUpField } from '../../../components/FollowUpField.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useKeys } from '../../../components/useKeys.ts';
import { useLiveStore } from '../../../state/liveStore.ts';
import { liveWords } from '../liveWords.ts';
import { stageCards } from './stageCards.ts';
import './stagePanel.css';

const words = liveWords.stages;

interface StagePanelProps {
  readonly isPacing: boolean;
  readonly onPace: (isPacing: boolean) => void;
}

/** The step the call is at with its card, and what can be marked: a step, a moment, a warning, handing on. */
export function StagePanel({ isPacing, onPace }: StagePanelProps) {
  const { live } = useIntents();
  const marks = useLiveStore(({ call }) => call?.marks ?? none);
  const followUpOn = useLiveStore(({ call }) => call?.followUpOn ?? null);
  const stage = stageAfter(marks);
  const index = stages.indexOf(stage);
  const step = (by: number) => {
    const next = stages[index + by];
    if (next) void live.mark({ kind: 'stage', stage: next });
    return next !== undefined;
  };

  useKeys(({ key }) => {
    if (key === 'n') return step(1);
    if (key === 'b') return step(-1);
    if (key === 'r') {
      onPace(!isPacing);
      return true;
    }
    const mark = marksByKey[key];
    if (!mark) return false;
    void live.mark(mark);
    return true;
  });

  const count = (kind: MarkKind['kind']) => marks.filter((mark) => mark.kind === kind).length;
  const card = stageCards[stage];
  return (
    <Panel label={words.label} className="stages">
      <div className="stages-steps">
        <ActionIcon
          variant="subtle"
          aria-label={words.back}
          title={words.back}
          disabled={index === 0}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <Steps stage={stage} />
        <ActionIcon
          variant="subtle"
          aria-label={words.next}
          title={words.next}
          disabled={index === stages.length - 1}
          onClick={() => step(1)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className="stages-card" role="status" aria-label={words.card}>
        <h2>
          <span>{words.step(index + 1, stages.length)}</span> {card.title}
        </h2>
        <p>{card.advice}</p>
        <ul>
          {card.say.map((phrase) => (
            <li key={phrase}>“{phrase}”</li>
          ))}
          <li className="stages-avoid">
            {words.notSo} <s>{card.avoid}</s>
          </li>
        </ul>
      </div>
      <div className="stages-marks">
        {stage === 'follow-up' && <FollowUpField followUpOn={followUpOn} onChange={live.setFollowUp} />}
        <MarkButton mark="flag" icon={IconFlag} count={count('flag')} onMark={live.mark} />
        <MarkButton mark="warning" icon={IconHandStop} count={count('warning')} onMark={live.mark} />
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconLungs size={15} aria-hidden />}
          aria-pressed={isPacing}
          title={`${liveWords.breath.toggle} (R)`}
          onClick={() => onPace(!isPacing)}
        >
          {liveWords.breath.toggle}
        </Button>
        <MarkButton mark="escalation" icon={IconArrowUpRight} count={count('escalation')} onMark={live.mark} />
      </div>
    </Panel>
  );
}

const none: readonly never[] = [];

const marksByKey: Readonly<Record<string, Exclude<MarkKind, { kind: 'stage' }>>> = {
  f: { kind: 'flag' },
  a: { kind: 'warning' },
  e: { kind: 'escalation' },
};

function Steps({ stage }: { readonly stage: Stage }) {
  const current = stages.indexOf(stage);
  return (
    <ol className="stages-dots" aria-hidden="true">
      {stages.map((each, index) => (
        <li key={each} data-state={index < current ? 'past' : index === current ? 'now' : 'ahead'} />
      ))}
    </ol>
  );
}

interface MarkButtonProps {
  readonly mark: 'flag' | 'warning' | 'escalation';
  readonly icon: typeof IconFlag;
  readonly count: number;
  readonly onMark: (mark: MarkKind) => unknown;
}

function MarkButton({ mark, icon: Icon, count, onMark }: MarkButtonProps) {
  const { name, key } = words.marks[mark];
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<Icon size={15} aria-hidden />}
      title={`${name} (${key})`}
      onClick={() => void onMark({ kind: mark })}
    >
      {count > 0 ? `${name} · ${count}` : name}
    </Button>
  );
}
