import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Finds Electron's own program; its package installs none until asked. Asking it for the path would start a download.
 */
function electronBinary(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules', 'electron', 'dist');
  const pathFile = join(root, 'node_modules', 'electron', 'path.txt');
  const program = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  return existsSync(join(folder, program)) ? join(folder, program) : undefined;
}

function obstacle(): string | undefined {
  if (electronBinary() === undefined) return 'there is no Electron binary here';
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  return hasDisplay ? undefined : 'there is no display';
}

const reason = obstacle();
if (reason !== undefined) process.stderr.write(`skipped: the desktop app cannot open: ${reason}\n`);

describe.skipIf(reason !== undefined)('the desktop app (needs an Electron binary)', () => {
  it('opens and analyses the sample call without violating its security policy', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'softspoken-app-'));
    const app = await _electron.launch({
      executablePath: electronBinary() ?? '',
      args: [root],
      env: { ...process.env, SOFTSPOKEN_DATA_DIR: dataDir },
    });
    const complaints: string[] = [];
    try {
      const page = await app.firstWindow();
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text());
      });
      await page.getByRole('link', { name: 'Calls' }).click();
      await page.locator('.sample').first().click();
      await page.waitForURL(/#\/calls\//, { timeout: 60_000 });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(page.url()).toMatch(/^app:\/\/softspoken\//);
      expect(complaints).toEqual([]);
    } finally {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 120_000);
});
