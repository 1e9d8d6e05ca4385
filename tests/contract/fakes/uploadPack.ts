import type { Services } from '../../../main/services/createServices.ts';
import type { AppClient } from './connections.ts';

/** Sends a coach pack to the host, as a page does; returns the stream to open it from. */
export async function uploadPack(
  client: Pick<AppClient, 'streams'>,
  { streams }: Pick<Services, 'streams'>,
  bytes: Buffer,
): Promise<string> {
  const { streamId } = await client.streams.open({ kind: 'upload', name: 'calls.coachpack', sizeBytes: bytes.length });
  const receiver = streams.connect(streamId);
  await receiver.receive(bytes);
  await receiver.end();
  return streamId;
}
