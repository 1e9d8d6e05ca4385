import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventFan } from '../../../../main/services/eventFan.ts';
import { settle } from '../../../contract/fakes/testServices.ts';

interface Event {
  readonly latest: boolean;
  readonly n: number;
}

function createFan(limits: { maxUnread?: number; maxWatchers?: number } = {}) {
  return new EventFan<Event>({ isLatest: (event) => event.latest, ...limits });
}

async function readAll(events: AsyncIterable<Event>): Promise<Event[]> {
  const all: Event[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const every = (n: number): Event => ({ latest: false, n });
const latest = (n: number): Event => ({ latest: true, n });

describe('EventFan', () => {
  it('gives every watcher every event, after the replay', async () => {
    const fan = createFan();
    const first = readAll(fan.watch([every(0)]));
    const second = readAll(fan.watch([]));
    fan.publish(every(1));
    fan.publish(every(2));
    fan.end();
    expect(await first).toEqual([every(0), every(1), every(2)]);
    expect(await second).toEqual([every(1), every(2)]);
  });

  it('keeps, for a watcher that has not read, the newest of the latest events and all others in order', async () => {
    const events = fc.array(fc.record({ latest: fc.boolean(), n: fc.nat() }), { maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(events, async (published) => {
        const fan = createFan();
        const watch = fan.watch([]);
        for (const event of published) fan.publish(event);
        fan.end();
        const lastLatest = published.findLastIndex((event) => event.latest);
        expect(await readAll(watch)).toEqual(published.filter((event, i) => !event.latest || i === lastLatest));
      }),
    );
  });

  it('drops a watcher that leaves too much unread, and nobody else', async () => {
    const fan = createFan({ maxUnread: 3 });
    const slow = fan.watch([]);
    const quick = readAll(fan.watch([]));
    for (let n = 0; n < 6; n++) {
      fan.publish(every(n));
      await settle();
    }
    fan.end();
    await expect(readAll(slow)).rejects.toMatchObject({ code: 'too-slow' });
    expect(await quick).toHaveLength(6);
  });

  it('never drops a watcher for latest events', async () => {
    const fan = createFan({ maxUnread: 1 });
    const slow = fan.watch([]);
    for (let n = 0; n < 100; n++) fan.publish(latest(n));
    fan.end();
    expect(await readAll(slow)).toEqual([latest(99)]);
  });

  it('drops a watcher when its signal is aborted, read or not', async () => {
    const fan = createFan();
    const controller = new AbortController();
    const unread = fan.watch([every(0)], controller.signal);
    const reading = readAll(fan.watch([], controller.signal));
    controller.abort();
    fan.publish(every(1));
    expect(await reading).toEqual([]);
    expect(await readAll(unread)).toEqual([every(0)]);
  });

  it('drops the oldest watcher when there are too many', async () => {
    const fan = createFan({ maxWatchers: 1 });
    const oldest = readAll(fan.watch([]));
    const newest = readAll(fan.watch([]));
    fan.publish(every(1));
    fan.end();
    expect(await oldest).toEqual([]);
    expect(await newest).toEqual([every(1)]);
  });

  it('gives only the replay to a watcher that joins after the end', async () => {
    const fan = createFan();
    fan.end();
    expect(await readAll(fan.watch([every(7)]))).toEqual([every(7)]);
  });
});
