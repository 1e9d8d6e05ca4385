import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { sileroSequence } from '../../../../../main/analysis/silero/sileroSequence.ts';
import { loadSpeechModel } from '../../../../../main/analysis/speechModel.ts';
import { openFileSource } from '../../../../../main/capture/file/fileSource.ts';
import { drain } from '../../../../support/decodedAudio.ts';

const sampleCall = fileURLToPath(new URL('../../../../../samples/matching-the-anger/call.flac', import.meta.url));
const modelFile = createRequire(import.meta.url).resolve('@ricky0123/vad-web/dist/silero_vad_v6.onnx');

let published: Uint8Array;

beforeAll(async () => {
  published = await readFile(modelFile);
});

/** Runs the published model window by window, each preceded by the last 64 samples of the previous window. */
async function publishedProbabilities(samples: Float32Array): Promise<number[]> {
  const session = await InferenceSession.create(published);
  const sr = new Tensor('int64', BigInt64Array.of(16_000n), []);
  const found: number[] = [];
  let state = new Tensor('float32', new Float32Array(256), [2, 1, 128]);
  for (let end = 512; end <= samples.length; end += 512) {
    const input = new Float32Array(576);
    const start = Math.max(0, end - 576);
    input.set(samples.subarray(start, end), 576 - (end - start));
    const { output, stateN } = await session.run({ input: new Tensor('float32', input, [1, 576]), state, sr });
    found.push(Number(output!.data[0]));
    state = new Tensor('float32', stateN!.data as Float32Array, [2, 1, 128]);
  }
  return found;
}

describe('the speech model as a graph for sequences', () => {
  it('returns the same probabilities as the published one', async () => {
    const { channels } = await drain(await openFileSource(sampleCall));
    const samples = channels[0]!.slice(0, 5 * 16_000);
    const expected = await publishedProbabilities(samples);
    const model = await loadSpeechModel();
    const found = await model.open({ admits: () => true }).push(samples);
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.9);
    expect(found).toHaveLength(expected.length);
    for (const [window, probability] of expected.entries()) expect(found[window]).toBeCloseTo(probability, 5);
  });

  it('is rejected for a model without its weights', () => {
    expect(() => sileroSequence(new Uint8Array(0))).toThrow(RangeError);
  });
});
