import { TextInput } from '@mantine/core';
import { followUpWords } from './followUpWords.ts';

interface FollowUpFieldProps {
  /** ISO 8601 date; null for no day. */
  readonly followUpOn: string | null;
  readonly onChange: (followUpOn: string | null) => unknown;
}

/** The follow-up day; saved when the field loses the focus. */
export function FollowUpField({ followUpOn, onChange }: FollowUpFieldProps) {
  return (
    <TextInput
      type="date"
      label={followUpWords.label}
      defaultValue={followUpOn ?? ''}
      onBlur={({ currentTarget }) => {
        const day = currentTarget.value || null;
        if (day !== followUpOn) void onChange(day);
      }}
    />
  );
}
