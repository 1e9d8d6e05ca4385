import { homedir } from 'node:os';
import { join } from 'node:path';

export interface AppPaths {
  /** What is kept from run to run. */
  readonly dataDir: string;
  /** The one database inside it. */
  readonly databaseFile: string;
  /** A folder of sealed files for each call. */
  readonly callsDir: string;
  /** The calls' keys, twice; never in a backup. */
  readonly keyFiles: { readonly first: string; readonly second: string };
  /** Copies of the database. */
  readonly backupsDir: string;
  /** Where a damaged database is kept aside. */
  readonly damagedDir: string;
  /** Room for what must be written when the disk is full. */
  readonly reserveFile: string;
  /** The key under which they are wrapped, itself wrapped where the system has a keychain. */
  readonly masterKeyFile: string;
  /** What one run needs on disk and erases at its end. Not the system's temporary folder: that may be memory, and shared. */
  readonly tempDir: string;
}

interface PathVariables {
  readonly SOFTSPOKEN_DATA_DIR?: string | undefined;
  readonly APPDATA?: string | undefined;
  readonly XDG_DATA_HOME?: string | undefined;
}

/** Where this app keeps its files, by each system's convention; `SOFTSPOKEN_DATA_DIR` overrides it. */
export function appPaths(
  env: PathVariables = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): AppPaths {
  const dataDir = env.SOFTSPOKEN_DATA_DIR || defaultDataDir(env, platform, home);
  return {
    dataDir,
    databaseFile: join(dataDir, 'softspoken.db'),
    callsDir: join(dataDir, 'calls'),
    keyFiles: { first: join(dataDir, 'keys.db'), second: join(dataDir, 'keys-copy.db') },
    backupsDir: join(dataDir, 'backups'),
    damagedDir: join(dataDir, 'damaged'),
    reserveFile: join(dataDir, 'reserve'),
    masterKeyFile: join(dataDir, 'master.key'),
    tempDir: join(dataDir, 'temp'),
  };
}

function defaultDataDir(env: PathVariables, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Softspoken');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Softspoken');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'softspoken');
}
