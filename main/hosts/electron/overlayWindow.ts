import { BrowserWindow, screen } from 'electron';
import type { Settings } from '../../../core/model/settings.ts';
import type { Services } from '../../services/createServices.ts';
import { reportUnexpected } from '../../services/reportUnexpected.ts';
import { appUrl } from './appAddress.ts';
import { overlayPlace, overlaySize } from './overlayPlace.ts';
import { pagePreferences } from './pagePreferences.ts';
import { handOverPorts } from './portHandOver.ts';

/** A window that is dragged reports every pixel; its place is saved when it rests this long. */
const restMilliseconds = 400;

/**
 * A compact view of the call, above all other windows. It never takes the keyboard from the softphone. The window
 * exists only while it is shown: a page costs memory.
 */
export class OverlayWindow {
  readonly #preload: string;
  readonly #services: Services;
  #window: BrowserWindow | undefined;

  /** @param preload path of the preload script */
  constructor(preload: string, services: Services) {
    this.#preload = preload;
    this.#services = services;
  }

  get isShown(): boolean {
    return this.#window !== undefined;
  }

  show(): void {
    if (this.#window) return;
    const { settings, logger } = this.#services;
    const { overlay } = settings.current();
    const window = new BrowserWindow({
      ...overlaySize,
      ...place(overlay.position),
      title: 'Softspoken',
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      focusable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      webPreferences: pagePreferences(this.#preload),
    });
    this.#window = window;
    // The level that stays above a softphone in full screen.
    window.setAlwaysOnTop(true, 'screen-saver');
    window.setVisibleOnAllWorkspaces(true);
    window.once('closed', () => {
      if (this.#window === window) this.#window = undefined;
    });
    window.once('ready-to-show', () => {
      window.showInactive();
      this.#rememberPlace(window);
    });
    this.follow(overlay);
    handOverPorts(window, this.#services);
    window.loadURL(`${appUrl}#/compact`).catch((error: unknown) => {
      // It may have been hidden before it was loaded.
      if (!window.isDestroyed()) reportUnexpected(logger, 'The small window could not be opened', error);
    });
  }

  hide(): void {
    this.#window?.destroy();
    this.#window = undefined;
  }

  /** Applies a change of the settings. */
  follow({ excludedFromCapture }: Settings['overlay']): void {
    this.#window?.setContentProtection(excludedFromCapture);
  }

  /**
   * Saves the place of the window whenever it is moved. The place where it opened was not selected by anyone: a screen
   * may be unplugged for a while.
   */
  #rememberPlace(window: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined;
    let [savedX, savedY] = window.getPosition();
    const save = () => {
      clearTimeout(timer);
      const [x, y] = window.getPosition();
      if (x === undefined || y === undefined || (x === savedX && y === savedY)) return;
      [savedX, savedY] = [x, y];
      this.#services.settings.update({ overlay: { position: { x, y } } });
    };
    window.on('move', () => {
      clearTimeout(timer);
      timer = setTimeout(save, restMilliseconds);
    });
    window.once('closed', () => clearTimeout(timer));
  }
}

/** Returns a place inside a connected screen. */
function place(saved: Settings['overlay']['position']) {
  const display = saved ? screen.getDisplayMatching({ ...saved, ...overlaySize }) : screen.getPrimaryDisplay();
  return overlayPlace(saved, display.workArea);
}
