import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as ElectronStandIn from './electronStandIn.ts';

const root = join(import.meta.dirname, '..', '..');
const standInPath = join(import.meta.dirname, 'electronStandIn.ts');
const require = createRequire(import.meta.url);

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: pathToFileURL(standInPath).href, shortCircuit: true } : next(specifier, context),
});

/**
 * Loads a module of the project with Node, replacing Electron by the stand-in.
 *
 * @param path relative to the project's folder, built or source
 */
export function loadWithElectronStandIn<Module>(path: string): Module {
  return require(join(root, path));
}

/** The stand-in seen by the modules loaded here. */
export const electron: typeof ElectronStandIn = require(standInPath);
