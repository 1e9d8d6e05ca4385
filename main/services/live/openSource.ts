import type { LiveSource as LiveSourceRef } from '../../../contract/liveContract.ts';
import type { CaptureDevices } from '../../capture/captureDevices.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { StreamService } from '../streams/streamService.ts';

/**
 * Opens what a screen names as a source.
 * @throws AppError `no-such-device`, `device-failed`, `no-sound-server`
 */
export async function openSource(
  ref: LiveSourceRef,
  { devices, streams }: { readonly devices: CaptureDevices; readonly streams: StreamService },
): Promise<LiveSource> {
  return ref.kind === 'device' ? devices.open(ref.name) : streams.page(ref.streamId);
}
