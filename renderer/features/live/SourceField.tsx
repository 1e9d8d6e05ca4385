import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { CaptureDevice } from '../../../contract/hostContract.ts';
import type { LevelPreview } from '../../../contract/liveContract.ts';
import type { Role } from '../../../core/model/role.ts';
import { useIntents } from '../../api/intents.ts';
import { choiceOf, fieldValueOf } from '../../state/sourceChoice.ts';
import { useSourceStore } from '../../state/sourceStore.ts';
import { liveWords } from './liveWords.ts';
import './sourceField.css';

interface SourceFieldProps {
  readonly party: Role;
  readonly label: string;
  readonly hint: string;
}

const words = liveWords.source;

/** Chooses one party's source, and shows that it is heard. */
export function SourceField({ party, label, hint }: SourceFieldProps) {
  const { sources } = useIntents();
  const { choice, level, error } = useSourceStore((state) => state.sources[party]);
  const devices = useSourceStore((state) => state.devices) ?? [];
  const pageMicrophones = useSourceStore((state) => state.pageMicrophones);
  const errorId = useId();
  const microphones = devices.filter((device) => !device.isMonitor);
  const monitors = devices.filter((device) => device.isMonitor);

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
        <DeviceOptions label={words.microphones} devices={microphones} />
        <DeviceOptions label={words.monitors} devices={monitors} />
        <optgroup label={words.page}>
          <option value="page:">{words.pageDefault}</option>
          {pageMicrophones.map((microphone) => (
            <option key={microphone.deviceId} value={`page:${microphone.deviceId}`}>
              {microphone.label}
            </option>
          ))}
        </optgroup>
      </NativeSelect>
      {choice.kind !== 'none' &&
        (error ? (
          <p className="source-error" id={errorId} role="alert">
            {error.message}
          </p>
        ) : (
          <LevelBar label={words.level(label)} level={level} />
        ))}
    </div>
  );
}

function DeviceOptions({ label, devices }: { readonly label: string; readonly devices: readonly CaptureDevice[] }) {
  if (devices.length === 0) return null;
  return (
    <optgroup label={label}>
      {devices.map(({ name, isDefault }) => (
        <option key={name} value={`device:${name}`}>
          {isDefault ? words.default(name) : name}
        </option>
      ))}
    </optgroup>
  );
}

/** dBFS at the left end of the bar: about the noise of a quiet room. */
const floorDbfs = -66;
const quietDbfs = -50;

function LevelBar({ label, level }: { readonly label: string; readonly level: LevelPreview | undefined }) {
  const percent =
    level?.levelDbfs == null ? 0 : Math.round(100 * Math.min(1, Math.max(0, 1 - level.levelDbfs / floorDbfs)));
  return (
    <div className="source-level">
      <div className="source-bar" role="img" aria-label={`${label}: ${levelWord(level)}`}>
        <div style={{ width: `${percent}%` }} />
      </div>
      <span className="source-word" aria-hidden="true" data-muted={level?.muted ?? false}>
        {levelWord(level)}
      </span>
    </div>
  );
}

function levelWord(level: LevelPreview | undefined): string {
  if (!level) return words.waiting;
  if (level.muted) return words.muted;
  if (level.levelDbfs === null) return words.noSignal;
  return level.levelDbfs < quietDbfs ? words.quiet : words.hearing;
}
