import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Comparison, PastComparison } from '../../../../contract/reviewContract.ts';
import type { FollowedMeasureId } from '../../../../core/measures/followedMeasures.ts';
import { missing } from '../../../../core/messages/formatter.ts';
import { followedMeasure } from '../../../components/formatMeasure.ts';
import { WideTable } from '../../../components/WideTable.tsx';
import { compareWords as words } from './compareWords.ts';
import { UsualAxis } from './UsualAxis.tsx';

export function TwoCallsTable({ measures }: { readonly measures: Comparison }) {
  return (
    <MeasureTable columns={[words.this, words.other, words.difference]}>
      {measures.map(({ measure, value, other, difference }) => (
        <Row key={measure} measure={measure}>
          <Table.Td>{followedMeasure(measure).format(value)}</Table.Td>
          <Table.Td>{followedMeasure(measure).format(other)}</Table.Td>
          <Table.Td>{difference === null ? missing : withSign(measure, difference)}</Table.Td>
        </Row>
      ))}
    </MeasureTable>
  );
}

export function PastTable({ past: { calls, measures } }: { readonly past: PastComparison }) {
  const isKnown = measures.some(({ past }) => past !== null);
  if (!isKnown) return <p className="compare-note">{words.tooFew({ calls })}</p>;
  return (
    <>
      <p className="compare-note">{words.pastOf({ calls })}</p>
      <MeasureTable columns={[words.this, words.usual, words.onAxis, words.place]}>
        {measures.map(({ measure, value, past, place }) => (
          <Row key={measure} measure={measure}>
            <Table.Td>{followedMeasure(measure).format(value)}</Table.Td>
            <Table.Td>
              {past
                ? words.range({
                    low: followedMeasure(measure).format(past.q1),
                    high: followedMeasure(measure).format(past.q3),
                  })
                : missing}
            </Table.Td>
            <Table.Td>
              <UsualAxis value={value} past={past} />
            </Table.Td>
            <Table.Td>{place ? words.places[place] : missing}</Table.Td>
          </Row>
        ))}
      </MeasureTable>
    </>
  );
}

interface MeasureTableProps {
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

function MeasureTable({ columns, children }: MeasureTableProps) {
  return (
    <section className="panel compare-table" aria-label={words.title}>
      <WideTable verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.measure}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </WideTable>
    </section>
  );
}

interface RowProps {
  readonly measure: FollowedMeasureId;
  readonly children: ReactNode;
}

function Row({ measure, children }: RowProps) {
  const { label, detail } = followedMeasure(measure);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {label} <small>{detail}</small>
      </Table.Th>
      {children}
    </Table.Tr>
  );
}

function withSign(measure: FollowedMeasureId, difference: number): string {
  const size = followedMeasure(measure).format(Math.abs(difference)).replace(/^\+/, '');
  // A value that rounds to zero has no sign.
  if (!/[1-9]/.test(size)) return size;
  return difference > 0 ? `+${size}` : `−${size}`;
}
