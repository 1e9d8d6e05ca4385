import { bulkFrameMaxBytes } from '../../contract/streamContract.ts';
import type { Role } from '../../core/model/role.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import type { BulkChannel } from './bulkChannel.ts';
import type { HostConnection } from './connectHost.ts';

/** The owners of the channels in order; null for the host's default. */
export type ChannelRoles = readonly Role[] | null;

/** A file that is being sent to the host, and its analysis. */
export interface FileUpload {
  readonly jobId: string;
  readonly channel: BulkChannel;
}

/**
 * Starts sending a file to the host for analysis.
 *
 * @param onlyNew skips a recording that the library already has
 */
export async function uploadFile(
  connection: HostConnection,
  file: File,
  roles: ChannelRoles,
  onlyNew: boolean,
): Promise<FileUpload> {
  const { streamId, channel } = await openUpload(connection, file);
  const { jobId } = await connection.client.recordings
    .analyze({
      source: { kind: 'upload', streamId },
      roles: roles && [...roles],
      baseline: selectedBaseline(),
      onlyNew,
    })
    .catch((error: unknown) => {
      channel.close();
      throw error;
    });
  // A failed upload reaches the user as the failure of its analysis.
  send(file, channel).catch(() => channel.close());
  return { jobId, channel };
}

/** Starts sending a file to the host. A failed upload reaches the user as the failure of the host's task. */
export async function sendFile(connection: HostConnection, file: File): Promise<Upload> {
  const upload = await openUpload(connection, file);
  send(file, upload.channel).catch(() => upload.channel.close());
  return upload;
}

interface Upload {
  readonly streamId: string;
  readonly channel: BulkChannel;
}

async function openUpload({ client, openBulkChannel }: HostConnection, file: File): Promise<Upload> {
  const name = file.name.slice(-255) || 'recording';
  const { streamId } = await client.streams.open({ kind: 'upload', name, sizeBytes: file.size });
  return { streamId, channel: await openBulkChannel(streamId) };
}

/** Returns the baseline that recordings are compared with. */
export function selectedBaseline() {
  return useBaselineStore.getState().chosen?.baseline ?? null;
}

/** Sends a whole file over an open channel. */
export async function send(file: Blob, channel: BulkChannel): Promise<void> {
  for (let offset = 0; offset < file.size; offset += bulkFrameMaxBytes) {
    await channel.send(await file.slice(offset, offset + bulkFrameMaxBytes).arrayBuffer());
  }
  channel.end();
}
