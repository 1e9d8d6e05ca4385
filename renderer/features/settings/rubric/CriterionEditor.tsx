import { ActionIcon, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { Criterion } from '../../../../core/model/rubric.ts';
import { anchorLevels, withAnchor } from './rubricDraft.ts';
import { rubricWords as words } from './rubricWords.ts';

interface CriterionEditorProps {
  readonly criterion: Criterion;
  readonly position: number;
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly onChange: (criterion: Criterion) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One criterion of the rubric: its words, its weight and its place. */
export function CriterionEditor(props: CriterionEditorProps) {
  const { criterion, position, isLast, isOnly, onChange, onMove, onRemove } = props;
  const name = criterion.name.trim() || words.unnamed;
  return (
    <li className="rubric-criterion" aria-label={words.number({ position })}>
      <div className="rubric-row">
        <TextInput
          className="rubric-name"
          label={words.practice}
          maxLength={120}
          value={criterion.name}
          onChange={({ currentTarget }) => onChange({ ...criterion, name: currentTarget.value })}
        />
        <NumberInput
          className="rubric-weight"
          label={words.weight}
          min={0}
          max={100}
          step={1}
          clampBehavior="strict"
          allowNegative={false}
          value={criterion.weight}
          onChange={(weight) => onChange({ ...criterion, weight: Number(weight) || 0 })}
        />
        <div className="rubric-tools">
          <ActionIcon
            variant="default"
            aria-label={words.up({ name })}
            disabled={position === 1}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={17} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={words.down({ name })} disabled={isLast} onClick={() => onMove(1)}>
            <IconArrowDown size={17} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={words.remove({ name })} disabled={isOnly} onClick={onRemove}>
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <TextInput
        label={words.question}
        maxLength={400}
        value={criterion.question}
        onChange={({ currentTarget }) => onChange({ ...criterion, question: currentTarget.value })}
      />
      <details>
        <summary>{words.anchors}</summary>
        {anchorLevels.map((level) => (
          <Textarea
            key={level}
            label={words.anchor({ level })}
            rows={1}
            maxLength={400}
            value={criterion.anchors.find((anchor) => anchor.level === level)?.looksLike ?? ''}
            onChange={({ currentTarget }) => onChange(withAnchor(criterion, level, currentTarget.value))}
          />
        ))}
      </details>
    </li>
  );
}
