/**
 * `node samples/practice/makeClips.ts` makes the voices of the practice. Only clips with changed words are made again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ClipManifest, cardClip, clipManifestSchema, lineClip } from '../../core/model/clipManifest.ts';
import { type CardLine, learningCardsSchema } from '../../core/model/learningCard.ts';
import { type Intensity, type Scenario, scenarioSchema } from '../../core/model/scenario.ts';
import { allLines } from '../../core/model/scenarioLines.ts';
import { runTool } from '../soundTools.ts';
import { SAMPLE_RATE_HZ, speak } from '../speak.ts';
import { type Voice, voices } from '../story.ts';

/** A caller's manner of speaking per intensity: louder, higher (by the effort) and faster. */
const manners: Readonly<Record<Intensity, { effortDb: number; wpm: number }>> = {
  calm: { effortDb: -1, wpm: 155 },
  annoyed: { effortDb: 3, wpm: 168 },
  angry: { effortDb: 6.5, wpm: 180 },
  peak: { effortDb: 9.5, wpm: 190 },
};
/** Callers of the same sex sound different: the scenarios use these voices in turn, by their ids. */
const espeakVoices = { man: ['en-us+m7', 'en-gb+m3', 'en+m1'], woman: ['en-us+f2', 'en-gb-x-rp+f4', 'en+f5'] } as const;
const LEVEL_DBFS = -27;
const BITS_PER_SECOND = 14_000;

const here = import.meta.dirname;
const clipsFolder = join(here, 'clips');
const manifestPath = join(clipsFolder, 'manifest.json');

/** A clip to make: its name, its entry in the manifest, and the sound. */
interface Clip {
  readonly name: string;
  readonly text: string;
  readonly sound: () => Float32Array;
}

function readScenarios(): readonly Scenario[] {
  const folder = join(here, 'scenarios');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => scenarioSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

function scenarioClips(): readonly Clip[] {
  const scenarios = readScenarios();
  return scenarios.flatMap((scenario) => {
    const alike = scenarios.filter(({ caller }) => caller.voice === scenario.caller.voice);
    const choices = espeakVoices[scenario.caller.voice];
    const voice: Voice = { espeakVoice: choices[alike.indexOf(scenario) % choices.length]!, levelDbfs: LEVEL_DBFS };
    return allLines(scenario).map(({ id, text, intensity }) => ({
      name: lineClip(scenario.id, id),
      text,
      sound: () => speak(voice, { text, ...manners[intensity] }).samples,
    }));
  });
}

function cardClips(): readonly Clip[] {
  const { cards } = learningCardsSchema.parse(JSON.parse(readFileSync(join(here, 'cards.json'), 'utf8')));
  return cards.flatMap(({ id, hear }) =>
    (['poor', 'good'] as const).map((manner) => ({
      name: cardClip(id, manner),
      text: JSON.stringify(hear[manner]),
      sound: () => dialogue(hear[manner]),
    })),
  );
}

/** Returns the lines one after the other, in one channel. */
function dialogue(lines: readonly CardLine[]): Float32Array {
  let end = 0;
  const placed = lines.map((line) => {
    const { samples } = speak(voices[line.role], line);
    const start = Math.max(0, end + Math.round(line.gapSeconds * SAMPLE_RATE_HZ));
    end = start + samples.length;
    return { start, samples };
  });
  const mix = new Float32Array(Math.max(...placed.map(({ start, samples }) => start + samples.length)));
  for (const { start, samples } of placed) for (const [i, sample] of samples.entries()) mix[start + i]! += sample;
  return mix.map((sample) => Math.max(-1, Math.min(1, sample)));
}

function writeOpus(path: string, samples: Float32Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const input = ['-f', 'f32le', '-ar', `${SAMPLE_RATE_HZ}`, '-ac', '1', '-i', 'pipe:0'];
  const coding = ['-c:a', 'libopus', '-b:a', `${BITS_PER_SECOND}`, '-application', 'voip'];
  // Without a random stream number and a date, the same words produce the same bytes.
  const exact = ['-fflags', '+bitexact', '-flags:a', '+bitexact', '-map_metadata', '-1'];
  runTool('ffmpeg', ['-v', 'error', '-y', ...input, ...coding, ...exact, path], new Uint8Array(samples.buffer));
}

function makeClips(): void {
  const old: ClipManifest = existsSync(manifestPath)
    ? clipManifestSchema.parse(JSON.parse(readFileSync(manifestPath, 'utf8')))
    : { schema: 'softspoken.clips/1', clips: {} };
  const clips: ClipManifest['clips'] = {};
  let made = 0;
  for (const { name, text, sound } of [...scenarioClips(), ...cardClips()]) {
    const known = old.clips[name];
    const path = join(clipsFolder, `${name}.opus`);
    if (known?.text === text && existsSync(path)) {
      clips[name] = known;
      continue;
    }
    const samples = sound();
    writeOpus(path, samples);
    clips[name] = { seconds: Math.round((1000 * samples.length) / SAMPLE_RATE_HZ) / 1000, text };
    made += 1;
  }
  for (const name of Object.keys(old.clips)) if (!(name in clips)) rmSync(join(clipsFolder, `${name}.opus`));
  const manifest: ClipManifest = { schema: 'softspoken.clips/1', clips };
  writeFileSync(manifestPath, `${JSON.stringify(clipManifestSchema.parse(manifest), null, 1)}\n`);
  const seconds = Object.values(clips).reduce((sum, clip) => sum + clip.seconds, 0);
  console.log(`${Object.keys(clips).length} clips, ${Math.round(seconds)} s, ${made} made again`);
}

makeClips();
