import { AppError } from '../../../core/model/appError.ts';
import { recordingFormatNames } from '../../../core/model/recordingFormats.ts';

/** Sample rates and channel counts that the pipeline accepts. */
const RATE_RANGE_HZ = { lowest: 8_000, highest: 96_000 };
const MOST_CHANNELS = 8;

/** @param codec the codec and its container, such as "AAC in M4A/MP4" */
export function unsupportedCodec(codec: string, fileName: string): AppError {
  return new AppError(
    'unsupported-codec',
    `This file is ${codec}, which Softspoken cannot read. Convert it first: ${convertCommand(fileName)}`,
  );
}

export function notAudio(fileName: string): AppError {
  return new AppError('not-audio', `"${fileName}" is not a recording. Choose a ${recordingFormatNames} file.`);
}

export function emptyAudio(fileName: string): AppError {
  return new AppError('empty-audio', `"${fileName}" holds no sound. Record or export the call again.`);
}

/** @param what the problem, as the beginning of a sentence */
export function unsupportedFormat(what: string, remedy: string): AppError {
  return new AppError('unsupported-format', `${what}. ${remedy}`);
}

/** @throws {AppError} `unsupported-format` outside 8–96 kHz or 1–8 channels */
export function checkFormat(format: { sampleRateHz: number; channelCount: number }, fileName: string): void {
  const { sampleRateHz, channelCount } = format;
  if (!(sampleRateHz >= RATE_RANGE_HZ.lowest && sampleRateHz <= RATE_RANGE_HZ.highest)) {
    throw unsupportedFormat(
      `This file has a sample rate of ${sampleRateHz} Hz; Softspoken reads 8 to 96 kHz`,
      `Convert it first: ${convertCommand(fileName, '-ar 48000 ')}`,
    );
  }
  if (!(channelCount >= 1 && channelCount <= MOST_CHANNELS)) {
    throw unsupportedFormat(
      `This file has ${channelCount} channels; Softspoken reads 1 to ${MOST_CHANNELS}`,
      `Convert it first: ${convertCommand(fileName, '-ac 2 ')}`,
    );
  }
}

/** Returns a command line to paste. A name that a shell would expand is left out. */
function convertCommand(fileName: string, options = ''): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must be excluded
  const name = /["$`\\!%\u0000-\u001f]/.test(fileName) ? 'recording' : fileName;
  const stem = name.replace(/\.[^.]*$/, '');
  const output = `${stem}.flac` === name ? `${stem}-converted.flac` : `${stem}.flac`;
  return `ffmpeg -i "${name}" ${options}"${output}"`;
}
