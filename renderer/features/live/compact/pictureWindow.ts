declare global {
  interface Window {
    /** An API of Chromium that TypeScript's DOM library does not have yet. */
    readonly documentPictureInPicture?: {
      requestWindow(options: { width: number; height: number; disallowReturnToOpener?: boolean }): Promise<Window>;
    };
  }
}

/** The size of the compact view, in CSS pixels. */
export const compactSize = { width: 320, height: 110 } as const;

export function picturesAreSupported(): boolean {
  return window.documentPictureInPicture !== undefined;
}

/**
 * Opens an empty window above all others that looks like this page. Call it only in response to a click.
 *
 * @throws {Error} if the browser cannot; check `picturesAreSupported` first
 */
export async function openPictureWindow(size: { readonly width: number; readonly height: number }): Promise<Window> {
  const pictures = window.documentPictureInPicture;
  if (!pictures) throw new Error('This browser has no document picture-in-picture.');
  const picture = await pictures.requestWindow({ ...size, disallowReturnToOpener: true });
  const { documentElement: root, head } = picture.document;
  for (const style of document.querySelectorAll<HTMLElement>('link[rel=stylesheet], style')) {
    const copy = document.importNode(style, true);
    // A copied node has no nonce attribute, only the property.
    copy.nonce = style.nonce ?? '';
    head.append(copy);
  }
  root.lang = document.documentElement.lang;
  for (const { name, value } of document.documentElement.attributes) {
    if (name.startsWith('data-')) root.setAttribute(name, value);
  }
  picture.document.title = document.title;
  return picture;
}
