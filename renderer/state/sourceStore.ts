import { create } from 'zustand';
import type { CaptureDevice } from '../../contract/hostContract.ts';
import type { LevelPreview } from '../../contract/liveContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Role } from '../../core/model/role.ts';
import { noSource, type SourceChoice } from './sourceChoice.ts';

export interface SourceState {
  readonly choice: SourceChoice;
  /** Undefined until the source has been heard. */
  readonly level: LevelPreview | undefined;
  readonly error: AppErrorData | undefined;
}

interface SourcesState {
  /** Undefined until the host has answered. */
  readonly devices: readonly CaptureDevice[] | undefined;
  readonly problem: AppErrorData | undefined;
  readonly pageMicrophones: readonly { readonly deviceId: string; readonly label: string }[];
  readonly sources: Readonly<Record<Role, SourceState>>;
}

export const silentSource: SourceState = { choice: noSource, level: undefined, error: undefined };

/** Written by the api layer only. */
export const useSourceStore = create<SourcesState>()(() => ({
  devices: undefined,
  problem: undefined,
  pageMicrophones: [],
  sources: { agent: silentSource, customer: silentSource },
}));
