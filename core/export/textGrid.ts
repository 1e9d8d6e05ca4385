import { type CallReport, markSchema, type Overlap, type Span } from '../model/callReport.ts';
import { cueWords } from '../model/cueWords.ts';
import type { ReviewedCall } from '../model/reviewedCall.ts';
import type { Role } from '../model/role.ts';
import { isChannelShared } from '../model/sharedChannel.ts';
import { callMoments } from '../summary/callMoments.ts';
import { exportWords } from './exportWords.ts';

interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Point {
  readonly at: number;
  readonly text: string;
}

type Tier =
  | { readonly name: string; readonly intervals: readonly Labelled[] }
  | { readonly name: string; readonly points: readonly Point[] };

/** Praat refuses a file without length. */
const LEAST_SECONDS = 0.001;

const markKinds: readonly string[] = markSchema.shape.kind.options;

/**
 * Writes a call as Praat's TextGrid, in its long text format (Praat manual, "TextGrid file formats"). Intervals: each
 * party's speech, turns and pauses (only speech if two share a channel), overlaps, dead air, waves and commented spans.
 * Points: cues, marks and comments.
 */
export function textGrid(call: Pick<ReviewedCall, 'report' | 'comments'>): string {
  const { report } = call;
  const end = Math.max(LEAST_SECONDS, report.source.durationSeconds);
  const tiers = tiersOf(call);
  return [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    'xmin = 0',
    `xmax = ${end}`,
    'tiers? <exists>',
    `size = ${tiers.length}`,
    'item []:',
    ...tiers.flatMap((tier, i) => [`    item [${i + 1}]:`, ...tierLines(tier, end)]),
    '',
  ].join('\n');
}

function tiersOf({ report, comments }: Pick<ReviewedCall, 'report' | 'comments'>): Tier[] {
  const moments = callMoments({ report, comments });
  return [
    ...report.speakers.flatMap(({ role, speech, pauses }) =>
      isChannelShared(report)
        ? [{ name: 'speech of both', intervals: spans(speech.segments, 'speech') }]
        : [
            { name: `${role} speech`, intervals: spans(speech.segments, 'speech') },
            { name: `${role} turns`, intervals: turnsOf(report, role) },
            { name: `${role} pauses`, intervals: spans(pauses, 'pause') },
          ],
    ),
    { name: 'overlaps', intervals: report.overlaps.map(overlapInterval) },
    { name: 'dead air', intervals: spans(report.deadAir, 'dead air') },
    { name: 'wave', intervals: report.wave.map(({ state, start, end }) => ({ start, end, text: state })) },
    {
      name: 'cues',
      points: report.cues.filter(({ shown }) => shown).map(({ kind, at }) => ({ at, text: cueWords[kind] })),
    },
    {
      name: 'marks',
      points: moments
        .filter(({ kind }) => markKinds.includes(kind))
        .map(({ title, start, detail }) => ({
          at: start,
          text: [title, detail].filter(Boolean).join(': '),
        })),
    },
    {
      name: 'comments',
      points: comments.filter(({ until }) => until === null).map((comment) => ({ ...comment, text: said(comment) })),
    },
    {
      name: 'commented spans',
      intervals: comments.flatMap((comment) =>
        comment.until === null ? [] : [{ start: comment.at, end: comment.until, text: said(comment) }],
      ),
    },
  ];
}

function said({ author, text }: { readonly author: string; readonly text: string }): string {
  return `${author}: ${text}`;
}

function spans(found: readonly Span[], text: string): Labelled[] {
  return found.map(([start, end]) => ({ start, end, text }));
}

function turnsOf({ turns }: CallReport, role: Role): Labelled[] {
  return turns
    .filter((turn) => turn.role === role)
    .map(({ start, end, syllables }) => ({ start, end, text: `${syllables} syllables` }));
}

function overlapInterval({ start, end, kind, startedBy }: Overlap): Labelled {
  return { start, end, text: exportWords.startedBy(kind, startedBy) };
}

function tierLines(tier: Tier, end: number): string[] {
  const lines = (items: readonly string[][], kind: 'intervals' | 'points') => [
    `        class = ${quoted(kind === 'points' ? 'TextTier' : 'IntervalTier')}`,
    `        name = ${quoted(tier.name)}`,
    '        xmin = 0',
    `        xmax = ${end}`,
    `        ${kind}: size = ${items.length}`,
    ...items.flatMap((fields, i) => [`        ${kind} [${i + 1}]:`, ...fields.map((field) => `            ${field}`)]),
  ];
  if ('points' in tier) {
    const points = mergedPoints(tier.points, end);
    return lines(
      points.map(({ at, text }) => [`number = ${at}`, `mark = ${quoted(text)}`]),
      'points',
    );
  }
  const intervals = gaplessIntervals(tier.intervals, end);
  return lines(
    intervals.map(({ start, end: until, text }) => [`xmin = ${start}`, `xmax = ${until}`, `text = ${quoted(text)}`]),
    'intervals',
  );
}

/** Fills a tier, which Praat wants without gaps: the rest gets empty labels, and overlapping labels are joined. */
function gaplessIntervals(labelled: readonly Labelled[], end: number): Labelled[] {
  const clamped = labelled
    .map((one) => ({ ...one, start: Math.max(0, one.start), end: Math.min(end, one.end) }))
    .filter((one) => one.end > one.start);
  const edges = [...new Set([0, end, ...clamped.flatMap((one) => [one.start, one.end])])].sort((a, b) => a - b);
  const parts: Labelled[] = [];
  const open = new Set<Labelled>();
  const starting = [...clamped].sort((one, other) => one.start - other.start);
  let next = 0;
  for (const [i, start] of edges.slice(0, -1).entries()) {
    for (const one of open) if (one.end <= start) open.delete(one);
    while (next < starting.length && starting[next]!.start <= start) open.add(starting[next++]!);
    const text = [...open].map((one) => one.text).join(' + ');
    parts.push({ start, end: edges[i + 1]!, text });
  }
  return parts;
}

/** Joins the labels of each moment, because a tier has at most one point at a time. */
function mergedPoints(points: readonly Point[], end: number): Point[] {
  const texts = new Map<number, string[]>();
  for (const { at, text } of points) {
    const moment = Math.min(end, Math.max(0, at));
    texts.set(moment, [...(texts.get(moment) ?? []), text]);
  }
  return [...texts].sort(([one], [other]) => one - other).map(([at, all]) => ({ at, text: all.join(' + ') }));
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
