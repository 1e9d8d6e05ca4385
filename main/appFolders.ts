import { fileURLToPath } from 'node:url';

const isSource = import.meta.url.endsWith('.ts');

/** Returns a folder that comes with the app, whether this module runs from source or built. */
function appFolder(fromSource: string, fromBuilt: string): string {
  return fileURLToPath(new URL(isSource ? fromSource : fromBuilt, import.meta.url));
}

/** The built screens. */
export const rendererDir = appFolder('../out/renderer', '../renderer');
/** The example calls. */
export const samplesDir = appFolder('../samples', '../../samples');
/** The spoken clips of the practice. */
export const clipsDir = appFolder('../samples/practice/clips', '../../samples/practice/clips');
