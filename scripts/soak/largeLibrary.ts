import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callQuerySchema } from '../../contract/callContract.ts';
import { eachMeasure } from '../../core/measures/callMeasures.ts';
import { AppDatabase } from '../../main/storage/appDatabase.ts';
import { Library } from '../../main/storage/calls/library.ts';
import { DiskReserve } from '../../main/storage/diskReserve.ts';
import { seededRandom } from '../../tests/support/signals.ts';
import type { SoakPart } from './soakPart.ts';

const slowestMilliseconds = 50;
const repeats = 20;
const masterKey = Buffer.alloc(32, 1);

const queries = {
  'the newest 200': {},
  'those in two ranges and a period, sorted by a measure': {
    from: '2026-01-01T00:00:00Z',
    ranges: { talkShare: { min: 0.2, max: 0.8 }, agentInterruptions: { min: 1 } },
    sortBy: 'softShare',
  },
  'those with certain words, an agent and a tag, sorted by title': {
    search: 'ORDER arrived',
    agents: ['Agent 3'],
    tags: ['billing'],
    sortBy: 'title',
  },
  'the last page, sorted by agent': { sortBy: 'agent', offset: 9_800 },
} as const;

export const largeLibrary: SoakPart = {
  name: 'large-library',
  title: 'A large library, in processor time',
  count: 10_000,
  async run({ seed, count }) {
    const folder = await mkdtemp(join(tmpdir(), 'softspoken-soak-'));
    const databaseFile = join(folder, 'softspoken.db');
    const paths = {
      callsDir: join(folder, 'calls'),
      keyFiles: { first: join(folder, 'keys.db'), second: join(folder, 'keys-copy.db') },
      backupsDir: join(folder, 'backups'),
    };
    const open = async () => {
      const database = AppDatabase.open(databaseFile);
      const reserve = await DiskReserve.make(join(folder, 'reserve'), () => {}, 16);
      return { database, library: await Library.open(paths, { database, masterKey, reserve, run: 'run-1-a' }) };
    };
    try {
      const first = await open();
      const draw = seededRandom(seed);
      for (let i = 0; i < count; i++) {
        const startedAt = new Date(Date.UTC(2025, 6, 1) + Math.floor(draw() * 365 * 86_400_000));
        first.library.writer.begin({
          callId: `call-${i}`,
          kind: 'live',
          title: `Order ${i} never arrived`,
          agent: `Agent ${Math.floor(draw() * 20)}`,
          tags: [draw() < 0.3 ? 'billing' : 'delivery'],
          roles: ['agent', 'customer'],
          startedAt,
        });
        const measures = eachMeasure((id) => (/(ruptions|waves|Shown)$/.test(id) ? Math.floor(draw() * 6) : draw()));
        first.library.writer.progress(`call-${i}`, {
          state: 'complete',
          endedAt: startedAt,
          durationSeconds: 300,
          measures,
        });
      }
      first.library.close();
      first.database.close();

      const { value: opened, milliseconds: opening } = await timed(open);
      const { milliseconds: checking } = await timed(async () => opened.database.isSound());
      const figures: [string, string][] = [
        ['calls', String(count)],
        ['size of the database', `${((await stat(databaseFile)).size / 2 ** 20).toFixed(1)} MiB`],
        ['opening it and unsealing all titles', `${opening.toFixed(0)} ms`],
        ['checking pages, indexes and every row', `${checking.toFixed(0)} ms`],
      ];
      const failures: string[] = [];
      for (const [what, query] of Object.entries(queries)) {
        const parsed = callQuerySchema.parse(query);
        const times: number[] = [];
        for (let i = 0; i < repeats; i++)
          times.push((await timed(async () => opened.library.calls.list(parsed))).milliseconds);
        const median = times.sort((a, b) => a - b)[repeats >> 1]!;
        figures.push([`list ${what}, median of ${repeats}`, `${median.toFixed(1)} ms`]);
        if (median > slowestMilliseconds) failures.push(`list ${what}: ${median.toFixed(0)} ms`);
      }
      opened.library.close();
      opened.database.close();
      return { figures, failures };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Measures processor time, so that other work of the machine does not count. */
async function timed<T>(task: () => Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const from = process.cpuUsage();
  const value = await task();
  const { user, system } = process.cpuUsage(from);
  return { value, milliseconds: (user + system) / 1000 };
}
