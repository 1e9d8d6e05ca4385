import { type ReactNode, useState } from 'react';
import './tableDisclosure.css';

interface TableDisclosureProps {
  readonly summary: string;
  /** Renders the table when it is first opened: an hour has thousands of rows. */
  readonly table: () => ReactNode;
}

/** The contents of a drawing as a table, for screen readers. */
export function TableDisclosure({ summary, table }: TableDisclosureProps) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details className="table-disclosure" onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened && table()}
    </details>
  );
}
