import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallListItem } from '../../../contract/callContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { CallService } from './callService.ts';

/** Measures calls anew from their kept audio. */
export interface CallRemeasuring {
  /**
   * @param roles parties of the audio's channels, in order
   * @throws AppError `no-such-call`, `empty-audio`, `cancelled`
   */
  measure(
    callId: string,
    roles: readonly Role[],
    options: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
  ): Promise<void>;
  /** @throws AppError `no-such-call`, `roles-mismatch` */
  check(callId: string, roles: readonly Role[]): void;
}

export function createCallRemeasuring(options: {
  readonly analysis: Analysis;
  readonly calls: CallService;
  /** This run's private folder. */
  readonly dir: string;
}): CallRemeasuring {
  const { analysis, calls, dir } = options;

  async function unseal(callId: string, path: string): Promise<void> {
    const audio = await calls.audio(callId);
    if (!audio) throw new AppError('empty-audio', 'No audio was kept of this call, so it cannot be measured anew.');
    try {
      await writeFile(path, audio.bytes(), { mode: 0o600 });
    } finally {
      await audio.close();
    }
  }

  return {
    check(callId, roles) {
      if (roles.length !== calls.item(callId).roles.length || new Set(roles).size < roles.length) {
        throw new AppError('roles-mismatch', 'Name each channel of this call once, with a party of its own.');
      }
    },
    async measure(callId, roles, progress) {
      const call: CallListItem = calls.item(callId);
      const path = join(dir, `again-${callId}.wav`);
      try {
        await unseal(callId, path);
        const baseline = (await calls.session(callId))?.baseline ?? null;
        const request = { path, fileName: call.title, reportedPath: null, roles, baseline, playbackPath: null };
        const result = await analysis.analyzeFile(request, progress);
        const { report } = await calls.get(callId);
        const again = { ...result, report: withOrigin(result.report, report, call.roles, roles) };
        await calls.keep(callId, call.state, new Date(call.endedAt), await encodeCall(again));
        calls.setRoles(callId, roles);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** What was measured anew, with what only the first analysis could know: where the sound came from, and where it was missing. */
function withOrigin(
  measured: CallReport,
  { source, marks, gapsInCapture }: CallReport,
  rolesBefore: readonly Role[],
  roles: readonly Role[],
): CallReport {
  const nowOf = (role: Role) => roles[rolesBefore.indexOf(role)] ?? role;
  const moved = <T extends { readonly role: Role }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, role: nowOf(item.role) }));
  return {
    ...measured,
    source: { ...measured.source, ...source, inputs: moved(source.inputs) },
    marks,
    gapsInCapture: moved(gapsInCapture),
  };
}
