import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../../../core/export/html/reportHtml.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { SHARED_CHANNEL } from '../../../../core/model/sharedChannel.ts';
import { withSharedChannel } from '../../../../core/report/withSharedChannel.ts';
import { type SummaryNumber, summaryNumbers } from '../../../../core/summary/summaryNumbers.ts';
import { summaryText } from '../../../../main/hosts/cli/summaryText.ts';
import { KeyNumbers } from '../../../../renderer/features/call/summary/KeyNumbers.tsx';
import { reviewedCall } from '../../../support/reviewedCall.ts';
import {
  syntheticReport,
  syntheticReportOfOneChannel,
  syntheticReportOfOneSpeaker,
} from '../../../support/syntheticReport.ts';

const report = syntheticReport();
const alone = syntheticReportOfOneSpeaker();
const { summary } = report;

function numberOf(id: SummaryNumber['id'], of = report): SummaryNumber {
  const number = summaryNumbers(of).find((candidate) => candidate.id === id);
  if (!number) throw new RangeError(`There is no number ${id}.`);
  return number;
}

describe('the numbers of a call', () => {
  it('have their targets', () => {
    expect(numberOf('softShare')).toMatchObject({ value: '71%', target: '80% or more', isMet: false });
    expect(numberOf('paceShare')).toMatchObject({ value: '83%', isMet: true });
    expect(numberOf('medianResponseSeconds').target).toBe('0.4–1.2 s');
    expect(numberOf('agentInterruptions')).toMatchObject({ target: '0', isMet: false });
  });

  it.each([
    [-0.4, '−0.4 s', 'agent started 0.4 s before the caller finished', false],
    [0.1, '0.1 s', 'agent started at once', false],
    [0.3, '0.3 s', 'a little quick', false],
    [0.8, '0.8 s', 'room for the caller to finish', true],
    [2, '2.0 s', 'a little long', false],
    [3.5, '3.5 s', 'long', false],
  ])('put a response time of %d s in words', (seconds, value, detail, isMet) => {
    const changed = syntheticReport({ summary: { ...summary, medianResponseGapSeconds: seconds } });
    expect(numberOf('medianResponseSeconds', changed)).toMatchObject({ value, detail, isMet });
  });

  it('count talk-over without backchannels, and point to the first interruption', () => {
    expect(numberOf('agentInterruptions')).toMatchObject({ value: '1', detail: '2 overlaps, 2.5 s', jumpTo: 51.4 });
  });

  it('show the agent’s change after the caller’s waves', () => {
    expect(numberOf('waves')).toMatchObject({ value: '1', detail: 'agent +1.9 dB after their peaks', jumpTo: 46 });
  });

  it('write zero without decimals', () => {
    expect(numberOf('deadAirSeconds', syntheticReport({ deadAir: [] }))).toMatchObject({
      value: '0 s',
      target: '0 s',
      isMet: true,
      detail: 'no silence of 4 s or more',
    });
  });

  it('give a reason if a number is missing, never a zero', () => {
    expect(numberOf('softShare', alone)).toMatchObject({
      value: undefined,
      detail: 'no baseline and under 20 s of speech',
    });
    expect(numberOf('loudest', alone)).toMatchObject({ detail: 'no baseline and under 20 s of speech' });
    for (const id of ['agentInterruptions', 'deadAirSeconds', 'pausesKept'] as const) {
      expect(numberOf(id, alone)).toMatchObject({ value: undefined, detail: 'no caller audio' });
    }
  });

  it('withhold all but dead air if two share a channel, for that reason', () => {
    const shared = withSharedChannel(syntheticReportOfOneChannel());
    for (const { id, value, detail } of summaryNumbers(shared).filter((number) => number.id !== 'deadAirSeconds')) {
      expect([id, value, detail]).toEqual([id, undefined, SHARED_CHANNEL]);
    }
    expect(numberOf('deadAirSeconds', shared).value).toBe('1 min 38 s');
  });

  it('use a reason given for a part of the field, or for the whole that contains it', () => {
    const withReason = (field: string) =>
      syntheticReport({ summary: { ...summary, softShare: null }, unavailable: [{ field, reason: 'because' }] });
    expect(numberOf('softShare', withReason('speakers.agent.effort.inBandShare')).detail).toBe('because');
    expect(numberOf('softShare', withReason('summary')).detail).toBe('because');
    expect(numberOf('softShare', withReason('speakers.customer.effort')).detail).toBe('not enough speech');
  });
});

const oneChannel = syntheticReportOfOneChannel();
const [agent, caller] = report.speakers;
const nothing: CallReport = { ...alone, speakers: [], unavailable: [] };
const reports: Readonly<Record<string, CallReport>> = {
  'both parties': report,
  'one party without a baseline': alone,
  'one channel': oneChannel,
  'one channel that two share': withSharedChannel(oneChannel),
  'the caller alone': { ...alone, speakers: [caller!] },
  'an agent who says nothing, without a reason given': {
    ...alone,
    speakers: [{ ...agent!, effort: null, articulationRate: null }],
    unavailable: [],
  },
  'everything missing': nothing,
};

describe.each(Object.entries(reports))('a summary of %s', (_, of) => {
  const numbers = summaryNumbers(of);
  const said = numbers.map(({ label, value, detail, target }) => ({ label, value: value ?? '–', detail, target }));

  it('gives a value or a reason for every number', () => {
    for (const { value, detail } of numbers) expect(value ?? detail).not.toBe('');
  });

  it('shows the same numbers on the screen', () => {
    const markup = renderToStaticMarkup(createElement(KeyNumbers, { report: of, onJump: () => {} }));
    expect(
      textsOf(markup, /<li class="number".*?<\/li>/gs, [
        /number-label">(.*?)<\/span>/,
        /number-value">([^<]*)/,
        /number-detail">(.*?)<\/span>/,
      ]),
    ).toEqual(said.map(({ label, value, detail }) => [label, value, detail]));
  });

  it('shows the same numbers in the HTML report', () => {
    const html = reportHtml({ ...reviewedCall(), report: of });
    expect(
      textsOf(html, /<div class="number.*?<\/div>/gs, [
        /<dt>(.*?)<\/dt>/,
        /class="value">(.*?)<\/dd>/,
        /<\/dd><dd>(.*?)<\/dd>/,
      ]),
    ).toEqual(said.map(({ label, value, detail }) => [label, value, detail]));
  });

  it('shows the same numbers in the terminal', () => {
    const lines = summaryText(of)
      .split('\n')
      .slice(1, said.length + 1);
    const goal = (target: string | undefined) => (target === undefined ? '' : `; target ${target}`);
    expect(lines.map((line) => line.trim().split(/\s{2,}/))).toEqual(
      said.map(({ label, value, detail, target }) => [label, value, `${detail}${goal(target)}`]),
    );
  });
});

/** Returns the first group of each pattern in every piece of markup, without entities. */
function textsOf(markup: string, pieces: RegExp, patterns: readonly RegExp[]): string[][] {
  return [...markup.matchAll(pieces)].map(([piece]) =>
    patterns.map((pattern) =>
      (pattern.exec(piece)?.[1] ?? 'nothing').replaceAll('&#x27;', "'").replaceAll('&#39;', "'"),
    ),
  );
}
