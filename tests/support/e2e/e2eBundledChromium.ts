import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

const packageDir = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const cacheDir = join(import.meta.dirname, '..', '..', '..', '.cache');
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

export interface BundledChromium {
  readonly executablePath: string;
  /** The environment in which it finds the libraries and the font that come with it. */
  readonly env: Record<string, string>;
}

/**
 * Returns the Chromium of the npm package `@sparticuz/chromium` (Linux on x64), extracted once. The package extracts
 * into the system's temporary folder and accepts a Chromium of any version that already exists there: hence a separate
 * folder, named by the version.
 */
export async function bundledChromium(): Promise<BundledChromium> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const dir = join(cacheDir, `chromium-${version}`);
  if (!existsSync(dir)) await extractTo(dir);
  return { executablePath: join(dir, 'chromium'), env: libraryEnvironment(dir) };
}

/** The folder appears only when it is complete: an interrupted or concurrent run leaves no half of a browser. */
async function extractTo(dir: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const building = await mkdtemp(`${dir}-`);
  try {
    await withEnvironment({ TMPDIR: building }, () =>
      Promise.all(archives.map((archive) => inflate(join(packageDir, 'bin', archive)))),
    );
    const fontsConfig = join(building, 'fonts', 'fonts.conf');
    await writeFile(fontsConfig, (await readFile(fontsConfig, 'utf8')).replaceAll('/tmp/fonts', join(dir, 'fonts')));
    await rename(building, dir);
  } catch (error) {
    if (!existsSync(join(dir, 'chromium'))) throw error;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/**
 * Returns the variables that `setupLambdaEnvironment` sets, and unsets them: other programs must not get these
 * libraries.
 */
function libraryEnvironment(dir: string): Record<string, string> {
  return withEnvironment({ FONTCONFIG_PATH: join(dir, 'fonts') }, () => {
    setupLambdaEnvironment(join(dir, 'al2023', 'lib'));
    return { ...process.env } as Record<string, string>;
  });
}

/** Runs a step with these variables in the environment; a promise is started in it, not awaited. */
function withEnvironment<T>(variables: Record<string, string>, step: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return step();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
