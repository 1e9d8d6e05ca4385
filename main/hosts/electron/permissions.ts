import type { Session } from 'electron';
import { isAppUrl } from './appAddress.ts';

interface Wish {
  readonly permission: string;
  /** The page that asks. */
  readonly url: string;
  readonly isMainFrame: boolean;
  /** The kinds of media it wants to capture, if any. */
  readonly mediaTypes: readonly string[];
}

/** True for sound for the app's own page, and nothing else: Electron by default would approve everything. */
function isAllowed({ permission, url, isMainFrame, mediaTypes }: Wish): boolean {
  if (!isMainFrame || !isAppUrl(url)) return false;
  if (permission === 'display-capture') return true;
  return permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'audio');
}

export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    callback(isAllowed({ permission, url: details.requestingUrl, isMainFrame: details.isMainFrame, mediaTypes }));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame, mediaType }) =>
    isAllowed({ permission, url: requestingOrigin, isMainFrame, mediaTypes: mediaType ? [mediaType] : [] }),
  );
  session.setDevicePermissionHandler(() => false);
}
