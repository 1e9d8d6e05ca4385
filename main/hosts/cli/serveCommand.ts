import { rendererDir } from '../../appFolders.ts';
import { startServices } from '../../services/startServices.ts';
import { appPaths } from '../../storage/appPaths.ts';
import { openBrowser } from '../web/openBrowser.ts';
import { startWebHost } from '../web/startWebHost.ts';
import { deviceCapture } from './devicesCommand.ts';
import { complain, printOut, terminalLogger } from './terminal.ts';
import { untilSignal } from './untilSignal.ts';

/** Serves the app at a loopback address until it is stopped. */
export async function serveCommand(options: { readonly port: number; readonly open: boolean }): Promise<0 | 1> {
  try {
    const services = await startServices({ kind: 'web', devices: deviceCapture(), logger: terminalLogger });
    try {
      const host = await startWebHost({ services, rendererDir, port: options.port });
      try {
        await printOut(`Softspoken: open ${host.url}\nThe address works once. Press Ctrl+C to stop.\n`);
        if (options.open) {
          await openBrowser(host.issueUrl(), appPaths().dataDir).catch((error: unknown) => complain('browser', error));
        }
        await untilSignal();
      } finally {
        await host.close();
      }
    } finally {
      await services.close();
    }
    return 0;
  } catch (error) {
    complain('serve', error);
    return 1;
  }
}
