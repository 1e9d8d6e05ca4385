import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns why no private sound server can run here, or undefined if one can. Printed to make skipped tests visible. */
export function pulseAudioProblem(): string | undefined {
  const missing = ['pulseaudio', 'pactl', 'pacat'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (missing.length === 0) return undefined;
  const problem = `skipped: no ${missing.join(', ')} on this machine, so there is no sound to capture`;
  process.stderr.write(`${problem}\n`);
  return problem;
}

/** Modules of the private server: a caller's output with its monitor, and a microphone fed by another output. */
const modules = [
  'module-null-sink sink_name=voice rate=48000 sink_properties=device.description=Voice',
  'module-remap-source master=voice.monitor source_name=headset source_properties=device.description=Headset',
  'module-null-sink sink_name=speaker rate=48000 sink_properties=device.description=Speaker',
];

/**
 * A private PulseAudio daemon for a test, in a separate directory, with two outputs and these inputs: the microphone
 * “Headset”, which records the sink `voice`; “Monitor of Speaker”, which records the sink `speaker`; and “Monitor of
 * Voice”. It ends exactly the processes that it started.
 */
export class PulseAudio {
  /** Environment that directs sound programs to this server only. */
  readonly env: NodeJS.ProcessEnv;
  readonly #folder: string;
  #daemon: ChildProcess | undefined;
  readonly #players = new Set<ChildProcess>();

  private constructor(folder: string) {
    this.#folder = folder;
    this.env = {
      ...process.env,
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      PULSE_RUNTIME_PATH: folder,
      PULSE_SERVER: `unix:${join(folder, 'native')}`,
    };
  }

  static async start(): Promise<PulseAudio> {
    const server = new PulseAudio(await mkdtemp(join(tmpdir(), 'softspoken-pulse-')));
    await server.startDaemon();
    return server;
  }

  /** Starts the server again after `killDaemon`, with the same devices. */
  async startDaemon(): Promise<void> {
    const socket = `module-native-protocol-unix socket=${join(this.#folder, 'native')}`;
    const load = [socket, ...modules].flatMap((module) => ['-L', module]);
    const options = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no'];
    this.#daemon = spawn('pulseaudio', [...options, ...load], { env: this.env, stdio: 'ignore' });
    for (let attempt = 0; attempt < 100; attempt++) {
      if (await this.control('info').then(Boolean, () => false)) return;
      await setTimeout(50);
    }
    throw new Error('the private PulseAudio server did not start');
  }

  /** Runs `pactl` with these arguments and returns what it printed. */
  async control(...args: string[]): Promise<string> {
    return (await run('pactl', args, { env: this.env, timeout: 5_000 })).stdout;
  }

  unplugHeadset(): Promise<string> {
    return this.control('unload-module', 'module-remap-source');
  }

  /** @param rateHz new sample rate of the device; the server's usual rate by default */
  replugHeadset(rateHz?: number): Promise<string> {
    const rate = rateHz === undefined ? [] : [`rate=${rateHz}`];
    return this.control('load-module', ...(modules[1]?.split(' ') ?? []), ...rate);
  }

  /** Plays mono samples (full scale ±1, 48 kHz) into a sink until they end or the server stops. */
  play(sink: 'voice' | 'speaker', samples: Float32Array): void {
    const args = ['--playback', '--raw', '--rate=48000', '--channels=1', '--format=float32le', '-d', sink];
    const player = spawn('pacat', args, { env: this.env, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#players.add(player);
    player.on('exit', () => this.#players.delete(player));
    // A player whose server disappears closes its input early.
    player.stdin.on('error', () => {});
    player.stdin.end(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
  }

  /** Stops everything that is playing. */
  async silence(): Promise<void> {
    await Promise.all([...this.#players].map(ended));
  }

  async killDaemon(): Promise<void> {
    await ended(this.#daemon);
    this.#daemon = undefined;
  }

  async stop(): Promise<void> {
    await this.silence();
    await this.killDaemon();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
