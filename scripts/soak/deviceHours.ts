import { captureFrameSize } from '../../main/capture/device/captureFormat.ts';
import { deviceMinutes } from '../../tests/support/deviceMinutes.ts';
import type { SoakPart } from './soakPart.ts';

export const deviceHours: SoakPart = {
  name: 'device-hours',
  title: 'Samples of a device that stalls or is lost every minute, on a virtual clock',
  count: 8,
  async run({ count: hours }) {
    const { captured, missing, elapsed } = await deviceMinutes(60 * hours);
    const frames = (captured + missing - elapsed) / captureFrameSize;
    return {
      figures: [
        ['hours', String(hours)],
        ['frames captured', (captured / captureFrameSize).toFixed(0)],
        ['frames reported as missing', (missing / captureFrameSize).toFixed(0)],
        ['their sum minus the frames that fit into the time', `${frames.toFixed(2)} frames`],
      ],
      failures: Math.abs(frames) > hours ? [`${frames.toFixed(1)} frames are not accounted for in ${hours} hours`] : [],
    };
  },
};
