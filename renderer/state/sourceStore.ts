import { create } from 'zustand';
import type { CaptureDevice } from '../../contract/hostContract.ts';
import type { LevelPreview } from '../../contract/liveContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Role } from '../../core/model/role.ts';
import type { SourceChoice } from '../../core/model/sourceChoice.ts';
import { noSource } from './sourceChoice.ts';

export interface SourceState {
  readonly choice: SourceChoice;
  /** The host's name for the source; undefined while it is unknown. */
  readonly label: string | undefined;
  /** Undefined until the first level arrives. */
  readonly level: LevelPreview | undefined;
  readonly error: AppErrorData | undefined;
}

interface SourcesState {
  /** Undefined until the host has answered. */
  readonly devices: readonly CaptureDevice[] | undefined;
  readonly problem: AppErrorData | undefined;
  /** True if this page can capture the system sound. */
  readonly hasSystemSound: boolean;
  readonly pageMicrophones: readonly { readonly deviceId: string; readonly label: string }[];
  readonly sources: Readonly<Record<Role, SourceState>>;
}

export const silentSource: SourceState = { choice: noSource, label: undefined, level: undefined, error: undefined };

export const useSourceStore = create<SourcesState>()(() => ({
  devices: undefined,
  problem: undefined,
  hasSystemSound: false,
  pageMicrophones: [],
  sources: { agent: silentSource, customer: silentSource },
}));
