import { afterLiveEvent, newLiveCall } from '../../../contract/liveCall.ts';
import type { LiveInput, LiveSession } from '../../../contract/liveContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { CaptureDevices } from '../../capture/captureDevices.ts';
import type { Services } from '../../services/createServices.ts';
import { startServices } from '../../services/startServices.ts';
import { deviceCapture } from './devicesCommand.ts';
import { liveLine } from './liveLine.ts';
import { readBaseline } from './readBaseline.ts';
import { summaryText } from './summaryText.ts';
import { complain, printOut, terminalLogger } from './terminal.ts';
import { untilSignal } from './untilSignal.ts';

interface LiveOptions {
  readonly device?: string;
  readonly customerDevice?: string;
  readonly seconds?: number;
  readonly baseline?: string;
  readonly json?: boolean;
}

/** Coaches a call in the terminal until it is stopped, then prints its summary or report. */
export async function liveCommand(options: LiveOptions): Promise<0 | 1> {
  try {
    const baseline = await readBaseline(options.baseline);
    const devices = deviceCapture();
    const services = await startServices({ kind: 'web', devices, logger: terminalLogger });
    try {
      const session = await services.live.start({ inputs: await inputsOf(options, devices), baseline });
      const watching = watch(services, session, options.json !== true);
      await Promise.race([untilSignal(options.seconds), watching]);
      const { callId } = await services.live.session(session.sessionId).stop();
      await watching;
      const { report } = await services.library.reader.get(callId);
      // The command line stores nothing.
      services.library.eraser.erase([callId]);
      await printOut(options.json ? `${JSON.stringify(report)}\n` : summaryText(report));
    } finally {
      await services.close();
    }
    return 0;
  } catch (error) {
    complain('live', error);
    return 1;
  }
}

async function inputsOf(options: LiveOptions, devices: CaptureDevices): Promise<LiveInput[]> {
  const name = options.device ?? (await devices.list()).find(({ isDefault }) => isDefault)?.name;
  if (name === undefined)
    throw new AppError('no-such-device', 'There is no default microphone. Name one with --device.');
  const agent: LiveInput = { role: 'agent', source: { kind: 'device', name } };
  if (options.customerDevice === undefined) return [agent];
  return [agent, { role: 'customer', source: { kind: 'device', name: options.customerDevice } }];
}

/** Shows the progress of the call on stderr, on one line of a terminal; resolves when the call ends. */
async function watch(services: Services, session: LiveSession, isShown: boolean): Promise<void> {
  const isTerminal = isShown && process.stderr.isTTY;
  let call = newLiveCall(session);
  for await (const happened of services.live.session(session.sessionId).watch()) {
    call = afterLiveEvent(call, happened);
    if (happened.type === 'source') process.stderr.write(`\n${happened.role}: ${happened.message}\n`);
    if (happened.type === 'failed') throw new AppError(happened.error.code, happened.error.message);
    if (isTerminal && happened.type === 'call' && happened.event.type === 'metrics') {
      process.stderr.write(`\r\x1b[K${liveLine(happened.event, call.cue?.kind)}`);
    }
  }
  if (isTerminal) process.stderr.write('\n');
}
