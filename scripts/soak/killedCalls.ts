import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KilledCall, killedCall } from '../../tests/support/killedCall.ts';
import { seededRandom } from '../../tests/support/signals.ts';
import type { SoakPart } from './soakPart.ts';

const longestSeconds = 8;

export const killedCalls: SoakPart = {
  name: 'killed-calls',
  title: 'Recorded live calls whose host is killed',
  count: 50,
  async run({ seed, count }) {
    const dataDir = await mkdtemp(join(tmpdir(), 'softspoken-soak-'));
    try {
      const draw = seededRandom(seed);
      const calls: KilledCall[] = [];
      for (let i = 0; i < count; i++) calls.push(await killedCall(dataDir, 0.6 + draw() * longestSeconds));
      const of = (value: (call: KilledCall) => number) => calls.map(value).sort((a, b) => a - b);
      const missing = of(({ missingSeconds }) => missingSeconds);
      const recovered = of(({ recoveredSeconds }) => recoveredSeconds);
      return {
        figures: [
          ['SIGKILL at random moments', String(count)],
          ['calls missing from the library at the next start', String(calls.filter(({ state }) => !state).length)],
          ['acknowledged changes lost', String(calls.filter(({ keptTitle }) => !keptTitle).length)],
          ['recordings that do not play', String(calls.filter(({ plays }) => !plays).length)],
          ['audio missing, maximum', seconds(missing.at(-1))],
          ['missing from the report after re-measuring, maximum', seconds(of((call) => call.unreportedSeconds).at(-1))],
          ['from the start of the next process until the call is listed, median', seconds(recovered[count >> 1])],
          ['the same, maximum', seconds(recovered.at(-1))],
        ],
        failures: calls.flatMap((call, i) => (isWell(call) ? [] : [`call ${i + 1}: ${JSON.stringify(call)}`])),
      };
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

function isWell(call: KilledCall): boolean {
  const { state, keptTitle, plays, missingSeconds, unreportedSeconds } = call;
  return state === 'recovered' && keptTitle && plays && missingSeconds <= 1 && unreportedSeconds <= 1;
}

function seconds(value: number | undefined): string {
  return `${(value ?? 0).toFixed(2)} s`;
}
