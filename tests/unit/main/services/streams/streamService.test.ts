import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bulkFrameMaxBytes, bulkWindowBytes } from '../../../../../contract/streamContract.ts';
import { FINE_DELAY_SAMPLES } from '../../../../../core/audio/fineResampler.ts';
import { type BulkTransport, serveBulk } from '../../../../../main/rpc/bulkConnection.ts';
import type { BulkReceiver } from '../../../../../main/services/streams/streamService.ts';
import { settle, startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

let test: TestServices;

beforeEach(async () => {
  test = await startTestServices();
});

afterEach(() => test.close());

async function openPage() {
  const { streamId } = await test.services.streams.open({
    kind: 'pcm',
    sampleRateHz: 48_000,
    label: 'Desk microphone',
    appliedSettings: { echoCancellation: false },
  });
  return { streamId, receiver: test.services.streams.connect(streamId), source: test.services.streams.page(streamId) };
}

describe('streams', () => {
  it('turns a page’s bytes into samples, wherever the frame is in memory', async () => {
    const { receiver, source } = await openPage();
    const reader = source[Symbol.asyncIterator]();
    const pushed = new Float32Array(64).fill(0.25);
    const bytes = new Uint8Array(257);
    bytes.set(new Uint8Array(pushed.buffer), 1);
    expect(await receiver.receive(bytes.subarray(1))).toBe(256);
    const { value } = await reader.next();
    const [samples] = value?.type === 'samples' ? value.channels : [];
    expect(samples?.subarray(FINE_DELAY_SAMPLES)).toEqual(pushed.subarray(FINE_DELAY_SAMPLES));
  });

  it('loses a page that sends half a sample', async () => {
    const { receiver, source } = await openPage();
    await expect(receiver.receive(new Uint8Array(6))).rejects.toMatchObject({ code: 'unsupported-format' });
    expect(source.isClosed).toBe(true);
  });

  it('drops a stream that receives nothing', async () => {
    const { streamId } = await openPage();
    test.clock.advance(50);
    await settle();
    expect(test.services.streams.page(streamId).label).toBe('Desk microphone');
    test.clock.advance(30);
    await settle();
    expect(() => test.services.streams.page(streamId)).toThrow('no longer captures');
  });

  it('keeps a finished upload longer than an idle one', async () => {
    const { streams } = test.services;
    const idle = await streams.open({ kind: 'upload', name: 'a', sizeBytes: 1 });
    const finished = await streams.open({ kind: 'upload', name: 'b', sizeBytes: 0 });
    await streams.connect(finished.streamId).end();
    test.clock.advance(120);
    await settle();
    expect(() => streams.takeUpload(idle.streamId)).toThrow('over');
    expect(streams.takeUpload(finished.streamId).isComplete).toBe(true);
  });

  it('rejects more streams than it can handle', async () => {
    for (let i = 0; i < 16; i++) await openPage();
    await expect(openPage()).rejects.toMatchObject({ code: 'too-many' });
  });
});

class FakeTransport implements BulkTransport {
  readonly sent: string[] = [];
  outcome: 'done' | 'failed' | undefined;
  message: (message: Uint8Array | string) => void = () => {};
  hangUp: () => void = () => {};

  send(text: string): void {
    this.sent.push(text);
  }

  close(outcome: 'done' | 'failed'): void {
    this.outcome = outcome;
    this.hangUp();
  }

  onMessage(listener: (message: Uint8Array | string) => void): void {
    this.message = listener;
  }

  onClose(listener: () => void): void {
    this.hangUp = listener;
  }
}

describe('a stream’s connection', () => {
  it('keeps frames in order while they are being written', async () => {
    const order: number[] = [];
    let total = 0;
    const receiver: BulkReceiver = {
      async receive(bytes) {
        await settle();
        order.push(bytes[0]!);
        total += bytes.length;
        return total;
      },
      end: async () => void order.push(-1),
      disconnect: async () => {},
    };
    const transport = new FakeTransport();
    serveBulk(receiver, transport, test.logger);
    for (const n of [1, 2, 3]) transport.message(new Uint8Array([n]));
    transport.message('"end"');
    await expect.poll(() => transport.outcome).toBe('done');
    expect(order).toEqual([1, 2, 3, -1]);
    expect(transport.sent).toEqual([1, 2, 3].map((receivedBytes) => JSON.stringify({ receivedBytes })));
  });

  it('cuts off a page that sends more than the window before it is acknowledged', async () => {
    let release = () => {};
    const stuck = new Promise<void>((resolve) => {
      release = resolve;
    });
    const receiver: BulkReceiver = {
      receive: () => stuck.then(() => 0),
      end: async () => {},
      disconnect: async () => {},
    };
    const transport = new FakeTransport();
    serveBulk(receiver, transport, test.logger);
    const frame = new Uint8Array(bulkFrameMaxBytes);
    for (let i = 0; i < bulkWindowBytes / bulkFrameMaxBytes; i++) transport.message(frame);
    await settle();
    expect(transport.outcome).toBeUndefined();
    transport.message(frame);
    expect(transport.outcome).toBe('failed');
    release();
  });

  it('logs an unexpected failure once and disconnects', async () => {
    const receiver: BulkReceiver = {
      receive: () => Promise.reject(new Error('disk on fire')),
      end: async () => {},
      disconnect: async () => {},
    };
    const transport = new FakeTransport();
    serveBulk(receiver, transport, test.logger);
    transport.message(new Uint8Array(1));
    transport.message(new Uint8Array(1));
    await settle();
    expect(transport.outcome).toBe('failed');
    expect(test.logger.errors).toHaveLength(1);
  });
});
