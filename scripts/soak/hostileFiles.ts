import { decodeHostile, type HostileOutcome } from '../../tests/support/hostileAudio.ts';
import { hostileFormats } from '../../tests/support/hostileFormats.ts';
import type { SoakPart } from './soakPart.ts';

const longestMilliseconds = 5_000;

export const hostileFiles: SoakPart = {
  name: 'hostile-files',
  title: 'Mutated audio files',
  count: 12_000,
  async run({ seed, count }) {
    const formats = Object.entries(hostileFormats);
    const outcomes: HostileOutcome[] = [];
    const failures: string[] = [];
    for (let i = 0; i < count; i++) {
      const [name, bytes] = formats[i % formats.length]!;
      const fileSeed = seed + Math.floor(i / formats.length);
      const outcome = await decodeHostile(bytes, fileSeed);
      outcomes.push(outcome);
      if (outcome.kind === 'raw') failures.push(`${name}, seed ${fileSeed}: ${String(outcome.error)}`);
      if (outcome.milliseconds > longestMilliseconds) {
        failures.push(`${name}, seed ${fileSeed}: ${outcome.milliseconds.toFixed(0)} ms`);
      }
    }
    const of = (kind: HostileOutcome['kind']) => String(outcomes.filter((outcome) => outcome.kind === kind).length);
    const longest = Math.max(...outcomes.map(({ milliseconds }) => milliseconds));
    return {
      figures: [
        [`mutations, of ${formats.length} formats by ${Math.ceil(count / formats.length)} seeds`, String(count)],
        ['refused with a sentence', of('refused')],
        ['read up to a break that is reported', of('broken')],
        ['read to the end', of('decoded')],
        ['errors without a type, or samples that are not numbers', of('raw')],
        ['longest time', `${longest.toFixed(0)} ms`],
      ],
      failures,
    };
  },
};
