import { spawnSync } from 'node:child_process';

const HOW_TO_INSTALL =
  'Making the samples needs espeak-ng, sox and ffmpeg: sudo apt-get install espeak-ng sox libsox-fmt-base ffmpeg';
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs espeak-ng, sox or ffmpeg.
 *
 * @returns its standard output
 * @throws {Error} with the installation command if the tool is missing, or with its message if it failed
 */
export function runTool(tool: 'espeak-ng' | 'sox' | 'ffmpeg', args: readonly string[], input?: Uint8Array): Buffer {
  const { error, status, stdout, stderr } = spawnSync(tool, args, {
    maxBuffer: MAX_OUTPUT_BYTES,
    ...(input === undefined ? {} : { input }),
  });
  if (error !== undefined) {
    throw 'code' in error && error.code === 'ENOENT' ? new Error(HOW_TO_INSTALL, { cause: error }) : error;
  }
  if (status !== 0) throw new Error(`${tool} failed: ${stderr.toString().trim()}`);
  return stdout;
}
