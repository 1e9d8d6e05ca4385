import type { Comment } from '../../core/model/comment.ts';
import type { ReviewedCall } from '../../core/model/reviewedCall.ts';
import { syntheticReport } from './syntheticReport.ts';

/** Returns a made-up call with comments and a reflection, with characters that are difficult for file formats. */
export function reviewedCall(changes: Partial<ReviewedCall> = {}): ReviewedCall {
  return {
    title: 'Order never arrived',
    report: syntheticReport({
      marks: [
        { kind: 'flag', at: 70.2, stage: null, note: '' },
        { kind: 'stage', at: 72.5, stage: 4, note: 'after the peak' },
      ],
    }),
    comments: [
      comment('c1', 51.4, null, 'You came in here.\nWait for the "pause", then speak.'),
      comment('c2', 72.5, 88, '=SUM(A1:A9), and well softened after <the> wave & on'),
      comment('c3', 80, 95.5, 'Ünhurried from here: 4–5 syllables a second'),
    ],
    scoreSheets: [],
    reflection: {
      workedWell: 'I let the first wave pass.',
      couldBeImproved: 'Speak slower when I restate what they need.',
      answer: 'acknowledged',
      answerNote: '',
      isPolicyNotVoice: false,
    },
    ...changes,
  };
}

function comment(id: string, at: number, until: number | null, text: string): Comment {
  return { id, author: 'Kim', at, until, text, writtenAt: '2026-05-04T10:00:00.000Z' };
}
