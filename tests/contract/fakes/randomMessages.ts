import fc from 'fast-check';
import type { appContract } from '../../../contract/appContract.ts';
import { createAppRouter } from '../../../main/rpc/appRouter.ts';
import { createRpcServer } from '../../../main/rpc/rpcConnection.ts';
import { exampleBaseline } from './exampleReport.ts';
import { settle, startTestServices } from './testServices.ts';

export interface RandomMessagesResult {
  readonly sent: number;
  /** Messages that were calls and got an answer. */
  readonly answered: number;
  /** Connections cut off because of what they sent. */
  readonly refused: number;
  /** Uncaught exceptions, and failures the services did not expect. Must stay empty. */
  readonly uncaught: readonly unknown[];
}

const roles = fc.constantFrom('agent', 'customer');
/** A placeholder for an identifier from an earlier answer. */
const knownId = fc.nat(1_000).map((index) => ({ knownId: index }));
const id = fc.oneof({ weight: 3, arbitrary: knownId }, fc.string({ maxLength: 80 }));
const liveSource = fc.oneof(
  fc.record({ kind: fc.constant('device'), name: fc.constantFrom('Headset', 'Built-in', '') }),
  fc.record({ kind: fc.constant('page'), streamId: id }),
);

const mark = fc.record({ kind: fc.constantFrom('softer', 'hold'), at: fc.double(), wrong: fc.boolean() });
const baseline = fc
  .record({ device: fc.constantFrom('Headset', 'Built-in', null), agc: fc.option(fc.boolean()) })
  .map((origin) => exampleBaseline(origin));

type ProcedurePath = {
  [Room in keyof typeof appContract]: `${Room}/${Extract<keyof (typeof appContract)[Room], string>}`;
}[keyof typeof appContract];

/** Input that every procedure would accept, or nearly. */
const plausibleInputs: Readonly<Partial<Record<ProcedurePath, fc.Arbitrary<unknown>>>> = {
  'host/info': fc.constant(undefined),
  'host/devices': fc.constant(undefined),
  'streams/open': fc.oneof(
    fc.record({ kind: fc.constant('upload'), name: fc.string({ maxLength: 300 }), sizeBytes: fc.integer() }),
    fc.record({
      kind: fc.constant('pcm'),
      sampleRateHz: fc.integer({ min: 7_000, max: 100_000 }),
      label: fc.string(),
      appliedSettings: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })),
    }),
  ),
  'streams/close': fc.record({ streamId: id }),
  'live/preview': fc.record({ source: liveSource }),
  'live/start': fc.record({
    inputs: fc.array(fc.record({ role: roles, source: liveSource }), { maxLength: 3 }),
    baseline: fc.constant(null),
  }),
  'live/current': fc.constant(undefined),
  'live/watch': fc.record({ sessionId: id }),
  'live/stop': fc.record({ sessionId: id }),
  'live/markCue': fc.record({ sessionId: id, mark }),
  'recordings/samples': fc.constant(undefined),
  'recordings/analyze': fc.record({
    source: fc.oneof(
      fc.record({ kind: fc.constant('sample'), id: fc.constantFrom('a-calm-call', '../..', '') }),
      fc.record({ kind: fc.constant('upload'), streamId: id }),
    ),
    roles: fc.option(fc.array(fc.option(roles), { maxLength: 9 })),
    baseline: fc.constant(null),
  }),
  'recordings/watch': fc.record({ jobId: id }),
  'recordings/cancel': fc.record({ jobId: id }),
  'imports/start': fc.record({
    paths: fc.array(fc.constantFrom('/nowhere/at/all', 'recordings', '~nobody', ''), { maxLength: 2 }),
    watches: fc.boolean(),
    roles: fc.option(fc.array(fc.option(roles), { maxLength: 9 })),
    baseline: fc.option(baseline),
    agent: fc.option(fc.string({ maxLength: 120 })),
    tags: fc.array(fc.string({ maxLength: 70 }), { maxLength: 3 }),
  }),
  'imports/pause': fc.record({ importId: id }),
  'imports/resume': fc.record({ importId: id }),
  'imports/remove': fc.record({ importId: id }),
  'imports/folders': fc.record({ path: fc.constantFrom('/nowhere/at/all', 'recordings', '') }),
  'calls/list': fc.constant(undefined),
  'calls/get': fc.record({ callId: id }),
  'calls/markCue': fc.record({ callId: id, mark }),
  'settings/get': fc.constant(undefined),
  'settings/watch': fc.constant(undefined),
  'settings/update': fc.record(
    {
      cueMode: fc.constantFrom('coach', 'silent', 'loud'),
      cues: fc.dictionary(fc.constantFrom('softer', 'hold', '__proto__'), fc.jsonValue({ maxDepth: 2 })),
      retention: fc.record({ audioDays: fc.integer() }),
      guideDone: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  'baselines/watch': fc.constant(undefined),
  'baselines/enrol': fc.record({ source: liveSource, seconds: fc.constantFrom(5, 10, 30) }),
  'baselines/save': fc.record({ normal: baseline, soft: fc.option(baseline) }),
  'baselines/remove': fc.record({ device: fc.string() }),
};

/** Additions of the library's own format to the JSON: types and places. */
const meta = fc.array(
  fc.array(
    fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constantFrom('__proto__', 'constructor', 'length'), fc.string()),
  ),
  { maxLength: 3 },
);

const call = fc.constantFrom(...Object.entries(plausibleInputs)).chain(([path, plausible]) =>
  fc.record({
    path: fc.constant(path),
    json: fc.oneof(plausible, fc.jsonValue({ maxDepth: 3 })),
    meta: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, meta),
  }),
);

const message = fc.oneof(
  { weight: 50, arbitrary: call },
  { weight: 5, arbitrary: fc.record({ abort: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ raw: fc.oneof(fc.string(), fc.json(), fc.constant('{"i":"1","p":null}')) }) },
);

/**
 * Sends random messages to every procedure, and reconnects whenever it is cut off.
 * @param options `seed` reproduces the same messages
 */
export async function sendRandomMessages(options: {
  readonly seed: number;
  readonly count: number;
}): Promise<RandomMessagesResult> {
  const test = await startTestServices();
  test.analysis.atOnce = true;
  const uncaught: unknown[] = [];
  const notice = (error: unknown) => uncaught.push(error);
  process.on('uncaughtException', notice);
  process.on('unhandledRejection', notice);
  const serve = createRpcServer(createAppRouter(test.services), test.logger);
  const idPattern = /"(?:sessionId|streamId|jobId|callId)":"([^"]+)"/g;
  const knownIds: string[] = [];
  const answeredCalls = new Set<string>();
  let refused = 0;

  function connect(): (text: string) => void {
    const connection = String(refused);
    let receive: (message: unknown) => void = () => {};
    let close = () => {};
    let open = true;
    serve({
      async send(text) {
        const answer = JSON.parse(text) as { i: string; t?: number };
        if (answer.t === undefined) answeredCalls.add(`${connection} ${answer.i}`);
        for (const [, found] of text.matchAll(idPattern)) knownIds.push(found!);
      },
      refuse() {
        if (!open) return;
        open = false;
        refused++;
        close();
        send = connect();
      },
      onMessage: (listener) => {
        receive = listener;
      },
      onClose: (listener) => {
        close = listener;
      },
    });
    return (text) => receive(text);
  }

  function fillIn(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value) ?? 'null', (_, part: unknown) => {
      const isKnownId = typeof part === 'object' && part !== null && 'knownId' in part;
      return isKnownId ? (knownIds.at(-1 - (Number(part.knownId) % 20)) ?? 'none') : part;
    });
  }

  let send = connect();
  let sent = 0;
  for (const [index, random] of fc.sample(message, { seed: options.seed, numRuns: options.count }).entries()) {
    const requestId = (index + 1).toString(36);
    if ('path' in random) {
      send(
        JSON.stringify({
          i: requestId,
          p: { u: `/${random.path}`, b: { json: fillIn(random.json), meta: random.meta } },
        }),
      );
    } else if ('abort' in random) {
      send(JSON.stringify({ i: Math.max(1, index - random.abort).toString(36), t: 4 }));
    } else {
      send(random.raw);
    }
    sent++;
    if (index % 20 === 0) {
      test.clock.advance(0.25);
      await settle();
    }
  }
  await settle();
  await test.close();
  await settle();
  process.off('uncaughtException', notice);
  process.off('unhandledRejection', notice);
  uncaught.push(...test.logger.errors.map(({ error }) => error));
  return { sent, answered: answeredCalls.size, refused, uncaught };
}
