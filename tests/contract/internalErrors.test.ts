import { AsyncIteratorClass, isDefinedError, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { getEventIteratorSchemaDetails } from '@orpc/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appContract } from '../../contract/appContract.ts';
import { toAppErrorData } from '../../core/model/appError.ts';
import { createAppRouter } from '../../main/rpc/appRouter.ts';
import { createRpcServer } from '../../main/rpc/rpcConnection.ts';
import type { Services } from '../../main/services/createServices.ts';
import { exampleOf } from '../support/exampleOf.ts';
import { startTestServices, type TestServices } from './fakes/testServices.ts';

const secret = 'the password is in /home/ann/secret.txt';

const procedures = Object.entries(appContract).flatMap(([room, contract]) =>
  Object.entries(contract).map(([name, procedure]) => {
    const { inputSchema, outputSchema } = procedure['~orpc'];
    return { room, name, inputSchema, eventSchema: getEventIteratorSchemaDetails(outputSchema)?.yields };
  }),
);
const streams = procedures.filter(({ eventSchema }) => eventSchema);

let test: TestServices;
const channels: MessageChannel[] = [];

beforeAll(async () => {
  test = await startTestServices();
});
afterEach(() => {
  test.logger.errors.length = 0;
  for (const { port1 } of channels.splice(0)) port1.close();
});
afterAll(() => test.close());

/** Connects a page to a host that behaves the same in every use case; records everything sent to the page. */
function connect(behave: () => unknown) {
  const service: () => unknown = new Proxy(behave, {
    get: (_, name) => (name === 'session' ? () => service : service),
  });
  const services: Services = new Proxy(test.services, {
    get: (real, name) => (name === 'logger' ? real.logger : service),
  });
  const channel = new MessageChannel();
  const { port1, port2 } = channel;
  channels.push(channel);
  const wire: string[] = [];
  createRpcServer(
    createAppRouter(services),
    test.logger,
  )({
    async send(message) {
      wire.push(message);
      port1.postMessage(message);
    },
    refuse: () => port1.close(),
    onMessage: (listener) => port1.addEventListener('message', (event) => listener(event.data)),
    onClose: (listener) => port1.addEventListener('close', listener),
  });
  port1.start();
  port2.start();
  const link = new RPCLink({ port: port2 });
  const call = ({ room, name, inputSchema }: (typeof procedures)[number]) =>
    link.call([room, name], inputSchema && exampleOf(inputSchema), { context: {} });
  async function watch(procedure: (typeof procedures)[number]): Promise<AsyncIterator<unknown>> {
    const events = await call(procedure);
    if (!(events instanceof AsyncIteratorClass)) throw new Error('expected events');
    return events;
  }
  return { call, watch, wire };
}

function expectInternal(error: unknown, wire: readonly string[]): void {
  if (!(error instanceof Error) || !isDefinedError(error)) throw new Error('expected a typed error', { cause: error });
  expect(error).toMatchObject({ code: 'APP_ERROR', data: toAppErrorData(undefined) });
  expect(wire.join('\n')).not.toContain('secret');
  expect(test.logger.errors).toMatchObject([{ error: { message: secret } }]);
}

describe('a raw error', () => {
  it.each(procedures)('leaves $room/$name as the internal error, without its text', async (procedure) => {
    const { call, wire } = connect(() => {
      throw new Error(secret);
    });
    const { error } = await safe(call(procedure));
    expectInternal(error, wire);
  });

  it.each(streams)('leaves the events of $room/$name as the internal error, without its text', async (procedure) => {
    const event = exampleOf(procedure.eventSchema);
    const { watch, wire } = connect(async function* () {
      yield event;
      throw new Error(secret);
    });
    const events = await watch(procedure);
    expect((await events.next()).value).toEqual(event);
    const { error } = await safe(events.next());
    expectInternal(error, wire);
  });

  it.each(streams)('hides an event of $room/$name that breaks the contract', async (procedure) => {
    const { watch, wire } = connect(async function* () {
      yield { secret };
    });
    const events = await watch(procedure);
    const { error } = await safe(events.next());
    expect(error).toMatchObject({ code: 'APP_ERROR', data: toAppErrorData(undefined) });
    expect(wire.join('\n')).not.toContain('secret');
  });
});
