import { type NativeImage, nativeImage } from 'electron';
import { encodePng } from './pngImage.ts';

/** Waiting for a call, coaching one, or coaching one with a problem. */
export type TrayState = 'idle' | 'call' | 'trouble';

/** Side of the icon in pixels of a screen of usual density; all lengths below use this unit. */
const side = 16;
const centre = side / 2;

/**
 * A different shape for each state, not just another colour. Each function returns the distance to the edge, negative
 * inside.
 */
const shapes: Readonly<Record<TrayState, (x: number, y: number) => number>> = {
  idle: (x, y) => Math.abs(Math.hypot(x - centre, y - centre) - 5.5) - 1,
  call: (x, y) => Math.hypot(x - centre, y - centre) - 6.5,
  trouble: (x, y) => Math.max(y - 14, 0.894 * Math.abs(x - centre) + 0.447 * (1.5 - y)),
};

const colours: Readonly<Record<TrayState, readonly [number, number, number]>> = {
  idle: [0x8a, 0x94, 0x9c],
  call: [0x2f, 0xa3, 0x7a],
  trouble: [0xe0, 0x8a, 0x1e],
};

export function trayIcon(state: TrayState): NativeImage {
  const image = nativeImage.createFromBuffer(trayPng(state, 1), { scaleFactor: 1 });
  image.addRepresentation({ scaleFactor: 2, buffer: trayPng(state, 2) });
  // The menu bar of macOS colours its icons itself; elsewhere this does nothing.
  image.setTemplateImage(true);
  return image;
}

export function trayPng(state: TrayState, scaleFactor: number): Buffer {
  const pixels = side * scaleFactor;
  const rgba = new Uint8Array(4 * pixels * pixels);
  for (let i = 0; i < pixels * pixels; i++) {
    const distance = shapes[state](((i % pixels) + 0.5) / scaleFactor, (Math.floor(i / pixels) + 0.5) / scaleFactor);
    const opacity = Math.max(0, Math.min(1, 0.5 - distance * scaleFactor));
    rgba.set([...colours[state], Math.round(255 * opacity)], 4 * i);
  }
  return encodePng(pixels, rgba);
}
