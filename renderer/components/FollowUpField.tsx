import { TextInput } from '@mantine/core';
import { followUpWords } from './followUpWords.ts';

interface FollowUpFieldProps {
  /** ISO 8601 date; null for no day. */
  readonly followUpOn: string | null;
  readonly onChange: (followUpOn: string | null) => unknown;
}

/** The day to look at the matter again; kept when the field is left. */
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
