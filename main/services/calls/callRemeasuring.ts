import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../core/model/appError.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { Library } from '../../storage/calls/library.ts';

interface CallRemeasuringOptions {
  readonly analysis: Analysis;
  readonly library: Library;
  /** This run's private folder. */
  readonly dir: string;
}

/** Measures calls again from their stored audio. */
export class CallRemeasuring {
  readonly #options: CallRemeasuringOptions;

  constructor(options: CallRemeasuringOptions) {
    this.#options = options;
  }

  /** @throws AppError `no-such-call`, `roles-mismatch` */
  check(callId: string, roles: readonly Role[]): void {
    const { calls } = this.#options.library;
    if (roles.length !== calls.get(callId).roles.length || new Set(roles).size < roles.length) {
      throw new AppError('roles-mismatch', 'Name each channel of this call once, with a party of its own.');
    }
  }

  /**
   * @param roles parties of the audio's channels, in order
   * @throws AppError `no-such-call`, `empty-audio`, `cancelled`
   */
  async measure(
    callId: string,
    roles: readonly Role[],
    progress: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
  ): Promise<void> {
    const { analysis, dir } = this.#options;
    const { calls, reader, writer } = this.#options.library;
    const call = calls.get(callId);
    const path = join(dir, `again-${callId}.wav`);
    try {
      await this.#unseal(callId, path);
      const baseline = (await reader.session(callId))?.baseline ?? null;
      const request = { path, fileName: call.title, reportedPath: null, roles, baseline, playbackPath: null };
      const result = await analysis.analyzeFile(request, progress);
      const { report } = await reader.get(callId);
      const remeasured = { ...result, report: withOrigin(result.report, report, call.roles, roles) };
      await writer.save(callId, call.state, new Date(call.endedAt), await encodeCall(remeasured));
      writer.setRoles(callId, roles);
    } finally {
      await rm(path, { force: true });
    }
  }

  async #unseal(callId: string, path: string): Promise<void> {
    const audio = await this.#options.library.reader.audio(callId);
    if (!audio) throw new AppError('empty-audio', 'This call has no stored audio, so it cannot be measured again.');
    try {
      await writeFile(path, audio.bytes(), { mode: 0o600 });
    } finally {
      await audio.close();
    }
  }
}

/** The new measurements with what only the first analysis could know: where the sound came from, and where it was missing. */
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
