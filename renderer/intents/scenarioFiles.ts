import { isRecordingName } from '../../core/model/recordingFormats.ts';

/** The sound of a line, from a file next to the scenario. */
export interface ScenarioClip {
  readonly line: string;
  readonly seconds: number;
  readonly file: File;
}

export type ScenarioFiles =
  | { readonly ok: true; readonly file: string; readonly text: string; readonly clips: readonly ScenarioClip[] }
  | {
      readonly ok: false;
      readonly file: string;
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

/** A scenario is text; a longer file is something else. */
const maxTextBytes = 60_000;

/** Finds the scenario and its clips among files selected together; each clip is named after the line it speaks. */
export async function readScenarioFiles(files: readonly File[]): Promise<ScenarioFiles> {
  const [scenario, ...others] = files.filter(({ name }) => name.toLowerCase().endsWith('.json'));
  const trouble = (path: string, message: string): ScenarioFiles => ({
    ok: false,
    file: scenario?.name ?? '',
    problems: [{ path, message }],
  });
  if (!scenario) return trouble('(the files)', 'There is no scenario among them. Choose a JSON file.');
  if (others[0]) return trouble(others[0].name, 'This is a second JSON file. Choose one scenario with its clips.');
  if (scenario.size > maxTextBytes)
    return trouble('(the file)', 'This is longer than a scenario can be. Choose another.');
  const clips: ScenarioClip[] = [];
  for (const file of files) {
    if (!isRecordingName(file.name) && !file.type.startsWith('audio/')) continue;
    const seconds = await secondsOf(file);
    if (seconds === undefined) return trouble(file.name, 'This sound cannot be played here. Use Opus or WAV.');
    clips.push({ line: file.name.replace(/\.[^.]*$/, ''), seconds, file });
  }
  return { ok: true, file: scenario.name, text: await scenario.text(), clips };
}

async function secondsOf(file: File): Promise<number | undefined> {
  const context = new OfflineAudioContext(1, 1, 48_000);
  const buffer = await context.decodeAudioData(await file.arrayBuffer()).catch(() => undefined);
  return buffer?.duration;
}
