import type { LiveSource } from '../../contract/liveContract.ts';
import type { BulkChannel } from '../host/bulkChannel.ts';
import type { HostConnection } from '../host/connectHost.ts';
import type { PageMicrophone } from './pageMicrophone.ts';

/** A microphone of this page that streams to the host. */
export interface MicrophoneStream {
  readonly source: Extract<LiveSource, { kind: 'page' }>;
  readonly channel: BulkChannel;
}

/** Sends a microphone's samples to the host until the channel or the microphone is closed. */
export async function streamMicrophone(
  { client, openBulkChannel }: HostConnection,
  microphone: PageMicrophone,
): Promise<MicrophoneStream> {
  const { label, sampleRateHz, appliedSettings } = microphone;
  const opened = await client.streams.open({ kind: 'pcm', label: label.slice(0, 200), sampleRateHz, appliedSettings });
  const channel = await openBulkChannel(opened.streamId);
  const stop = microphone.listen((samples) => {
    if (channel.trySend(samples.buffer)) return;
    // A host that has not accepted sound for this long will not catch up; it reports the source as lost.
    stop();
    channel.close();
  });
  // Closes without an end, so that the host reports the source as lost.
  microphone.onLost(() => channel.close());
  return { source: { kind: 'page', streamId: opened.streamId }, channel };
}
