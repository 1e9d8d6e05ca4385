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
  connection: HostConnection,
  file: File,
  roles: ChannelRoles,
  onlyNew: boolean,
): Promise<FileUpload> {
  const { streamId, channel } = await openUpload(connection, file);
  const { jobId } = await connection.client.recordings
    .analyze({ source: { kind: 'upload', streamId }, roles: roles && [...roles], baseline: chosenBaseline(), onlyNew })
    .catch((error: unknown) => {
      channel.close();
      throw error;
    });
  // A failed upload reaches the user as the failure of its analysis.
  send(file, channel).catch(() => channel.close());
  return { jobId, channel };
}

/** Starts sending a file to the host. What fails reaches the user as the failure of what the host does with it. */
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

/** What recordings are measured against. */
export function chosenBaseline() {
  return useBaselineStore.getState().chosen?.baseline ?? null;
}

/** Sends a file over an open channel to its end. */
export async function send(file: Blob, channel: BulkChannel): Promise<void> {
  for (let offset = 0; offset < file.size; offset += bulkFrameMaxBytes) {
    await channel.send(await file.slice(offset, offset + bulkFrameMaxBytes).arrayBuffer());
  }
  channel.end();
}
