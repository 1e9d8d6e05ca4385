import { Menu, Tray } from 'electron';
import { desktopWords as words } from './desktopWords.ts';
import { type TrayState, trayIcon } from './trayIcon.ts';

export interface TrayView {
  readonly state: TrayState;
  readonly hasOverlay: boolean;
}

interface TrayActions {
  readonly show: () => void;
  readonly toggleOverlay: () => void;
  readonly quit: () => void;
}

/** The app's icon in the system tray, with its state and the way to its windows. */
export class AppTray {
  readonly #actions: TrayActions;
  readonly #tray: Tray;
  #view: TrayView = { state: 'idle', hasOverlay: false };

  constructor(actions: TrayActions) {
    this.#actions = actions;
    this.#tray = new Tray(trayIcon('idle'));
    this.#tray.on('click', () => actions.show());
    this.#write();
  }

  show(view: TrayView): void {
    const before = this.#view;
    if (view.state === before.state && view.hasOverlay === before.hasOverlay) return;
    this.#view = view;
    if (view.state !== before.state) this.#tray.setImage(trayIcon(view.state));
    this.#write();
  }

  #write(): void {
    const { state, hasOverlay } = this.#view;
    const { show, toggleOverlay, quit } = this.#actions;
    this.#tray.setToolTip(words.states[state]);
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.show, click: show },
        {
          label: words.smallWindow,
          type: 'checkbox',
          checked: hasOverlay,
          enabled: state !== 'idle',
          click: toggleOverlay,
        },
        { type: 'separator' },
        { label: words.quit, click: quit },
      ]),
    );
  }
}
