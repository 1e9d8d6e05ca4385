import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../../core/model/appError.ts';
import { systemErrorCode } from '../../errorCodes.ts';

const attempts = 5;

/**
 * Listens on 127.0.0.1 and ::1 at the same port, so that nobody else answers at `localhost`; without IPv6, on 127.0.0.1
 * alone.
 * @param port 0 for any free one
 * @returns the port
 * @throws AppError if the port is in use
 */
export async function listenOnLoopback(ipv4: Server, ipv6: Server, port: number): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      await listen(ipv4, port, '127.0.0.1');
      const bound = (ipv4.address() as AddressInfo).port;
      await listen(ipv6, bound, '::1').catch(tolerateMissingIpv6);
      return bound;
    } catch (error) {
      if (ipv4.listening) await new Promise((resolve) => ipv4.close(resolve));
      if (systemErrorCode(error) !== 'EADDRINUSE') throw error;
      if (port !== 0 || attempt === attempts) {
        throw new AppError('port-in-use', `Port ${port} is in use by another program. Choose another one.`, {
          cause: error,
        });
      }
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function tolerateMissingIpv6(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error;
}
