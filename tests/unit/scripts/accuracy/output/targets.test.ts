import { describe, expect, it } from 'vitest';
import type { ScoredSet } from '../../../../../scripts/accuracy/measure.ts';
import { conditions } from '../../../../../scripts/accuracy/namedConditions.ts';
import { withFigures } from '../../../../../scripts/accuracy/output/accuracyDocument.ts';
import { conditionTables } from '../../../../../scripts/accuracy/output/conditionTables.ts';
import { markdownTable } from '../../../../../scripts/accuracy/output/markdownTable.ts';
import { targetsTable } from '../../../../../scripts/accuracy/output/targets.ts';
import { type SetScore, scoreSet } from '../../../../../scripts/accuracy/scoring/scoreSet.ts';

const nothing = scoreSet({ kind: 'none', clips: [] }, new Map());
const clean = conditions.find(({ name }) => name === 'clean')!;

function scored(set: string, scores: Record<string, Partial<SetScore>>, wpm?: number): ScoredSet {
  const filled = Object.entries(scores).map(([tool, score]): [string, SetScore] => [tool, { ...nothing, ...score }]);
  return { condition: clean, set, wpm, clipCount: 3, scores: new Map(filled) };
}

/** Returns the cells of a table's rows that contain these texts. */
function rowsWith(table: string | undefined, ...texts: readonly string[]): string[][] {
  const rows = (table ?? '').split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.filter((cells) => texts.every((text) => cells.includes(text)));
}

describe('the table of targets', () => {
  it('shows which targets are reached and which are not, next to the best peer', () => {
    const table = targetsTable([
      scored('libri', { Softspoken: { countCorrelation: 0.99, countError: 0.11 }, Praat: { countCorrelation: 0.97 } }),
    ]);
    expect(rowsWith(table, 'r count', 'libri')).toEqual([
      ['r count', 'libri', 'Clean', '≥ 0.980', '0.990', '0.970 Praat', 'reached'],
    ]);
    expect(rowsWith(table, 'err', 'libri')).toEqual([
      ['err', 'libri', 'Clean', '≤ 9.0%', '11.0%', '–', 'short by 2.0%'],
    ]);
  });

  it('limits the bias on both sides', () => {
    const result = (countBias: number) =>
      rowsWith(targetsTable([scored('any', { Softspoken: { countBias } })]), 'bias')[0]?.at(-1);
    expect([result(0.93), result(1.07)]).toEqual(['reached', 'reached']);
    expect([result(0.9), result(1.1)]).toEqual(['short by 0.020', 'short by 0.020']);
  });

  it('checks the figure of each speed of a set', () => {
    const table = targetsTable([
      scored('synthrate', { Softspoken: { countError: 0.04 } }),
      scored('synthrate', { Softspoken: { countError: 0.04 } }, 260),
    ]);
    expect(rowsWith(table, 'synthrate')[0]?.at(-1)).toBe('short by 0.5%');
    expect(rowsWith(table, 'synthrate at 260 wpm')[0]?.at(-1)).toBe('reached');
  });

  it('judges the live decision separately, and never counts our tools as peers', () => {
    const telephone = conditions.find(({ name }) => name === 'telephone-babble-15')!;
    const row = scored('emocalls', {
      Softspoken: { speechF1: 0.93 },
      'Softspoken live': { speechF1: 0.88 },
      WebRTC: { speechF1: 0.7 },
      energy: { speechF1: 0.8 },
    });
    const table = targetsTable([{ ...row, condition: telephone }]);
    expect(rowsWith(table, 'speech F1')[0]?.slice(4)).toEqual(['0.930', '0.800 energy', 'reached']);
    expect(rowsWith(table, 'speech F1, live')[0]?.slice(4)).toEqual(['0.880', '0.800 energy', 'short by 0.010']);
  });

  it('does not exist without figures', () => {
    expect(targetsTable([scored('libri', { Softspoken: {} })])).toBeUndefined();
  });
});

describe('the tables of a condition', () => {
  it('leave out tools and sets without figures', () => {
    const tables = conditionTables([
      scored('turns', { Softspoken: { speechF1: 0.9 }, Praat: { speechF1: 0.8 } }),
      scored('libri', { Softspoken: { countError: 0.1 }, Praat: {} }),
    ]);
    expect(tables).toHaveLength(2);
    expect(rowsWith(tables[0], 'libri')).toHaveLength(1);
    expect(rowsWith(tables[0], 'turns')).toHaveLength(0);
    expect(rowsWith(tables[1], 'turns')).toEqual([['turns', '0.900', '0.800']]);
    expect(rowsWith(tables[1], 'libri')).toHaveLength(0);
  });
});

describe('a Markdown table', () => {
  it('is aligned as plain text too', () => {
    expect(
      markdownTable(
        [
          ['set', 'err'],
          ['libri', '9%'],
        ],
        1,
      ),
    ).toBe('| set   | err |\n| ----- | --: |\n| libri |  9% |');
  });
});

describe('writing the figures into the document', () => {
  const document =
    '# Accuracy\n<!-- figures: begin, written by `npm run accuracy -- --write` -->\nold\n<!-- figures: end -->\nProse\n';

  it('replaces the old ones and nothing else', () => {
    const written = withFigures(document, 'new');
    expect(written).toContain('\n\nnew\n\n');
    expect(written).not.toContain('old');
    expect(written.startsWith('# Accuracy\n')).toBe(true);
    expect(written.endsWith('\nProse\n')).toBe(true);
    expect(withFigures(written, 'new')).toBe(written);
  });

  it('rejects a document without the marks', () => {
    expect(() => withFigures('# Accuracy', 'new')).toThrow('lacks');
  });
});
