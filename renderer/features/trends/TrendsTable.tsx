import { Table } from '@mantine/core';
import type { Trend } from '../../../contract/reviewContract.ts';
import { followedMeasure } from '../../components/formatMeasure.ts';
import { TableDisclosure } from '../../components/TableDisclosure.tsx';
import { WideTable } from '../../components/WideTable.tsx';
import { trendsWords as words } from './trendsWords.ts';
import { weekName } from './weekAxis.ts';

/** The charts as a table, for screen readers. */
export function TrendsTable({ trends }: { readonly trends: readonly Trend[] }) {
  return <TableDisclosure summary={words.table} table={() => <Weeks trends={trends} />} />;
}

function Weeks({ trends }: { readonly trends: readonly Trend[] }) {
  const known = trends.filter(({ weeks }) => weeks.length > 0);
  const weeks = [...new Set(known.flatMap((trend) => trend.weeks.map(({ week }) => week)))].sort();
  return (
    <WideTable>
      <Table.Caption>{words.caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.week}</Table.Th>
          {known.map(({ measure }) => (
            <Table.Th key={measure} scope="col">
              {followedMeasure(measure).label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeks.map((week) => (
          <Table.Tr key={week}>
            <Table.Th scope="row">{weekName(week)}</Table.Th>
            {known.map(({ measure, weeks: own }) => (
              <Table.Td key={measure}>
                {followedMeasure(measure).format(own.find((each) => each.week === week)?.median ?? null)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
