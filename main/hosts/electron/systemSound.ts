import { desktopCapturer, type Session } from 'electron';
import { isAppUrl } from './appAddress.ts';

/**
 * Platforms where a page can capture what the computer plays. On Linux a capture device, the monitor of an output, does
 * this.
 */
const loopbackPlatforms: readonly string[] = ['win32', 'darwin'];

/**
 * Lets the app's page capture what the computer plays, through `getDisplayMedia`. That API delivers sound only together
 * with a picture, which the page drops immediately. macOS shows its own picker if it has one.
 */
export function allowSystemSound(session: Session, platform: string): void {
  session.setDisplayMediaRequestHandler(
    (request, callback) => {
      const allowed =
        request.audioRequested && isAppUrl(request.securityOrigin) && loopbackPlatforms.includes(platform);
      if (!allowed) {
        callback(null);
        return;
      }
      desktopCapturer.getSources({ types: ['screen'], thumbnailSize: { width: 0, height: 0 } }).then(
        ([screen]) => callback(screen ? { video: screen, audio: 'loopback' } : null),
        () => callback(null),
      );
    },
    { useSystemPicker: true },
  );
}
