import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type AudioContent, audioAnswer } from '../../../../main/pages/audioContent.ts';

function trackedContent(bytes: AudioContent['bytes']) {
  let closed = 0;
  const content: AudioContent = {
    sizeBytes: 4,
    bytes,
    close() {
      closed += 1;
      return Promise.resolve();
    },
  };
  return { content, closed: () => closed };
}

async function* fourBytes(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(1, 2);
  yield Uint8Array.of(3, 4);
}

describe('the answer with a call’s audio', () => {
  it('closes the audio once it is read', async () => {
    const { content, closed } = trackedContent(fourBytes);
    const { body } = await audioAnswer(content, undefined);
    expect([...(await buffer(body!))]).toEqual([1, 2, 3, 4]);
    await expect.poll(closed).toBe(1);
  });

  it('closes it when it is given up in the middle', async () => {
    const { content, closed } = trackedContent(fourBytes);
    const { body } = await audioAnswer(content, undefined);
    for await (const _piece of body!) break;
    await expect.poll(closed).toBe(1);
  });

  it('closes it when nobody began to read', async () => {
    const { content, closed } = trackedContent(fourBytes);
    const { body } = await audioAnswer(content, undefined);
    body!.destroy();
    await expect.poll(closed).toBe(1);
  });

  it('closes it when it cannot be read, and reports why', async () => {
    const { content, closed } = trackedContent(async function* () {
      yield Uint8Array.of(1);
      throw new Error('the disk is gone');
    });
    const { body } = await audioAnswer(content, undefined);
    await expect(buffer(body!)).rejects.toThrow('the disk is gone');
    await expect.poll(closed).toBe(1);
  });

  it('closes it immediately if there is no body', async () => {
    const { content, closed } = trackedContent(fourBytes);
    const { body } = await audioAnswer(content, undefined, false);
    expect(body).toBeUndefined();
    expect(closed()).toBe(1);
  });
});
