import { bulkFrameMaxBytes } from '../../contract/streamContract.ts';
import type { Role } from '../../core/model/role.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import type { BulkChannel } from './bulkChannel.ts';
import type { HostConnection } from './connectHost.ts';

/** The channels' owners in order; null lets the host take the usual ones. */
export type ChannelRoles = readonly Role[] | null;

/** A file on its way to the host, and its analysis. */
export interface FileUpload {
  readonly jobId: string;
  readonly channel: BulkChannel;
}

/**
 * Starts sending a file to the host and analysing it there.
 *
 * @param onlyNew leaves a recording alone that the library has already
 */
export async function uploadFile(
  { client, openBulkChannel }: HostConnection,
  file: File,
  roles: ChannelRoles,
  onlyNew: boolean,
): Promise<FileUpload> {
  const name = file.name.slice(-255) || 'recording';
  const { streamId } = await client.streams.open({ kind: 'upload', name, sizeBytes: file.size });
  const channel = await openBulkChannel(streamId);
  const { jobId } = await client.recordings
    .analyze({ source: { kind: 'upload', streamId }, roles: roles && [...roles], baseline: chosenBaseline(), onlyNew })
    .catch((error: unknown) => {
      channel.close();
      throw error;
    });
  // A failed upload reaches the user as the failure of its analysis.
  send(file, channel).catch(() => channel.close());
  return { jobId, channel };
}

/** What recordings are measured against. */
export function chosenBaseline() {
  return useBaselineStore.getState().chosen?.baseline ?? null;
}

async function send(file: Blob, channel: BulkChannel): Promise<void> {
  for (let offset = 0; offset < file.size; offset += bulkFrameMaxBytes) {
    await channel.send(await file.slice(offset, offset + bulkFrameMaxBytes).arrayBuffer());
  }
  channel.end();
}
