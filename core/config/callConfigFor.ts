import { cueKinds } from '../model/cue.ts';
import type { Settings } from '../model/settings.ts';
import { type CallConfig, defaultCallConfig } from './callConfig.ts';

/** The configuration of a call with the agent's own choices about cues: which come, from where on, and whether any is shown. */
export function callConfigFor({ cueMode, cues }: Pick<Settings, 'cueMode' | 'cues'>): CallConfig {
  const ofEachKind = <T>(of: (cue: Settings['cues'][keyof Settings['cues']]) => T) =>
    Object.fromEntries(cueKinds.map((kind) => [kind, of(cues[kind])])) as Record<keyof Settings['cues'], T>;
  return {
    ...defaultCallConfig,
    cueChoices: {
      isShown: cueMode === 'coach',
      enabled: ofEachKind(({ enabled }) => enabled),
      thresholdSteps: ofEachKind(({ thresholdSteps }) => thresholdSteps),
    },
  };
}
