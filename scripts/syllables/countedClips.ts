import { join } from 'node:path';
import { speak } from '../../samples/speak.ts';
import { joinedSamples } from '../accuracy/audio/joinedSamples.ts';
import { readChannels } from '../accuracy/audio/readChannels.ts';
import { readLabelledSets } from '../accuracy/truth/labelledSet.ts';
import type { Draw } from '../foreground/draw.ts';

/** Sets whose licence lets a model learn from them (CC BY 4.0). */
const SETS: ReadonlySet<string> = new Set(['libri', 'ocean']);

/** The name of the set of espeak-ng's clips; each voice is a speaker. */
export const SYNTHETIC = 'espeak-ng';
const ESPEAK_VOICES = ['en-us', 'en-gb', 'en-gb-scotland', 'en-gb-x-rp', 'en-gb-x-gbcwmd', 'en-gb-x-gbclan', 'en-029'];
const ESPEAK_VARIANTS = ['f1', 'f2', 'f3', 'f4', 'f5', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'];
const SLOWEST_WPM = 95;
const FASTEST_WPM = 290;
const SYNTHETIC_LEVEL_DBFS = -26;
/** Silence before and after a clip, as in a recording. */
const EDGE = new Float32Array(4800);

/** A clip of one person without other sounds, and the number of syllables said in it. */
export interface CountedClip {
  readonly set: string;
  readonly speaker: string;
  readonly text: string;
  readonly samples: Float32Array;
  readonly syllables: number;
}

/** Returns the clips of the sets that may be used for training. */
export async function readCountedClips(dataFolder: string): Promise<readonly CountedClip[]> {
  const clips: CountedClip[] = [];
  for (const set of readLabelledSets(dataFolder).filter(({ kind }) => SETS.has(kind))) {
    for (const { file, speaker = file, text = '', syllables } of set.clips) {
      const [samples] = await readChannels(join(set.folder, file));
      clips.push({
        set: set.kind,
        speaker: `${set.kind}/${speaker}`,
        text,
        samples: samples!,
        syllables: Number(syllables),
      });
    }
  }
  return clips;
}

/** Returns some words of a text, said by espeak-ng in any of its English voices at any speed. */
export function synthesised(text: string, draw: Draw): CountedClip {
  const words = text.split(' ');
  const first = draw.integer(Math.max(1, words.length - 10));
  const said = words.slice(first, first + 6 + draw.integer(14)).join(' ');
  const espeakVoice = `${draw.oneOf(ESPEAK_VOICES)}+${draw.oneOf(ESPEAK_VARIANTS)}`;
  const wpm = Math.round(draw.between(SLOWEST_WPM, FASTEST_WPM));
  const { samples, syllables } = speak(
    { espeakVoice, levelDbfs: SYNTHETIC_LEVEL_DBFS },
    { text: said, wpm, effortDb: 0 },
  );
  return {
    set: SYNTHETIC,
    speaker: `${SYNTHETIC}/${espeakVoice}`,
    text: said,
    samples: joinedSamples([EDGE, samples, EDGE]),
    syllables,
  };
}
