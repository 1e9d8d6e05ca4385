import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { WebSocket as NodeSocket } from 'ws';
import { bulkPath } from '../../../contract/streamContract.ts';
import { baselineSchema } from '../../../core/model/baseline.ts';
import { roles } from '../../../core/model/role.ts';
import type { E2eApp } from './e2eApp.ts';
import { baselinePath, fileRateHz, type SampleId, sampleChannels } from './e2eSounds.ts';

declare global {
  interface Window {
    /** The page no longer receives messages from the app. */
    isHeld: boolean;
  }
}

const labels = { agent: 'Headset', customer: 'Telephone' };
const stepSeconds = 0.1;
const haste = 8;

interface Party {
  readonly samples: Float32Array;
  readonly socket: NodeSocket;
}

/**
 * A live call for tests of the screen: this process replaces the page that captures it, and can have the app hear a
 * sample call faster than it was spoken. A page that is loaded finds the call running; its screen can be frozen.
 */
export class StagedCall {
  readonly #parties: readonly Party[];
  readonly #end: () => Promise<unknown>;
  #position = 0;
  #isOver = false;

  private constructor(parties: readonly Party[], end: () => Promise<unknown>) {
    this.#parties = parties;
    this.#end = end;
  }

  /** Starts the call with the baseline of the samples' agent. The app must have been opened. */
  static async start(app: E2eApp, id: SampleId): Promise<StagedCall> {
    const { client, close } = await app.connect();
    const channels = await sampleChannels(id);
    const opened = await Promise.all(
      roles.map(async (role) => {
        const label = labels[role];
        const stream = { kind: 'pcm', label, sampleRateHz: fileRateHz, appliedSettings: {} } as const;
        const { streamId } = await client.streams.open(stream);
        const party = { samples: channels[role], socket: await app.openSocket(bulkPath(streamId)) };
        return { party, input: { role, source: { kind: 'page', streamId } as const } };
      }),
    );
    const baseline = baselineSchema.parse(JSON.parse(await readFile(baselinePath, 'utf8')));
    const { sessionId } = await client.live.start({ inputs: opened.map(({ input }) => input), baseline });
    return new StagedCall(
      opened.map(({ party }) => party),
      async () => {
        await client.live.stop({ sessionId });
        close();
      },
    );
  }

  /** Fast-forwards to a moment of the call, which then continues in real time. */
  async hastenTo(seconds: number): Promise<void> {
    while (this.#position < seconds) {
      this.#step();
      await setTimeout((1000 * stepSeconds) / haste);
    }
    void this.#goOn();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#end();
    for (const { socket } of this.#parties) socket.close();
  }

  async #goOn(): Promise<void> {
    const startMs = performance.now() - 1000 * this.#position;
    while (!this.#isOver) {
      while (this.#position < (performance.now() - startMs) / 1000) this.#step();
      await setTimeout(1000 * stepSeconds);
    }
  }

  #step(): void {
    const from = Math.round(this.#position * fileRateHz);
    this.#position += stepSeconds;
    for (const { samples, socket } of this.#parties) {
      socket.send(samples.slice(from, Math.round(this.#position * fileRateHz)));
    }
  }
}

/** Freezes the page, which `makeHoldable` must have prepared. */
export async function holdScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.isHeld = true;
  });
}

/** An init script: has a page drop the messages of its sockets while it is frozen. */
export function makeHoldable(): void {
  const { addEventListener } = WebSocket.prototype;
  WebSocket.prototype.addEventListener = function (type: string, listener: (event: Event) => void, options?: object) {
    const heed = (event: Event) => (window.isHeld && type === 'message' ? undefined : listener(event));
    addEventListener.call(this, type, heed as EventListener, options);
  };
}
