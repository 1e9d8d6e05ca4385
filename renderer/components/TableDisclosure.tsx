import { type ReactNode, useState } from 'react';
import './tableDisclosure.css';

interface TableDisclosureProps {
  readonly summary: string;
  /** Makes the table when it is opened for the first time: an hour has thousands of rows. */
  readonly table: () => ReactNode;
}

/** What a drawing shows, as a table for those who read rather than look. */
export function TableDisclosure({ summary, table }: TableDisclosureProps) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details className="table-disclosure" onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened && table()}
    </details>
  );
}
