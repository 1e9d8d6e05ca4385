import { afterEach, describe, expect, it } from 'vitest';
import { bulkFrameMaxBytes, bulkWindowBytes } from '../../../../contract/streamContract.ts';
import { AppError } from '../../../../core/model/appError.ts';
import { createBulkChannel } from '../../../../renderer/host/bulkChannel.ts';
import { messagePortTransport } from '../../../../renderer/host/bulkTransports.ts';

const framesInWindow = bulkWindowBytes / bulkFrameMaxBytes;
const fullFrame = () => new ArrayBuffer(bulkFrameMaxBytes);
const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A channel whose host counts the bytes it receives and acknowledges them on request. */
function channelWithHost() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const received: unknown[] = [];
  let bytes = 0;
  port2.addEventListener('message', ({ data }) => {
    received.push(data);
    if (data instanceof ArrayBuffer) bytes += data.byteLength;
  });
  port2.start();
  const until = async (count: number) => {
    while (received.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    channel: createBulkChannel(messagePortTransport(port1)),
    host: port2,
    received,
    until,
    acknowledge: (as: 'text' | 'object' = 'text') =>
      port2.postMessage(as === 'text' ? JSON.stringify({ receivedBytes: bytes }) : { receivedBytes: bytes }),
  };
}

async function fillWindow({ channel, until }: ReturnType<typeof channelWithHost>): Promise<void> {
  for (let frame = 0; frame < framesInWindow; frame += 1) await channel.send(fullFrame());
  await until(framesInWindow);
}

describe('a bulk channel', () => {
  it('sends no more than the window before the host has acknowledged', async () => {
    const setup = channelWithHost();
    await fillWindow(setup);
    expect(setup.channel.trySend(new ArrayBuffer(1))).toBe(false);

    let isSent = false;
    const waiting = setup.channel.send(fullFrame()).then(() => {
      isSent = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSent).toBe(false);

    setup.acknowledge();
    await waiting;
    await setup.until(framesInWindow + 1);
    expect(setup.received).toHaveLength(framesInWindow + 1);
  });

  it('understands an acknowledgement as text and as an object', async () => {
    for (const form of ['text', 'object'] as const) {
      const setup = channelWithHost();
      await fillWindow(setup);
      const waiting = setup.channel.send(fullFrame());
      setup.acknowledge(form);
      await expect(waiting).resolves.toBeUndefined();
    }
  });

  it('ignores messages that are not acknowledgements', async () => {
    const setup = channelWithHost();
    await fillWindow(setup);
    for (const nonsense of ['{', '"end"', { receivedBytes: -1 }, null]) setup.host.postMessage(nonsense);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(setup.channel.trySend(new ArrayBuffer(1))).toBe(false);
  });

  it('sends frames whole, in order, and then the end', async () => {
    const { channel, received, until } = channelWithHost();
    await channel.send(new Uint8Array([1, 2]).buffer);
    await channel.send(new Uint8Array([3]).buffer);
    channel.end();
    await until(3);
    expect(received.slice(0, 2).map((frame) => [...new Uint8Array(frame as ArrayBuffer)])).toEqual([[1, 2], [3]]);
    expect(received[2]).toBe('"end"');
  });

  it('rejects a waiting send when the host has closed', async () => {
    const setup = channelWithHost();
    await fillWindow(setup);
    const waiting = setup.channel.send(fullFrame());
    setup.host.close();
    await expect(waiting).rejects.toBeInstanceOf(AppError);
  });

  it('rejects a frame above the contract’s size', () => {
    const { channel } = channelWithHost();
    expect(() => channel.trySend(new ArrayBuffer(bulkFrameMaxBytes + 1))).toThrow(RangeError);
  });
});
