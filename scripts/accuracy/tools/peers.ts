import { codeKey, contentKey, type ResultCache } from '../audio/resultCache.ts';
import { detectorTool } from './detectorTool.ts';
import { energyDetector } from './energyDetector.ts';
import { liveDetector, sileroDetector } from './modelDetectors.ts';
import { praat } from './praat.ts';
import { SpeechProbabilities } from './speechProbabilities.ts';
import type { Tool } from './tool.ts';
import { toolNames } from './toolNames.ts';
import { webRtcDetector } from './webRtcDetector.ts';

export interface Peers {
  readonly tools: readonly Tool[];
  readonly praatRelease: string;
  /** The missing tool and how to install it; undefined if none is missing. */
  readonly absent: string | undefined;
}

/** Returns the tools that are measured next to the reports, on the same sound. @throws {Error} if Praat is missing */
export async function peers(root: string, cache: ResultCache): Promise<Peers> {
  const version = (...code: string[]) => codeKey(root, ['scripts/accuracy/tools/detectorTool.ts', ...code]);
  const webRtc = await webRtcDetector();
  const praatTool = praat();
  const speech = new SpeechProbabilities(cache, root);
  const modelVersion = (...code: string[]) =>
    contentKey(speech.version, version('scripts/accuracy/tools/modelDetectors.ts', ...code));
  const tools = [
    detectorTool(toolNames.live, modelVersion('core/activity/speechActivity/*.ts'), liveDetector(speech)),
    detectorTool(toolNames.silero, modelVersion(), sileroDetector(speech)),
    ...(webRtc ? [detectorTool(toolNames.webRtc, version('scripts/accuracy/tools/webRtcDetector.ts'), webRtc)] : []),
    detectorTool(toolNames.energy, version('scripts/accuracy/tools/energyDetector.ts'), energyDetector),
    praatTool,
  ];
  const absent = webRtc
    ? undefined
    : 'WebRTC is left out: the package @echogarden/fvad-wasm is not installed (npm ci).';
  return { tools, praatRelease: praatTool.release, absent };
}
