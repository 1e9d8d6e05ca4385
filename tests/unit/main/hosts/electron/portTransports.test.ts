import type { MessagePortMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { bulkTransport, rpcTransport } from '../../../../../main/hosts/electron/portTransports.ts';
import { MessageChannelMain, type PortStandIn } from '../../../../support/electronStandIn.ts';

/** Returns a transport's port and the page's end of it. */
function openChannel() {
  const { port1, port2 } = new MessageChannelMain();
  return { hostPort: port1 as unknown as MessagePortMain, pagePort: port2 };
}

function nextEvent(port: PortStandIn, name: 'message' | 'close'): Promise<unknown> {
  return new Promise((resolve) => port.once(name, (event?: { data: unknown }) => resolve(event?.data)));
}

describe('rpcTransport', () => {
  it('carries messages both ways', async () => {
    const { hostPort, pagePort } = openChannel();
    const transport = rpcTransport(hostPort);
    const received = new Promise((resolve) => transport.onMessage(resolve));
    pagePort.start();
    const answer = nextEvent(pagePort, 'message');
    pagePort.postMessage('call');
    expect(await received).toBe('call');
    await transport.send('answer');
    expect(await answer).toBe('answer');
    pagePort.close();
  });

  it('reports its end once, whichever side ends it', async () => {
    for (const side of ['host', 'page']) {
      const { hostPort, pagePort } = openChannel();
      const transport = rpcTransport(hostPort);
      let ends = 0;
      const ended = new Promise<void>((resolve) =>
        transport.onClose(() => {
          ends += 1;
          resolve();
        }),
      );
      transport.onMessage(() => {});
      const pageEnded = nextEvent(pagePort, 'close');
      if (side === 'host') transport.refuse();
      else pagePort.close();
      await ended;
      if (side === 'host') await pageEnded;
      expect(ends).toBe(1);
    }
  });
});

describe('bulkTransport', () => {
  it('accepts frames of bytes and lines of text', async () => {
    const { hostPort, pagePort } = openChannel();
    const transport = bulkTransport(hostPort);
    const messages: unknown[] = [];
    const both = new Promise<void>((resolve) =>
      transport.onMessage((message) => messages.push(message) === 2 && resolve()),
    );
    pagePort.postMessage(Uint8Array.of(1, 2, 3).buffer);
    pagePort.postMessage('"end"');
    await both;
    expect(messages).toEqual([Uint8Array.of(1, 2, 3), '"end"']);
    pagePort.close();
  });

  it('cuts off a page that sends anything else, such as the remains of a transferred frame', async () => {
    const { hostPort, pagePort } = openChannel();
    const transport = bulkTransport(hostPort);
    const ended = new Promise<void>((resolve) => transport.onClose(resolve));
    transport.onMessage(() => {});
    const frame = new ArrayBuffer(8);
    pagePort.postMessage(frame, [frame]);
    await expect(ended).resolves.toBeUndefined();
  });
});
