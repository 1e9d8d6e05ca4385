import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TurnTaking } from '../../../../../core/activity/turnTaking/turnTaking.ts';
import type { TurnTakingEvent, TurnTakingInput } from '../../../../../core/activity/turnTaking/turnTakingEvent.ts';
import { defaultCallConfig } from '../../../../../core/config/callConfig.ts';
import type { Span } from '../../../../../core/model/callReport.ts';
import { otherRole, type Role, roles } from '../../../../../core/model/role.ts';

type Talk = Partial<Record<Role, readonly Span[]>>;

function boundaries(talk: Talk): TurnTakingInput[] {
  return roles.flatMap((role) =>
    (talk[role] ?? []).flatMap(([start, end]): TurnTakingInput[] => [
      { type: 'ipu-start', role, start },
      { type: 'ipu-end', role, start, end },
    ]),
  );
}

function eventsOf(talk: Talk, parties: readonly Role[] = roles): TurnTakingEvent[] {
  const turnTaking = new TurnTaking(defaultCallConfig, parties);
  return [...boundaries(talk).flatMap((input) => turnTaking.push(input)), ...turnTaking.flush()];
}

function only<T extends TurnTakingEvent['type']>(events: readonly TurnTakingEvent[], type: T) {
  return events.filter((event): event is Extract<TurnTakingEvent, { type: T }> => event.type === type);
}

const spansOf = (events: readonly { role: Role; start: number; end: number }[]) =>
  events.map(({ role, start, end }) => [role, start, end]);

describe('turns', () => {
  it('join the IPUs of a speaker until the other takes the floor, and list the pauses of 250 ms and more', () => {
    const events = eventsOf({
      agent: [
        [1, 2],
        [2.2, 3],
        [3.6, 5],
      ],
      customer: [[5.4, 8]],
    });
    expect(only(events, 'turn')).toMatchObject([
      { role: 'agent', start: 1, end: 5, pauses: [[3, 3.6]] },
      { role: 'customer', start: 5.4, end: 8, pauses: [] },
    ]);
    expect(only(events, 'floor-transfer')).toEqual([
      { type: 'floor-transfer', from: 'agent', to: 'customer', at: 5.4, seconds: 0.4, latch: false },
    ]);
  });

  it.each([
    [5.12, true],
    [5.13, false],
    [4.88, true],
    [4.87, false],
  ])('calls a transfer at %d s after speech to 5 s a latch: %s', (start, latch) => {
    const [transfer] = only(eventsOf({ agent: [[1, 5]], customer: [[start, 9]] }), 'floor-transfer');
    expect(transfer).toMatchObject({ seconds: expect.closeTo(start - 5, 9), latch });
  });

  it('include an attempt that the holder outlasts, as a separate turn without a transfer', () => {
    const events = eventsOf({
      agent: [[0, 10]],
      customer: [
        [3, 5.5],
        [10.5, 12],
      ],
    });
    expect(spansOf(only(events, 'turn'))).toEqual([
      ['customer', 3, 5.5],
      ['agent', 0, 10],
      ['customer', 10.5, 12],
    ]);
    expect(only(events, 'floor-transfer')).toMatchObject([{ from: 'agent', to: 'customer', at: 10.5, seconds: 0.5 }]);
  });

  it('are returned when they are final, not at the end of the call', () => {
    const turnTaking = new TurnTaking(defaultCallConfig, roles);
    for (const input of boundaries({ agent: [[1, 3]], customer: [[3.5, 5]] }).slice(0, 3)) turnTaking.push(input);
    expect(turnTaking.push({ type: 'decided', until: 4.5 })).toEqual([]);
    expect(turnTaking.push({ type: 'decided', until: 4.52 }).map((event) => event.type)).toEqual([
      'turn',
      'floor-transfer',
    ]);
  });

  it('end at a silence in which a party without audio may have spoken', () => {
    const events = eventsOf(
      {
        agent: [
          [1, 2],
          [3.5, 4],
          [5.6, 7],
        ],
      },
      ['agent'],
    );
    expect(events).toMatchObject([
      { type: 'turn', start: 1, end: 4, pauses: [[2, 3.5]] },
      { type: 'turn', start: 5.6, end: 7 },
    ]);
  });

  it('end at the end of the call with an IPU that is still open', () => {
    const turnTaking = new TurnTaking(defaultCallConfig, roles);
    turnTaking.push({ type: 'ipu-start', role: 'agent', start: 1 });
    turnTaking.push({ type: 'decided', until: 4 });
    expect(turnTaking.flush()).toMatchObject([{ type: 'turn', start: 1, end: 4 }]);
  });
});

describe('backchannels', () => {
  it('are short words that the holder speaks past or resumes from within a second', () => {
    const events = eventsOf({
      agent: [
        [0, 5],
        [5.9, 9],
      ],
      customer: [
        [2, 2.4],
        [5.2, 5.5],
      ],
    });
    expect(spansOf(only(events, 'backchannel'))).toEqual([
      ['customer', 2, 2.4],
      ['customer', 5.2, 5.5],
    ]);
    expect(spansOf(only(events, 'turn'))).toEqual([['agent', 0, 9]]);
    expect(only(events, 'overlap')).toMatchObject([
      {
        start: 2,
        end: 2.4,
        startedBy: 'customer',
        kind: 'backchannel',
        successful: undefined,
        yieldSeconds: undefined,
      },
    ]);
  });

  it("are not answers: a short word within more than a second of the other's silence is a turn", () => {
    const events = eventsOf({
      agent: [
        [0, 5],
        [6.5, 9],
      ],
      customer: [[5.3, 5.8]],
    });
    expect(only(events, 'backchannel')).toEqual([]);
    expect(only(events, 'floor-transfer').map((t) => [t.from, t.to])).toEqual([
      ['agent', 'customer'],
      ['customer', 'agent'],
    ]);
  });

  it('are not the first word of an interruption that continues within half a second', () => {
    const events = eventsOf({
      agent: [[0, 6]],
      customer: [
        [3, 3.3],
        [3.7, 9],
      ],
    });
    expect(only(events, 'backchannel')).toEqual([]);
    expect(only(events, 'overlap')).toMatchObject([{ start: 3, end: 6, kind: 'interruption', startedBy: 'customer' }]);
  });
});

describe('overlaps', () => {
  const overlapsOf = (talk: Talk) => only(eventsOf(talk), 'overlap');

  it('are interruptions once the other has spoken 1.0 s and both speak 0.5 s', () => {
    expect(overlapsOf({ customer: [[0, 5]], agent: [[4, 8]] })).toEqual([
      {
        type: 'overlap',
        start: 4,
        end: 5,
        startedBy: 'agent',
        kind: 'interruption',
        successful: true,
        yieldSeconds: 1,
      },
    ]);
    expect(overlapsOf({ customer: [[3.2, 5]], agent: [[4, 8]] })).toMatchObject([{ kind: 'overlap' }]);
  });

  it("include the other's speech before a pause that did not give up the floor", () => {
    expect(
      overlapsOf({
        customer: [
          [0, 3],
          [3.9, 6],
        ],
        agent: [[4.2, 9]],
      }),
    ).toMatchObject([{ kind: 'interruption' }]);
    expect(
      overlapsOf({
        customer: [
          [0, 3],
          [4.2, 6],
        ],
        agent: [[4.5, 9]],
      }),
    ).toMatchObject([{ kind: 'overlap' }]);
  });

  it('are terminal if they start in the last half second of the other', () => {
    expect(overlapsOf({ customer: [[0, 5]], agent: [[4.5, 8]] })).toMatchObject([
      { kind: 'terminal', successful: undefined, yieldSeconds: undefined },
    ]);
    expect(overlapsOf({ customer: [[0, 5]], agent: [[4.49, 8]] })).toMatchObject([{ kind: 'interruption' }]);
  });

  it('are not reported if shorter than 120 ms', () => {
    expect(overlapsOf({ customer: [[0, 5]], agent: [[4.89, 8]] })).toEqual([]);
    expect(overlapsOf({ customer: [[0, 5]], agent: [[4.88, 8]] })).toHaveLength(1);
  });

  it('are one event when the interrupted speaker hesitates under the interruption', () => {
    expect(
      overlapsOf({
        customer: [
          [0, 5],
          [5.3, 6],
        ],
        agent: [[4.6, 9]],
      }),
    ).toMatchObject([{ start: 4.6, end: 6, startedBy: 'agent', kind: 'interruption', yieldSeconds: 1.4 }]);
  });

  it('fail if the interrupter stops first, and report how long that took', () => {
    expect(overlapsOf({ customer: [[0, 9]], agent: [[4, 5.3]] })).toMatchObject([
      { kind: 'interruption', successful: false, yieldSeconds: 1.3 },
    ]);
  });

  it('fail if the other stops only after more than 2 s or the interrupter does not hold the floor for 1 s', () => {
    expect(overlapsOf({ customer: [[0, 5]], agent: [[2.9, 9]] })).toMatchObject([{ successful: false }]);
    expect(overlapsOf({ customer: [[0, 5]], agent: [[3.5, 5.4]] })).toMatchObject([{ successful: false }]);
    expect(
      overlapsOf({
        customer: [[0, 5]],
        agent: [
          [3.5, 5.4],
          [6.2, 8],
        ],
      }),
    ).toMatchObject([{ successful: true }]);
  });

  it('have no yield time if both stop together', () => {
    expect(overlapsOf({ customer: [[0, 5]], agent: [[3, 5.1]] })).toMatchObject([{ yieldSeconds: undefined }]);
  });
});

describe('dead air', () => {
  it('is 4 s without speech between two stretches of speech, not before the first or after the last', () => {
    const turnTaking = new TurnTaking(defaultCallConfig, roles);
    const talk: Talk = {
      agent: [[6, 8]],
      customer: [
        [12, 13],
        [16.99, 18],
      ],
    };
    const events = boundaries(talk).flatMap((input) => turnTaking.push(input));
    events.push(...turnTaking.push({ type: 'decided', until: 30 }), ...turnTaking.flush());
    expect(only(events, 'dead-air')).toEqual([{ type: 'dead-air', start: 8, end: 12 }]);
  });

  it('is unknown without the audio of one party', () => {
    expect(
      only(
        eventsOf(
          {
            agent: [
              [1, 2],
              [20, 21],
            ],
          },
          ['agent'],
        ),
        'dead-air',
      ),
    ).toEqual([]);
  });
});

describe('input', () => {
  it('is rejected for a party without audio, for IPUs out of order and for boundaries before the decided time', () => {
    const alone = new TurnTaking(defaultCallConfig, ['agent']);
    expect(() => alone.push({ type: 'ipu-start', role: 'customer', start: 1 })).toThrow(RangeError);
    alone.push({ type: 'ipu-start', role: 'agent', start: 1 });
    expect(() => alone.push({ type: 'ipu-end', role: 'agent', start: 0.5, end: 2 })).toThrow(RangeError);
    alone.push({ type: 'decided', until: 3 });
    expect(() => alone.push({ type: 'ipu-end', role: 'agent', start: 1, end: 2 })).toThrow(RangeError);
  });
});

describe('whatever the talk', () => {
  /** IPUs of 50 ms to 4 s at least 200 ms apart, on every second frame from `offset`. */
  const ipusFrom = (offset: number) =>
    fc
      .array(fc.tuple(fc.integer({ min: 10, max: 150 }), fc.integer({ min: 3, max: 200 })), { maxLength: 12 })
      .map((steps) => {
        let at = offset;
        return steps.map(([silence, speech]): Span => {
          const start = at + 2 * silence;
          at = start + 2 * speech;
          return [start / 100, at / 100];
        });
      });
  const talks = fc.record({ agent: ipusFrom(0), customer: ipusFrom(1) });

  it('neither the resolution of the clock nor the order of arrival changes the events', () => {
    fc.assert(
      fc.property(
        talks,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
        fc.boolean(),
        (talk, steps, ahead) => {
          const inputs = boundaries(talk).sort((a, b) => timeOf(a) - timeOf(b));
          const turnTaking = new TurnTaking(defaultCallConfig, roles);
          const events: TurnTakingEvent[] = [];
          let decided = 0;
          for (let i = 0; inputs.length > 0; i += 1) {
            decided += steps[i % steps.length]!;
            const known = decided / 100;
            const due = ahead ? inputs.length : inputs.filter((input) => timeOf(input) < known).length;
            for (const input of inputs.splice(0, due)) events.push(...turnTaking.push(input));
            events.push(...turnTaking.push({ type: 'decided', until: known }));
          }
          events.push(...turnTaking.flush());
          expect(events).toEqual(eventsOf(talk));
        },
      ),
    );
  });

  it('each IPU is in exactly one turn or backchannel', () => {
    fc.assert(
      fc.property(talks, (talk) => {
        const events = eventsOf(talk);
        for (const role of roles) {
          const heard = [...only(events, 'turn'), ...only(events, 'backchannel')]
            .filter((event) => event.role === role)
            .flatMap((event) => event.ipus)
            .sort(([a], [b]) => a - b);
          expect(heard).toEqual(talk[role]);
        }
      }),
    );
  });

  it('turns of one speaker never overlap and the floor passes to and fro', () => {
    fc.assert(
      fc.property(talks, (talk) => {
        const events = eventsOf(talk);
        const turns = only(events, 'turn');
        for (const role of roles) {
          const own = turns.filter((turn) => turn.role === role);
          for (const [i, turn] of own.entries()) expect(turn.start).toBeGreaterThan(own[i - 1]?.end ?? -1);
        }
        const transfers = only(events, 'floor-transfer');
        for (const [i, transfer] of transfers.entries()) {
          expect(transfer.to).toBe(otherRole(transfer.from));
          expect(transfer.from).toBe(transfers[i - 1]?.to ?? transfer.from);
          expect(turns.some((turn) => turn.role === transfer.to && turn.start === transfer.at)).toBe(true);
          const endBefore = transfer.at - transfer.seconds;
          expect(turns.some((t) => t.role === transfer.from && Math.abs(t.end - endBefore) < 1e-9)).toBe(true);
        }
      }),
    );
  });

  it('both speak at either end of an overlap, and dead air has no speech in it', () => {
    fc.assert(
      fc.property(talks, (talk) => {
        const speaks = (role: Role, from: number, to: number) =>
          talk[role].some(([start, end]) => start <= from + 1e-9 && to - 1e-9 <= end);
        const events = eventsOf(talk);
        for (const { start, end, kind } of only(events, 'overlap')) {
          for (const role of roles) {
            expect(speaks(role, start, start + 0.01)).toBe(true);
            expect(speaks(role, end - 0.01, end)).toBe(true);
          }
          expect(end - start).toBeGreaterThan((kind === 'interruption' ? 0.5 : 0.12) - 1e-9);
        }
        for (const { start, end } of only(events, 'dead-air')) {
          expect(end - start).toBeGreaterThan(4 - 1e-9);
          expect(roles.flatMap((role) => talk[role]).every((ipu) => ipu[1] <= start || ipu[0] >= end)).toBe(true);
        }
      }),
    );
  });

  it('both parties are treated alike', () => {
    fc.assert(
      fc.property(talks, (talk) => {
        const swap = (events: readonly TurnTakingEvent[]) =>
          JSON.parse(
            JSON.stringify(events, (_, value) =>
              value === 'agent' || value === 'customer' ? otherRole(value) : (value as unknown),
            ),
          ) as unknown;
        const swapped = eventsOf({ agent: talk.customer, customer: talk.agent });
        expect(JSON.parse(JSON.stringify(swapped))).toEqual(swap(eventsOf(talk)));
      }),
    );
  });
});

function timeOf(input: TurnTakingInput): number {
  return input.type === 'ipu-start' ? input.start : input.type === 'ipu-end' ? input.end : input.until;
}
