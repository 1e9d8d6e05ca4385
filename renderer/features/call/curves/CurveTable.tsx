import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { missing } from '../../../../core/messages/formatter.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { TableDisclosure } from '../../../components/TableDisclosure.tsx';
import { WideTable } from '../../../components/WideTable.tsx';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import { partyName } from '../partyName.ts';
import { type CurveSet, curveRows } from './curves.ts';

interface CurveTableProps {
  readonly report: CallReport;
  readonly curves: readonly CurveSet[];
}

/** The curves as a table, for screen readers. */
export function CurveTable(props: CurveTableProps) {
  return <TableDisclosure summary={callWords.curves.table} table={() => <Rows {...props} />} />;
}

function Rows({ report, curves }: CurveTableProps) {
  const rows = useMemo(() => curveRows(report, curves), [report, curves]);
  const words = callWords.curves;
  return (
    <WideTable>
      <Table.Caption>{words.caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.from}</Table.Th>
          {curves.flatMap(({ kind, series }) =>
            series.map(({ role }) => (
              <Table.Th key={`${kind}-${role}`} scope="col">
                {words.column({ curve: words[kind], who: partyName(report, role), unit: words.units[kind] })}
              </Table.Th>
            )),
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ from, means }) => (
          <Table.Tr key={from}>
            <Table.Th scope="row">{format.clock(from)}</Table.Th>
            {means.map((mean, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <Table.Td key={column}>{mean == null ? missing : format.number(mean, 1)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
