import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/model/appError.ts';
import { AnalysisPool } from '../../analysis/analysisPool.ts';
import { complain, printOut, terminalLogger } from './terminal.ts';

interface BaselineOptions {
  readonly out: string;
  readonly device?: string;
  readonly agc?: boolean;
}

/** Measures a baseline from one or two enrolment recordings and writes it. */
export async function baselineCommand(
  normalPath: string,
  softPath: string | undefined,
  options: BaselineOptions,
): Promise<0 | 1> {
  const pool = new AnalysisPool(1, (detail) => terminalLogger.error('analysis', detail));
  try {
    const baseline = await pool.measureBaseline({
      normalPath,
      softPath: softPath ?? null,
      device: options.device ?? null,
      agc: options.agc ?? null,
    });
    await writeFile(options.out, `${JSON.stringify(baseline, null, 2)}\n`).catch((cause: unknown) => {
      throw new AppError('no-write-permission', `${options.out} cannot be written. Choose another file with --out.`, {
        cause,
      });
    });
    const rate = baseline.articulationRate ? `, ${baseline.articulationRate.p50.toFixed(2)} syll/s` : '';
    await printOut(`${options.out}: usual level ${baseline.activeLufs.p50.toFixed(1)} LUFS${rate}\n`);
    return 0;
  } catch (error) {
    complain('baseline', error);
    return 1;
  } finally {
    await pool.close();
  }
}
