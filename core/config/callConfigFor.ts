import { cueKinds } from '../model/cue.ts';
import { recordOf } from '../model/recordOf.ts';
import type { Settings } from '../model/settings.ts';
import { type CallConfig, defaultCallConfig } from './callConfig.ts';

/** Returns the default configuration with the agent's cue settings: enabled kinds, threshold steps, and cue display. */
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
