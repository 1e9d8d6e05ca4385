import type { CaptureDevice } from '../../contract/hostContract.ts';
import type { SourceChoice } from '../../core/model/sourceChoice.ts';

export const noSource: SourceChoice = { kind: 'none' };

/** Returns a choice as the value of a form field. */
export function fieldValueOf(choice: SourceChoice): string {
  switch (choice.kind) {
    case 'none':
    case 'system':
      return choice.kind;
    case 'device':
      return `device:${choice.name}`;
    case 'page':
      return `page:${choice.deviceId ?? ''}`;
  }
}

export function choiceOf(fieldValue: string): SourceChoice {
  const separator = fieldValue.indexOf(':');
  const name = fieldValue.slice(separator + 1);
  if (fieldValue.startsWith('device:')) return { kind: 'device', name };
  if (fieldValue.startsWith('page:')) return { kind: 'page', deviceId: name === '' ? null : name };
  if (fieldValue === 'system') return { kind: 'system' };
  return noSource;
}

/** Returns the default microphone for the agent and, for the caller, the system sound if it can be captured. */
export function usualChoices(devices: readonly CaptureDevice[]): { agent: SourceChoice; customer: SourceChoice } {
  const microphones = devices.filter((device) => !device.isMonitor);
  const microphone = microphones.find((device) => device.isDefault) ?? microphones[0];
  const monitors = devices.filter((device) => device.isMonitor);
  const monitor = monitors.find((device) => device.isDefault) ?? monitors[0];
  return { agent: deviceChoice(microphone), customer: deviceChoice(monitor) };
}

function deviceChoice(device: CaptureDevice | undefined): SourceChoice {
  return device ? { kind: 'device', name: device.name } : noSource;
}
