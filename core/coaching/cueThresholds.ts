import type { CallConfig } from '../config/callConfig.ts';
import type { CueKind } from '../model/cue.ts';
import { cueKinds } from '../model/cue.ts';
import type { CueConfig } from './cueRules.ts';

interface Threshold {
  /** Returns the value from which the cue's condition builds up. */
  read(config: CueConfig): number;
  /** Returns the configuration with that value and all related ones moved by `by`. */
  moved(config: CueConfig, by: number): CueConfig;
}

const withCues = (config: CueConfig, cues: Partial<CueConfig['cues']>): CueConfig => ({
  ...config,
  cues: { ...config.cues, ...cues },
});
const movedBand = <Band extends { readonly on: number; readonly off: number }>(band: Band, by: number): Band => ({
  ...band,
  on: band.on + by,
  off: band.off + by,
});

const thresholds: Readonly<Record<CueKind, Threshold>> = {
  'let-them-finish': {
    read: ({ cues }) => cues.letThemFinish.overlapSeconds,
    moved(config, by) {
      const { letThemFinish } = config.cues;
      return withCues(config, {
        letThemFinish: {
          ...letThemFinish,
          overlapSeconds: letThemFinish.overlapSeconds + by,
          backchannelOverlapSeconds: letThemFinish.backchannelOverlapSeconds + by,
        },
      });
    },
  },
  softer: {
    read: ({ cues }) => cues.softer.on,
    moved: (config, by) => withCues(config, { softer: movedBand(config.cues.softer, by) }),
  },
  slower: {
    read: ({ cues }) => cues.slower.on,
    moved(config, by) {
      const slower = movedBand(config.cues.slower, by);
      const absoluteFast = (config.rate.absoluteFast * slower.on) / config.cues.slower.on;
      return { ...withCues(config, { slower }), rate: { ...config.rate, absoluteFast } };
    },
  },
  'dead-air': {
    read: ({ cues }) => cues.deadAirSeconds,
    moved: (config, by) => withCues(config, { deadAirSeconds: config.cues.deadAirSeconds + by }),
  },
  'pitch-raised': {
    read: ({ cues }) => cues.pitchRaised.on,
    moved: (config, by) => withCues(config, { pitchRaised: movedBand(config.cues.pitchRaised, by) }),
  },
  hold: {
    read: ({ wave }) => wave.peakFloor,
    moved: (config, by) => ({ ...config, wave: { ...config.wave, peakFloor: config.wave.peakFloor + by } }),
  },
  louder: {
    read: ({ cues }) => cues.louder.on,
    moved: (config, by) => withCues(config, { louder: movedBand(config.cues.louder, by) }),
  },
};

/**
 * Returns the configuration with the thresholds moved by the agent's marks. For the cue rules only: the measures of the
 * report use the original configuration.
 */
export function movedThresholds(config: CueConfig & Pick<CallConfig, 'cueChoices'>): CueConfig {
  return cueKinds.reduce<CueConfig>((moved, kind) => {
    const { step, maxSteps } = config.cues.thresholdSteps[kind];
    const steps = Math.min(maxSteps, Math.max(0, config.cueChoices.thresholdSteps[kind]));
    return steps === 0 ? moved : thresholds[kind].moved(moved, steps * step);
  }, config);
}

/** Returns the value from which a kind's condition builds up, in the unit of the kind's metric. */
export function cueThreshold(kind: CueKind, config: CueConfig): number {
  return thresholds[kind].read(config);
}
