import {
  type BrowserWindow,
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
  type WebFrameMain,
} from 'electron';
import { z } from 'zod';
import { streamIdSchema } from '../../../contract/streamContract.ts';
import { createAppRouter } from '../../rpc/appRouter.ts';
import { serveBulk } from '../../rpc/bulkConnection.ts';
import { createRpcServer } from '../../rpc/rpcConnection.ts';
import type { Services } from '../../services/createServices.ts';
import { reportUnexpected } from '../../services/reportUnexpected.ts';
import { isAppUrl } from './appAddress.ts';
import { bulkTransport, rpcTransport } from './portTransports.ts';

const bulkRequestSchema = z.object({ streamId: streamIdSchema });

/**
 * Gives the window's page, each time it is loaded, one port for calls and events and one that accepts a port for every
 * bulk stream, until it is closed. The preload script asks for them; no other sender gets any.
 */
export function handOverPorts(window: BrowserWindow, services: Services): void {
  const serveRpc = createRpcServer(createAppRouter(services), services.logger);

  const connect = (event: IpcMainEvent) => {
    const frame = event.senderFrame;
    if (event.sender !== window.webContents || !isAppPage(frame, window)) return;
    const rpc = new MessageChannelMain();
    const bulk = new MessageChannelMain();
    serveRpc(rpcTransport(rpc.port1));
    serveStreams(bulk.port1, services);
    frame.postMessage('softspoken:ports', null, [rpc.port2, bulk.port2]);
  };
  ipcMain.on('softspoken:connect', connect);
  window.once('closed', () => ipcMain.off('softspoken:connect', connect));
}

function isAppPage(frame: WebFrameMain | null, window: BrowserWindow): frame is WebFrameMain {
  return frame !== null && frame === window.webContents.mainFrame && isAppUrl(frame.url);
}

function serveStreams(bulkPort: MessagePortMain, { streams, logger }: Services): void {
  bulkPort.on('message', ({ data, ports: [port] }) => {
    if (port === undefined) return;
    try {
      serveBulk(streams.connect(bulkRequestSchema.parse(data).streamId), bulkTransport(port), logger);
    } catch (error) {
      reportUnexpected(logger, 'A stream could not be connected', error);
      port.close();
    }
  });
  bulkPort.start();
}
