import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface WideTableProps {
  /** Mantine's, in pixels above and below each row. */
  readonly verticalSpacing?: number;
  readonly children: ReactNode;
}

/** A table that may be wider than its place: it scrolls sideways, by keyboard too. */
export function WideTable({ verticalSpacing = 6, children }: WideTableProps) {
  return (
    // Mantine's own scroll area puts the tab stop on an element that does not scroll.
    <Table.ScrollContainer minWidth={0} type="native" tabIndex={0}>
      <Table verticalSpacing={verticalSpacing}>{children}</Table>
    </Table.ScrollContainer>
  );
}
