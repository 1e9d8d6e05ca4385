import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { SHARED_CHANNEL } from '../../../core/model/sharedChannel.ts';
import { withSharedChannel } from '../../../core/report/withSharedChannel.ts';
import { summaryNumbers } from '../../../core/summary/summaryNumbers.ts';
import { reportPdf } from '../../../main/exports/pdf/reportPdf.ts';
import { reviewedCall } from '../../support/reviewedCall.ts';
import {
  syntheticReport,
  syntheticReportOfOneChannel,
  syntheticReportOfOneSpeaker,
} from '../../support/syntheticReport.ts';

const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;

/** Extracts the text of a PDF with poppler; any complaint is an error. */
function readByPoppler(pdf: Uint8Array, order: '-layout' | '-raw' = '-layout'): string {
  const { status, stdout, stderr } = spawnSync('pdftotext', [order, '-', '-'], { input: pdf, encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(stderr);
  return stdout;
}

describe.skipIf(!hasPdftotext)(
  `the report as PDF${hasPdftotext ? '' : ' (skipped: pdftotext is not installed)'}`,
  () => {
    it('is read by poppler without complaint, with its whole content', () => {
      const text = readByPoppler(reportPdf(reviewedCall()));
      for (const part of ['Order never arrived', '71%', 'target 80% or more', 'Dead air', 'What worked well']) {
        expect(text).toContain(part);
      }
      expect(text).toContain('=SUM(A1:A9), and well softened after <the> wave & on');
      expect(text).toContain('Ünhurried from here');
      expect(text).toContain('page 1 of 2');
    });

    it.each([
      ['both parties', syntheticReport()],
      ['one party without a baseline', syntheticReportOfOneSpeaker()],
      ['two on one channel', withSharedChannel(syntheticReportOfOneChannel())],
    ])('gives every number of the summary of %s, and every reason', (_, report) => {
      const text = readByPoppler(reportPdf(reviewedCall({ report })), '-raw').replace(/\s+/g, ' ');
      for (const { label, value, detail } of summaryNumbers(report))
        expect(text).toContain(`${label} ${value ?? '–'} ${detail}`);
    });

    it('prints names and remarks in every script', () => {
      const call = reviewedCall();
      const [first] = call.comments;
      const remarks = [
        'Ірина: повільніше',
        'Νίκος',
        'मीरा: धीरे',
        'محمد',
        'שרה כהן',
        '王小明：請說慢一點',
        '静かに',
        '김민수',
        'well done 😀',
      ];
      const comments = remarks.map((text) => ({ ...first!, text }));
      const text = readByPoppler(reportPdf({ ...call, comments }));
      for (const part of [
        'Ірина: повільніше',
        'Νίκος',
        'मीरा',
        'שרה',
        '王小明：請說慢一點',
        '静かに',
        '김민수',
        '😀',
      ]) {
        expect(text).toContain(part);
      }
      // Arabic letters are extracted in the forms in which they are drawn.
      expect(text.normalize('NFKC')).toContain('محمد');
      expect(text).not.toContain('\ufffd');
      expect(text).not.toContain('Some characters can’t be printed here');
    });

    it('withholds the numbers shared by two people on one channel, and explains it', () => {
      const call = reviewedCall();
      const text = readByPoppler(reportPdf({ ...call, report: withSharedChannel(syntheticReportOfOneChannel()) }));
      expect(text.replace(/\s+/g, ' ')).toContain(SHARED_CHANNEL);
      expect(text).not.toContain('71%');
    });

    it('continues over as many pages as needed, and reports characters that cannot be printed', () => {
      const call = reviewedCall();
      const [first] = call.comments;
      const comments = Array.from({ length: 120 }, (_, i) => ({ ...first!, text: `remark ${i}: 𐎠 first` }));
      const text = readByPoppler(reportPdf({ ...call, comments }));
      const pages = text.split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(4);
      for (let i = 0; i < 120; i++) expect(text).toContain(`remark ${i}: \ufffd first`);
      expect(text).toContain('Some characters can’t be printed here');
      expect(pages.at(-1)).toContain(`page ${pages.length} of ${pages.length}`);
    });
  },
);
