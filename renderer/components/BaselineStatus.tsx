import { Button } from '@mantine/core';
import { useBaselineStore } from '../state/baselineStore.ts';
import { goTo } from '../state/page.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import { format } from '../text/format.ts';
import { BaselineChooser } from './BaselineChooser.tsx';
import { baselineWords as words } from './baselineWords.ts';

/** The baseline in use, with a button to record one. */
export function BaselineStatus() {
  const label = useSourceStore((state) => state.sources.agent.label);
  const stored = useBaselineStore((state) => state.stored?.find(({ device }) => device === label));
  return (
    <BaselineChooser
      otherwise={
        stored ? words.measured({ date: format.recentDay(new Date(stored.measuredAt), new Date()) }) : words.provisional
      }
      action={
        <Button
          variant={stored ? 'default' : 'light'}
          size="xs"
          onClick={() => goTo({ name: 'setup', step: label === undefined ? 'microphone' : 'voice' })}
        >
          {stored ? words.again : words.measure}
        </Button>
      }
    />
  );
}
