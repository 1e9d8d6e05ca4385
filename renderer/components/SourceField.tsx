import { Button, NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { CaptureDevice } from '../../contract/hostContract.ts';
import type { Role } from '../../core/model/role.ts';
import type { SourceChoice } from '../../core/model/sourceChoice.ts';
import { useIntents } from '../intents/intents.ts';
import { choiceOf, fieldValueOf } from '../state/sourceChoice.ts';
import { useSourceStore } from '../state/sourceStore.ts';
import { LevelBar } from './LevelBar.tsx';
import { sourceWords as words } from './sourceWords.ts';
import './sourceField.css';

interface SourceFieldProps {
  readonly party: Role;
  readonly label: string;
  readonly hint: string;
}

/** Selects one party's source, and shows its level. */
export function SourceField({ party, label, hint }: SourceFieldProps) {
  const { sources } = useIntents();
  const { choice, level, error } = useSourceStore((state) => state.sources[party]);
  const devices = useSourceStore((state) => state.devices) ?? [];
  const pageMicrophones = useSourceStore((state) => state.pageMicrophones);
  const hasSystemSound = useSourceStore((state) => state.hasSystemSound);
  const errorId = useId();

  return (
    <div className="source">
      <NativeSelect
        label={label}
        description={hint}
        size="md"
        value={fieldValueOf(choice)}
        aria-describedby={error ? errorId : undefined}
        onChange={(event) => void sources.choose(party, choiceOf(event.currentTarget.value))}
      >
        <option value="none">{party === 'agent' ? words.choose : words.none}</option>
        <UnknownDevice choice={choice} devices={devices} />
        <DeviceOptions label={words.microphones} devices={devices.filter((device) => !device.isMonitor)} />
        <DeviceOptions label={words.monitors} devices={devices.filter((device) => device.isMonitor)} />
        {party === 'customer' && hasSystemSound && <option value="system">{words.system}</option>}
        <optgroup label={words.page}>
          <option value="page:">{words.pageDefault}</option>
          {pageMicrophones.map((microphone) => (
            <option key={microphone.deviceId} value={`page:${microphone.deviceId}`}>
              {microphone.label}
            </option>
          ))}
        </optgroup>
      </NativeSelect>
      {error && (
        <p className="source-error" id={errorId} role="alert">
          {error.message}
        </p>
      )}
      {choice.kind === 'system' && !level && (
        <Button variant="default" onClick={() => void sources.choose(party, choice)}>
          {words.listenToSystem}
        </Button>
      )}
      {choice.kind !== 'none' && !error && <LevelBar label={words.level({ name: label })} level={level} />}
    </div>
  );
}

/** A selected device stays selected while it is unplugged: another one in its place would be a surprise. */
function UnknownDevice({
  choice,
  devices,
}: {
  readonly choice: SourceChoice;
  readonly devices: readonly CaptureDevice[];
}) {
  if (choice.kind !== 'device' || devices.some(({ name }) => name === choice.name)) return null;
  return <option value={fieldValueOf(choice)}>{words.notThere({ name: choice.name })}</option>;
}

function DeviceOptions({ label, devices }: { readonly label: string; readonly devices: readonly CaptureDevice[] }) {
  if (devices.length === 0) return null;
  return (
    <optgroup label={label}>
      {devices.map(({ name, isDefault }) => (
        <option key={name} value={`device:${name}`}>
          {isDefault ? words.default({ name }) : name}
        </option>
      ))}
    </optgroup>
  );
}
