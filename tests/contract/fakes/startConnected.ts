import { type AppClient, type Connection, connectByMessageChannel } from './connections.ts';
import { startTestServices, type TestServices } from './testServices.ts';

/** The services, with one page connected. */
export interface Connected {
  readonly test: TestServices;
  readonly connection: Connection;
  readonly client: AppClient;
  close(): Promise<void>;
}

export async function startConnected(
  connect: (test: TestServices) => Promise<Connection> = connectByMessageChannel,
): Promise<Connected> {
  const test = await startTestServices();
  const connection = await connect(test);
  return {
    test,
    connection,
    client: connection.client,
    async close() {
      await connection.close();
      await test.close();
    },
  };
}
