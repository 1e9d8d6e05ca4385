import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SpeechActivity } from '../../../../core/activity/speechActivity/speechActivity.ts';
import { loadSpeechModel, type SpeechModel } from '../../../../main/analysis/speechModel.ts';
import { openFileSource } from '../../../../main/capture/file/fileSource.ts';
import { drain } from '../../../support/decodedAudio.ts';
import { amplitudeOfDb, chunksOf, concat, mix, silence, whiteNoise } from '../../../support/signals.ts';

/** Two channels at 16 kHz, one per party. */
const sampleCall = fileURLToPath(new URL('../../../../samples/matching-the-anger/call.flac', import.meta.url));

let model: SpeechModel;
let wholeAgent: Float32Array;
let wholeCustomer: Float32Array;
let agent: Float32Array;
let customer: Float32Array;

beforeAll(async () => {
  model = await loadSpeechModel();
  const { channels } = await drain(await openFileSource(sampleCall));
  [wholeAgent, wholeCustomer] = [channels[0]!, channels[1]!];
  agent = wholeAgent.slice(0, 8 * 16_000);
  customer = wholeCustomer.slice(0, 8 * 16_000);
});

const probabilitiesOf = (samples: Float32Array) => model.open().push(samples);

describe('the speech model', () => {
  it('is loaded once', () => {
    expect(loadSpeechModel()).toBe(loadSpeechModel());
  });

  it('returns one probability for each completed window of 512 samples', async () => {
    expect(await probabilitiesOf(agent)).toHaveLength(Math.floor(agent.length / 512));
    expect(await probabilitiesOf(agent.subarray(0, 511))).toHaveLength(0);
  });

  it('detects a voice, and none in noise and silence', async () => {
    expect(Math.max(...(await probabilitiesOf(agent)))).toBeGreaterThan(0.9);
    expect(Math.max(...(await probabilitiesOf(whiteNoise(3, 0.01))))).toBeLessThan(0.5);
    expect((await probabilitiesOf(silence(3))).at(-1)).toBe(0);
  });

  it('returns the same probabilities for any chunking', async () => {
    const voice = agent.subarray(0, 2 * 16_000);
    const expected = await probabilitiesOf(voice);
    const lengths = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lengths, async (chunkLengths) => {
        const stream = model.open();
        const parts: Float32Array[] = [];
        for (const chunk of chunksOf(voice, chunkLengths)) parts.push(await stream.push(chunk));
        expect(concat(...parts)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps channels separate that are pushed together', async () => {
    const alone = [await probabilitiesOf(agent), await probabilitiesOf(customer)];
    const together = await Promise.all([probabilitiesOf(agent), probabilitiesOf(customer)]);
    // Runs with a different number of channels may round differently.
    for (const [channel, expected] of alone.entries()) {
      const furthest = expected.map((value, window) => Math.abs(value - together[channel]![window]!));
      expect(Math.max(...furthest)).toBeLessThan(1e-4);
    }
  });

  it('rejects samples while the previous ones are being processed', async () => {
    const stream = model.open();
    const first = stream.push(agent);
    await expect(stream.push(agent)).rejects.toThrow(RangeError);
    await first;
    await expect(stream.push(agent)).resolves.toHaveLength(Math.floor(agent.length / 512));
  });
});

describe("speech activity on the model's output", () => {
  async function speechIn(samples: Float32Array): Promise<boolean[]> {
    const activity = new SpeechActivity();
    const frames = [...activity.push(samples, await probabilitiesOf(samples)), ...activity.flush()];
    return [...frames.flatMap(({ decided }) => decided ?? []), ...activity.rest()].map(({ speech }) => speech);
  }

  it('excludes a voice in the room that the model also detects', async () => {
    const room = wholeCustomer.map((sample) => sample * amplitudeOfDb(-26));
    const [clean, withRoom, other] = await Promise.all([
      speechIn(wholeAgent),
      speechIn(mix(wholeAgent, room)),
      speechIn(wholeCustomer),
    ]);
    const heard = await probabilitiesOf(mix(wholeAgent, room));
    const share = (frames: readonly number[]) => frames.filter((frame) => withRoom[frame]).length / frames.length;
    const settled = [...clean.keys()].slice(10 * 100);
    expect(share(settled.filter((frame) => clean[frame]))).toBeGreaterThan(0.9);
    const roomAlone = settled.filter((frame) => !clean[frame] && other[frame]);
    const heardInRoom = roomAlone.filter((frame) => heard[Math.floor((frame * 160) / 512)]! > 0.5);
    expect(heardInRoom.length / roomAlone.length).toBeGreaterThan(0.5);
    expect(share(roomAlone)).toBeLessThan(0.1);
  });
});
