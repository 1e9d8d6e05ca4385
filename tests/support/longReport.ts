import type { CallReport, Span } from '../../core/model/callReport.ts';
import { syntheticReport } from './syntheticReport.ts';

/** Repeats the made-up call, with as many turns, overlaps and cues as a call of the given length has. */
export function longReport(durationSeconds: number): CallReport {
  const one = syntheticReport();
  const oneSeconds = one.source.durationSeconds;
  const starts = Array.from({ length: Math.floor(durationSeconds / oneSeconds) }, (_, i) => i * oneSeconds);
  const spans = (found: readonly Span[]): Span[] =>
    starts.flatMap((start) => found.map(([from, to]): Span => [start + from, start + to]));
  const moved = <T extends { readonly start: number; readonly end: number }>(found: readonly T[]): T[] =>
    starts.flatMap((by) => found.map((each) => ({ ...each, start: by + each.start, end: by + each.end })));
  const steps = Math.floor(durationSeconds / one.timeline.stepSeconds);
  const again = <T>(values: readonly T[]): T[] => Array.from({ length: steps }, (_, i) => values[i % values.length]!);
  const { agent, customer } = one.timeline;
  return {
    ...one,
    source: { ...one.source, durationSeconds },
    speakers: one.speakers.map((speaker) => ({
      ...speaker,
      // Speech on the phone comes in pieces of two seconds.
      speech: { ...speaker.speech, segments: spans(speaker.speech.segments.flatMap(inPieces)) },
      pauses: spans(speaker.speech.segments.flatMap(inPieces).map(([, end]): Span => [end, end + 0.4])),
      rushedSpans: spans(speaker.rushedSpans),
    })),
    turns: moved(one.turns),
    overlaps: moved(one.overlaps),
    deadAir: spans(one.deadAir),
    wave: moved(one.wave),
    waves: starts.flatMap((by) =>
      one.waves.map((each) => ({ ...each, start: by + each.start, peak: by + each.peak, end: by + each.end })),
    ),
    cues: starts.flatMap((by) => one.cues.map((cue) => ({ ...cue, at: by + cue.at, until: by + cue.until }))),
    timeline: {
      ...one.timeline,
      agent: agent && {
        levelLufs: again(agent.levelLufs),
        effortDb: again(agent.effortDb),
        articulationRate: again(agent.articulationRate),
        pitchSemitones: again(agent.pitchSemitones),
      },
      customer: customer && {
        levelLufs: again(customer.levelLufs),
        articulationRate: again(customer.articulationRate),
        pitchSemitones: again(customer.pitchSemitones),
      },
    },
  };
}

function inPieces([start, end]: Span): Span[] {
  return Array.from({ length: Math.ceil((end - start) / 2.4) }, (_, i): Span => {
    const from = start + 2.4 * i;
    return [from, Math.min(end, from + 2)];
  });
}
