import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsCsv, momentsCsv } from '../../../../core/export/callTable.ts';
import { csv } from '../../../../core/export/csv.ts';
import { readCsv } from '../../../support/readCsv.ts';
import { reviewedCall } from '../../../support/reviewedCall.ts';
import { syntheticReportOfOneSpeaker } from '../../../support/syntheticReport.ts';

const oneCell = (cell: string | number) => readCsv(csv(['cell'], [[cell]]))[1]?.[0];

describe('CSV', () => {
  it('can be read back by a strict reader, whatever the cells contain', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '=', 'ü', '-', '1', '\t') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const read = readCsv(csv(['one', 'other'], rows)).slice(1);
        expect(read.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(rows);
      }),
    );
  });

  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1+1', '\n=1', '＝1+1', '-1e5', '-'])(
    'keeps a spreadsheet from running %j',
    (text) => expect(oneCell(text)).toBe(`'${text}`),
  );

  it.each([
    [-3.2, '-3.2'],
    ['-3.2', '-3.2'],
    [0, '0'],
    ['a=b', 'a=b'],
    ["'quoted", "'quoted"],
  ])('leaves %j as it is', (cell, expected) => expect(oneCell(cell)).toBe(expected));

  it('rejects NaN, infinity and rows of the wrong length', () => {
    expect(() => csv(['a'], [[Number.NaN]])).toThrow(RangeError);
    expect(() => csv(['a'], [[1, 2]])).toThrow(RangeError);
  });
});

describe('calls as a table', () => {
  it('have a row for each call and a column for each measure', () => {
    const [header, row] = readCsv(callsCsv([reviewedCall()]));
    const value = (name: string) => row?.[header?.indexOf(name) ?? -1];
    expect(value('title')).toBe('Order never arrived');
    expect(value('soft_share')).toBe('0.71');
    expect(value('dead_air_s')).toBe('11.6');
    expect(value('agent_interruptions')).toBe('1');
    expect(value('comments')).toBe('3');
    expect(value('coaching_answer')).toBe('acknowledged');
  });

  it('leave the cell of a missing measure empty, never 0', () => {
    const [header, row] = readCsv(callsCsv([reviewedCall({ report: syntheticReportOfOneSpeaker() })]));
    for (const name of ['talk_share', 'agent_interruptions', 'dead_air_s', 'waves', 'customer_speech_s']) {
      expect(row?.[header?.indexOf(name) ?? -1], name).toBe('');
    }
  });

  it('have a row for each moment, with harmless comments', () => {
    const rows = readCsv(momentsCsv([reviewedCall()]));
    expect(rows[0]).toEqual(['title', 'start_s', 'end_s', 'moment', 'who', 'detail']);
    expect(rows).toContainEqual(['Order never arrived', '51.4', '52.7', 'Agent interrupted', 'agent', '']);
    const starts = rows.slice(1).map((row) => Number(row[1]));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});
