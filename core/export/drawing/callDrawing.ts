import { type CallReport, isTalkOver, speakerOf } from '../../model/callReport.ts';
import type { ReviewedCall } from '../../model/reviewedCall.ts';
import type { Role } from '../../model/role.ts';
import { isChannelShared } from '../../model/sharedChannel.ts';
import { loudEffortDb } from '../../model/targets.ts';
import { exportWords } from '../exportWords.ts';
import { binned } from './binned.ts';
import { type Drawing, line, type Paint, type Shape } from './drawing.ts';
import { palette } from './palette.ts';
import { frame, TimeAxis, tenth } from './timeAxis.ts';

const lane = { height: 64, top: { agent: 26, customer: 112 } } as const;
const waveTop = 184;
const waveHeight = 18;
/** Levels in LUFS of a bar without height, and of one with full height. */
const levelRange = { low: -55, high: -12 } as const;
const barWidth = 2.5;
const leastMarkWidth = 3;

/** Draws the whole call at a glance: a lane for each party, with everything notable marked in it. */
export function callDrawing({ report, comments }: Pick<ReviewedCall, 'report' | 'comments'>): Drawing {
  const axis = new TimeAxis(report.source.durationSeconds);
  const roles = report.speakers.map(({ role }) => role);
  const hasWave = report.wave.length > 0;
  const bottom = hasWave ? waveTop + waveHeight + 4 : lane.top[roles.at(-1) ?? 'agent'] + lane.height + 6;
  return {
    width: frame.width,
    height: bottom + 20,
    description: exportWords.drawings.call(report.speakers.length),
    shapes: [
      ...axis.grid(lane.top.agent - 6, bottom),
      ...silences(report, axis, bottom),
      ...talkOver(report, axis),
      ...roles.flatMap((role) => laneShapes(report, role)),
      ...agentMarks(report, axis),
      ...(hasWave ? waveShapes(report, axis) : []),
      ...commentPins(comments, axis),
    ],
  };
}

function band(axis: TimeAxis, start: number, end: number, y: number, height: number, fill: Paint): Shape {
  const x = axis.x(start);
  return { type: 'rect', x, y, width: Math.max(leastMarkWidth, tenth(axis.x(end) - x)), height, fill };
}

function silences(report: CallReport, axis: TimeAxis, bottom: number): Shape[] {
  const top = lane.top.agent;
  return report.deadAir.map(([start, end]) => band(axis, start, end, top, bottom - top, palette.silence));
}

function laneShapes(report: CallReport, role: Role): Shape[] {
  const middle = lane.top[role] + lane.height / 2;
  const count = Math.floor((frame.right - frame.left) / barWidth);
  const levels = binned(report.timeline[role]?.levelLufs ?? [], count, 'highest');
  const step = (frame.right - frame.left) / levels.length;
  const bars = levels.flatMap((level, i): Shape[] => {
    if (level === undefined) return [];
    const share = Math.min(1, Math.max(0.04, (level - levelRange.low) / (levelRange.high - levelRange.low)));
    const height = tenth(share * lane.height);
    const x = tenth(frame.left + i * step);
    const width = tenth(Math.max(0.8, step * 0.7));
    return [{ type: 'rect', x, y: tenth(middle - height / 2), width, height, fill: palette[role] }];
  });
  const name = isChannelShared(report) ? exportWords.both : exportWords.roles[role];
  return [
    { type: 'text', x: 0, y: middle + 4, size: 11, text: name, fill: palette[role], bold: true },
    line([frame.left, middle], [frame.right, middle], palette[role], 0.5),
    ...bars,
  ];
}

/** Talk-over, in the lane of the party that started it. */
function talkOver(report: CallReport, axis: TimeAxis): Shape[] {
  return report.overlaps.filter(isTalkOver).flatMap(({ start, end, startedBy }) => {
    const top = lane.top[startedBy];
    return [
      band(axis, start, end, top - 4, lane.height + 8, palette.talkOverPale),
      band(axis, start, end, top - 4, 5, palette.talkOver),
      band(axis, start, end, top + lane.height - 1, 5, palette.talkOver),
    ];
  });
}

function agentMarks(report: CallReport, axis: TimeAxis): Shape[] {
  const agent = speakerOf(report, 'agent');
  if (!agent) return [];
  const { stepSeconds } = report.timeline;
  const below = lane.top.agent + lane.height + 7;
  const efforts = binned(report.timeline.agent?.effortDb ?? [], frame.right - frame.left, 'mean');
  const binSeconds = (stepSeconds * (report.timeline.agent?.effortDb.length ?? 0)) / Math.max(1, efforts.length);
  return [
    ...efforts.flatMap((effort, i) =>
      effort !== undefined && effort > loudEffortDb
        ? [band(axis, i * binSeconds, (i + 1) * binSeconds, below, 4, palette.caution)]
        : [],
    ),
    ...agent.rushedSpans.map(([start, end]) => band(axis, start, end, below + 5, 3, palette.ink)),
    ...report.cues
      .filter(({ shown }) => shown)
      .map(({ at }): Shape => ({ type: 'dot', x: axis.x(at), y: lane.top.agent + 4, radius: 3, fill: palette.ink })),
  ];
}

function waveShapes(report: CallReport, axis: TimeAxis): Shape[] {
  const floor = waveTop + waveHeight;
  const low = floor - 2;
  return [
    { type: 'text', x: 0, y: floor, size: 9, text: exportWords.drawings.wave, fill: palette.inkSoft },
    ...report.wave.map(({ state, start, end }): Shape => {
      const [from, to] = [axis.x(start), axis.x(end)];
      const rise = {
        level: [low, low],
        rising: [low, waveTop],
        peak: [waveTop, waveTop],
        receding: [waveTop, low],
      } as const;
      const [begins, ends] = rise[state];
      return {
        type: 'area',
        points: [
          [from, floor],
          [from, begins],
          [to, ends],
          [to, floor],
        ],
        fill: state === 'peak' ? palette.customer : palette.customerPale,
      };
    }),
  ];
}

/** Pins with the numbers of the list of comments. */
function commentPins(comments: ReviewedCall['comments'], axis: TimeAxis): Shape[] {
  return comments.flatMap(({ at, until }, i): Shape[] => {
    const x = axis.x(at);
    return [
      ...(until === null ? [] : [band(axis, at, until, 8, 2, palette.agent)]),
      { type: 'dot', x, y: 9, radius: 7, fill: palette.agent },
      { type: 'text', x, y: 12.2, size: 9, text: String(i + 1), fill: palette.panel, anchor: 'middle', bold: true },
    ];
  });
}
