import { create } from 'zustand';
import type { CaptureDevice } from '../../contract/hostContract.ts';
import type { LevelPreview } from '../../contract/liveContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Role } from '../../core/model/role.ts';
import type { SourceChoice } from '../../core/model/sourceChoice.ts';
import { noSource } from './sourceChoice.ts';

export interface SourceState {
  readonly choice: SourceChoice;
  /** What the host calls the source; undefined while it is not known. */
  readonly label: string | undefined;
  /** Undefined until the source has been heard. */
  readonly level: LevelPreview | undefined;
  readonly error: AppErrorData | undefined;
}

interface SourcesState {
  /** Undefined until the host has answered. */
  readonly devices: readonly CaptureDevice[] | undefined;
  readonly problem: AppErrorData | undefined;
  /** Whether this page can hear what the computer plays. */
  readonly hasSystemSound: boolean;
  readonly pageMicrophones: readonly { readonly deviceId: string; readonly label: string }[];
  readonly sources: Readonly<Record<Role, SourceState>>;
}

export const silentSource: SourceState = { choice: noSource, label: undefined, level: undefined, error: undefined };

/** Written by the api layer only. */
export const useSourceStore = create<SourcesState>()(() => ({
  devices: undefined,
  problem: undefined,
  hasSystemSound: false,
  pageMicrophones: [],
  sources: { agent: silentSource, customer: silentSource },
}));
