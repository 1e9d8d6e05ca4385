import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exportFormats } from '../../exports/exportFormats.ts';
import { version } from '../../version.ts';
import { parseRoles, ROLES_HELP, SHARED_CHANNEL_HELP } from './rolesOption.ts';

/** 0 all done · 1 something failed, named on stderr · 2 wrong usage */
type ExitCode = 0 | 1 | 2;

function wholeNumber(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new InvalidArgumentError(`use a whole number from ${low} to ${high}`);
    }
    return value;
  };
}

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new InvalidArgumentError('use seconds from the start of the call');
  }
  return value;
}

function roleList(text: string) {
  try {
    return parseRoles(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

/** Builds the program with all its commands, which are loaded when called; each sets its exit code with `end`. */
function program(end: (code: ExitCode) => void): Command {
  const softspoken = new Command('softspoken')
    .description(
      'A voice coach beside calls: speak softly, slow down, wait for the pause. Everything stays on this machine.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError();

  softspoken
    .command('analyze')
    .description('analyse recordings; folders to any depth')
    .argument('<path...>', 'recordings or folders')
    .option('--roles <roles>', ROLES_HELP, roleList)
    .option('--shared-channel', SHARED_CHANNEL_HELP)
    .option('--json', 'one report a line on stdout, and nothing else there')
    .option('--out <dir>', 'write NAME.report.json for each call into this folder')
    .option('--jobs <n>', 'worker threads', wholeNumber(1, 64), 2)
    .option('--baseline <file>', 'the agent’s own baseline, made by "softspoken baseline"')
    .action(async (paths, options) => {
      const { analyzeCommand } = await import('./analyzeCommand.ts');
      end(await analyzeCommand(paths, options));
    });

  softspoken
    .command('export')
    .description('write calls in formats of other tools')
    .argument('<path...>', 'recordings, folders, or reports made by "softspoken analyze --out"')
    .addOption(new Option('--format <format>', 'what to write').choices(exportFormats).makeOptionMandatory())
    .option('--out <dir>', 'write into this folder; stdout otherwise, where text of one file comes out')
    .option('--roles <roles>', ROLES_HELP, roleList)
    .option('--shared-channel', SHARED_CHANNEL_HELP)
    .option('--jobs <n>', 'worker threads', wholeNumber(1, 64), 2)
    .option('--baseline <file>', 'the agent’s own baseline, made by "softspoken baseline"')
    .option('--from <seconds>', 'start of a clip', seconds)
    .option('--to <seconds>', 'end of a clip', seconds)
    .action(async (paths, options) => {
      const { exportCommand } = await import('./exportCommand.ts');
      end(await exportCommand(paths, options));
    });

  softspoken
    .command('baseline')
    .description('measure a speaker’s baseline from a normal reading (30–45 s) and a soft one (15 s)')
    .argument('<normal>', 'recording of a normal reading')
    .argument('[soft]', 'recording of a soft reading')
    .requiredOption('--out <file>', 'where to write the baseline')
    .option('--device <name>', 'the capture device it was recorded with')
    .option('--agc <state>', 'whether automatic gain control was on: on or off', (text) => {
      if (text !== 'on' && text !== 'off') throw new InvalidArgumentError('use on or off');
      return text === 'on';
    })
    .action(async (normal, soft, options) => {
      const { baselineCommand } = await import('./baselineCommand.ts');
      end(await baselineCommand(normal, soft, options));
    });

  softspoken
    .command('devices')
    .description('list the capture devices')
    .action(async () => {
      const { devicesCommand } = await import('./devicesCommand.ts');
      end(await devicesCommand());
    });

  softspoken
    .command('live')
    .description('coach in the terminal from a microphone; ends with the summary')
    .option('--device <name>', 'the agent’s microphone; the default one otherwise')
    .option('--customer-device <name>', 'the device that hears the caller, such as a monitor')
    .option('--seconds <n>', 'stop after so many seconds', wholeNumber(1, 86_400))
    .option('--baseline <file>', 'the agent’s own baseline')
    .option('--json', 'end with the report as one line of JSON on stdout, and print nothing else there')
    .action(async (options) => {
      const { liveCommand } = await import('./liveCommand.ts');
      end(await liveCommand(options));
    });

  softspoken
    .command('serve')
    .description('the app in a browser, from an address of this machine only')
    .option('--port <n>', 'port to listen on; a free one otherwise', wholeNumber(0, 65_535), 0)
    .option('--no-open', 'do not open a browser')
    .action(async (options) => {
      const { serveCommand } = await import('./serveCommand.ts');
      end(await serveCommand(options));
    });

  softspoken
    .command('scenario')
    .description('practice scenarios of your own')
    .command('check')
    .description('say what is missing or wrong in a scenario file')
    .argument('<file>', 'a scenario, as JSON')
    .action(async (file) => {
      const { scenarioCheckCommand } = await import('./scenarioCommand.ts');
      end(await scenarioCheckCommand(file));
    });

  return softspoken;
}

/** Runs the command line and sets `process.exitCode`. */
export async function runCli(argv: readonly string[]): Promise<void> {
  try {
    await program((code) => {
      process.exitCode = code;
    }).parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
