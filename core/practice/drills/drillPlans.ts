import { lineClip } from '../../model/clipManifest.ts';
import type { Drill, DrillId, DrillPhase } from '../../model/drill.ts';
import { answerTexts, closingText, passages, warningText } from './passages.ts';
import { calmSentence } from './referenceContour.ts';

/** A planned phase. The length of a clip is known once the voice is. */
type PlannedPhase = DrillPhase | { readonly kind: 'caller'; readonly clip: string };

interface DrillPlan extends Omit<Drill, 'id' | 'phases' | 'contour'> {
  readonly contour?: Drill['contour'];
  readonly phases: readonly PlannedPhase[];
}

const [firstAnswer, secondAnswer, thirdAnswer] = answerTexts;
const hears = (scenario: string, line: string): PlannedPhase => ({ kind: 'caller', clip: lineClip(scenario, line) });
const pause = (seconds: number): PlannedPhase => ({ kind: 'pause', seconds });
const answer = (seconds: number, text: string): PlannedPhase => ({ kind: 'answer', seconds, text });

const drillPlans: Readonly<Record<DrillId, DrillPlan>> = {
  'soft-band': {
    practice: 'speak-softly',
    phases: [{ kind: 'speak', seconds: 30, text: passages['harbour-cafe'] }],
    weights: { soft: 1 },
    targetPaceRatio: 1,
  },
  'paced-reading': {
    practice: 'slow-down',
    phases: [{ kind: 'speak', seconds: 30, text: passages['garden-gate'] }],
    weights: { pace: 1 },
    targetPaceRatio: 0.9,
  },
  'wait-for-the-pause': {
    practice: 'wait-for-the-pause',
    phases: [
      hears('charged-twice', 'promise-annoyed-1'),
      pause(0.9),
      hears('charged-twice', 'overdrawn-annoyed-1'),
      answer(5, firstAnswer),
      hears('charged-twice', 'promise-angry-1'),
      pause(1.1),
      hears('charged-twice', 'promise-angry-2'),
      pause(0.7),
      hears('charged-twice', 'overdrawn-angry-1'),
      answer(5, secondAnswer),
      hears('charged-twice', 'date-annoyed-1'),
      pause(1.2),
      hears('charged-twice', 'date-annoyed-2'),
      answer(5, thirdAnswer),
    ],
    weights: { timing: 0.6, listening: 0.4 },
    targetPaceRatio: 1,
  },
  'steady-tone': {
    practice: 'steady-tone',
    phases: [{ kind: 'speak', seconds: 40, text: passages['garden-gate'] }],
    weights: { contour: 0.7, soft: 0.3 },
    targetPaceRatio: 1,
    contour: calmSentence,
  },
  'do-not-match': {
    practice: 'do-not-match-the-volume',
    phases: [
      hears('outage-at-the-shop', 'opening-annoyed-1'),
      answer(6, firstAnswer),
      hears('outage-at-the-shop', 'opening-angry-1'),
      answer(6, secondAnswer),
      hears('outage-at-the-shop', 'opening-peak-1'),
      answer(6, thirdAnswer),
      hears('outage-at-the-shop', 'losses-peak-1'),
      answer(6, firstAnswer),
    ],
    weights: { soft: 0.7, listening: 0.3 },
    targetPaceRatio: 1,
  },
  'breath-reset': {
    practice: 'brief-silence',
    phases: [
      { kind: 'breathe', seconds: 48 },
      { kind: 'speak', seconds: 12, text: closingText },
    ],
    weights: { listening: 0.4, soft: 0.3, pace: 0.3 },
    targetPaceRatio: 0.95,
  },
  'soft-warning': {
    practice: 'set-boundaries',
    phases: [
      hears('wrong-refund', 'insult-angry-2'),
      answer(13, warningText),
      hears('wrong-refund', 'insult-peak-1'),
      answer(13, warningText),
    ],
    weights: { soft: 0.5, pace: 0.2, listening: 0.3 },
    targetPaceRatio: 1,
  },
};

/** Returns a drill that is ready to run. @param clipSeconds returns the length of a clip */
export function drill(id: DrillId, clipSeconds: (clip: string) => number): Drill {
  const plan = drillPlans[id];
  const phases = plan.phases.map(
    (phase): DrillPhase => (phase.kind === 'caller' ? { ...phase, seconds: clipSeconds(phase.clip) } : phase),
  );
  return { contour: null, ...plan, id, phases };
}
