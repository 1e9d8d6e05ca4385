import { Table } from '@mantine/core';
import type { CallReport } from '../../../../core/model/callReport.ts';
import type { CallMoment } from '../../../../core/summary/callMoments.ts';
import { TableDisclosure } from '../../../components/TableDisclosure.tsx';
import { WideTable } from '../../../components/WideTable.tsx';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import { loudSpans } from '../timeline/loudSpans.ts';

interface MarksTableProps {
  readonly report: CallReport;
  readonly moments: readonly CallMoment[];
}

const words = callWords.table;

interface Row {
  readonly what: string;
  readonly who: string;
  readonly start: number;
  readonly end: number;
  readonly detail: string;
}

/** The marks of the waveform as a table, for screen readers. */
export function MarksTable(props: MarksTableProps) {
  return <TableDisclosure summary={words.summary} table={() => <Rows {...props} />} />;
}

function Rows({ report, moments }: MarksTableProps) {
  const { layers } = callWords.timeline;
  const rows: readonly Row[] = [
    ...moments.map(({ title, role, start, end, detail }) => ({
      what: title,
      who: role ? callWords.roles[role] : '',
      start,
      end,
      detail,
    })),
    ...loudSpans(report.timeline).map(([start, end]) => ({
      what: layers.loud,
      who: callWords.roles.agent,
      start,
      end,
      detail: '',
    })),
    ...report.turns.map(({ role, start, end }) => ({
      what: layers.speech,
      who: callWords.roles[role],
      start,
      end,
      detail: '',
    })),
  ].sort((one, other) => one.start - other.start);

  return (
    <WideTable>
      <Table.Caption>{words.caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {Object.entries(words.columns).map(([key, name]) => (
            <Table.Th key={key} scope="col">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ what, who, start, end, detail }) => (
          <Table.Tr key={`${what}-${who}-${start}`}>
            <Table.Td>{what}</Table.Td>
            <Table.Td>{who}</Table.Td>
            <Table.Td>{format.clock(start)}</Table.Td>
            <Table.Td>{format.clock(end)}</Table.Td>
            <Table.Td>{detail}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
