import { cueKinds } from '../model/cue.ts';
import { recordOf } from '../model/recordOf.ts';
import type { Settings } from '../model/settings.ts';
import { type CallConfig, defaultCallConfig } from './callConfig.ts';

/** The configuration of a call with the agent's settings for cues: which are enabled, their thresholds, and whether any is shown. */
export function callConfigFor({ cueMode, cues }: Pick<Settings, 'cueMode' | 'cues'>): CallConfig {
  return {
    ...defaultCallConfig,
    cueChoices: {
      isShown: cueMode === 'coach',
      enabled: recordOf(cueKinds, (kind) => cues[kind].enabled),
      thresholdSteps: recordOf(cueKinds, (kind) => cues[kind].thresholdSteps),
    },
  };
}
