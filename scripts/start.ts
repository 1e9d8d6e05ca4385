/**
 * `npm start` builds the app and opens the desktop window. If that isn't possible, it says why in one line and serves
 * the same app from a loopback address. Arguments are passed on to `softspoken serve`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** More than a fast connection needs for the binary, and as long as anybody would wait for a window. */
const FETCH_SECONDS = 90;

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const shell = process.platform === 'win32';

function electronBinary(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = override ?? join(root, 'node_modules', 'electron', 'dist');
  const named = join(root, 'node_modules', 'electron', 'path.txt');
  const fallback = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const path = join(folder, existsSync(named) ? readFileSync(named, 'utf8') : fallback);
  return existsSync(path) ? path : undefined;
}

/** Returns the reason why the desktop app can't open here, or undefined if it can. */
function desktopObstacle(): string | undefined {
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay) return 'there is no display';
  if (electronBinary()) return undefined;
  console.log(`Fetching the Electron binary (once, at most ${FETCH_SECONDS} s) …`);
  spawnSync(bin('install-electron'), { stdio: 'ignore', timeout: FETCH_SECONDS * 1000, shell });
  return electronBinary() ? undefined : 'there is no Electron binary and it could not be fetched';
}

const built = spawnSync(bin('electron-vite'), ['build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit', shell });
if (built.status !== 0) process.exit(built.status ?? 1);

const obstacle = desktopObstacle();
if (obstacle) console.log(`Serving Softspoken in the browser instead of the desktop app: ${obstacle}.`);
const [command, args] = obstacle
  ? [process.execPath, [join(root, 'out', 'main', 'cli.js'), 'serve', ...process.argv.slice(2)]]
  : [electronBinary()!, [root]];
const child = spawn(command, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
