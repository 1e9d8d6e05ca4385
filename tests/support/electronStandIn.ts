/**
 * A recording stand-in for the part of Electron's API that the desktop host uses, so that the built host runs under
 * Node. It imitates observed behaviour that matters: a page's message that transfers anything but ports arrives empty
 * in the main process, and a port reports its end only if the other side closed it.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

interface Envelope {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** Both Electron's MessagePortMain and, at the page's end, a DOM MessagePort. */
export class PortStandIn extends EventEmitter {
  readonly #port: MessagePort;
  #isClosed = false;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('close', () => {
      if (!this.#isClosed) this.emit('close');
    });
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    const ports = transfer.filter((item) => item instanceof PortStandIn).map((item) => item.#port);
    const isLost = ports.length < transfer.length;
    this.#port.postMessage({ data: isLost ? undefined : data, ports } satisfies Envelope, ports);
  }

  start(): void {
    this.#port.on('message', ({ data, ports }: Envelope) => {
      this.emit('message', { data, ports: ports.map((port) => new PortStandIn(port)) });
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#port.close();
  }

  addEventListener(type: string, listener: (event: unknown) => void): void {
    this.on(type, listener);
  }
}

export class MessageChannelMain {
  readonly port1: PortStandIn;
  readonly port2: PortStandIn;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new PortStandIn(port1);
    this.port2 = new PortStandIn(port2);
  }
}

interface Posted {
  readonly channel: string;
  readonly ports: readonly PortStandIn[];
}

export class FrameStandIn {
  url: string;
  readonly posted: Posted[] = [];

  constructor(url: string) {
    this.url = url;
  }

  postMessage(channel: string, _message: unknown, ports: readonly PortStandIn[]): void {
    this.posted.push({ channel, ports });
  }
}

export class WebContentsStandIn extends EventEmitter {
  readonly mainFrame = new FrameStandIn('about:blank');
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: {
    readonly show: boolean;
    readonly webPreferences: Readonly<Record<string, unknown>>;
    readonly [name: string]: unknown;
  };
  readonly webContents = new WebContentsStandIn();
  readonly calls: string[] = [];
  minimized = false;
  position: [number, number];
  destroyed = false;

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    this.position = [Number(options['x'] ?? 0), Number(options['y'] ?? 0)];
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    this.calls.push(`loadURL ${url}`);
    this.emit('ready-to-show');
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  restore(): void {
    this.calls.push('restore');
  }

  show(): void {
    this.calls.push('show');
  }

  focus(): void {
    this.calls.push('focus');
  }

  hide(): void {
    this.calls.push('hide');
  }

  showInactive(): void {
    this.calls.push('showInactive');
  }

  setAlwaysOnTop(on: boolean, level: string): void {
    this.calls.push(`setAlwaysOnTop ${on} ${level}`);
  }

  setVisibleOnAllWorkspaces(on: boolean): void {
    this.calls.push(`setVisibleOnAllWorkspaces ${on}`);
  }

  setContentProtection(on: boolean): void {
    this.calls.push(`setContentProtection ${on}`);
  }

  getPosition(): [number, number] {
    return this.position;
  }

  /** Simulates a drag by the user. */
  drag(x: number, y: number): void {
    this.position = [x, y];
    this.emit('move');
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}

interface MenuItem {
  readonly label?: string;
  readonly checked?: boolean;
  readonly enabled?: boolean;
  readonly click?: () => void;
}

export const Menu = { buildFromTemplate: (items: readonly MenuItem[]): readonly MenuItem[] => items };

/** Represents an image by its bytes. */
export const nativeImage = {
  createFromBuffer: (buffer: Buffer) => ({ buffer, addRepresentation() {}, setTemplateImage() {} }),
};

export class Tray extends EventEmitter {
  static readonly all: Tray[] = [];
  toolTip = '';
  menu: readonly MenuItem[] = [];
  image: unknown;

  constructor(image: unknown) {
    super();
    this.image = image;
    Tray.all.push(this);
  }

  setImage(image: unknown): void {
    this.image = image;
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }

  setContextMenu(menu: readonly MenuItem[]): void {
    this.menu = menu;
  }
}

export const globalShortcut = {
  /** Shortcuts used by other programs. */
  taken: new Set<string>(),
  registered: new Map<string, () => void>(),
  register(accelerator: string, action: () => void): boolean {
    if (globalShortcut.taken.has(accelerator)) return false;
    globalShortcut.registered.set(accelerator, action);
    return true;
  },
  unregisterAll(): void {
    globalShortcut.registered.clear();
  },
};

const display = { workArea: { x: 0, y: 0, width: 1_920, height: 1_040 } };

export const screen = { getPrimaryDisplay: () => display, getDisplayMatching: () => display };

class AppStandIn extends EventEmitter {
  readonly calls: string[] = [];
  exitCode: number | undefined;

  requestSingleInstanceLock(): boolean {
    this.calls.push('requestSingleInstanceLock');
    return true;
  }

  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }

  async whenReady(): Promise<void> {
    this.calls.push('whenReady');
  }

  getAppPath(): string {
    return join(import.meta.dirname, '..', '..');
  }

  quit(): void {
    this.calls.push('quit');
    this.emit('before-quit', { preventDefault: () => this.calls.push('quit prevented') });
  }

  exit(code = 0): void {
    this.exitCode = code;
    this.emit('exited');
  }
}

export const app = new AppStandIn();
export const ipcMain = new EventEmitter();

type RequestHandler = (request: Request) => Promise<Response>;
type Privileges = Readonly<Record<string, boolean>>;

export const protocol = {
  schemes: [] as { scheme: string; privileges: Privileges }[],
  handlers: new Map<string, RequestHandler>(),
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Privileges }[]): void {
    app.calls.push('registerSchemesAsPrivileged');
    protocol.schemes.push(...schemes);
  },
  handle(scheme: string, handler: RequestHandler): void {
    protocol.handlers.set(scheme, handler);
  },
};

/** Stores the last handler passed to each setter of a session. */
export class SessionStandIn {
  readonly protocol = protocol;
  readonly handlers: Record<string, (...args: never[]) => unknown> = {};
  displayMediaOptions: unknown;
  readonly webRequest = {
    onBeforeRequest: (handler: (...args: never[]) => unknown): void => this.#keep('beforeRequest', handler),
  };

  setPermissionRequestHandler(handler: (...args: never[]) => unknown): void {
    this.#keep('permissionRequest', handler);
  }

  setPermissionCheckHandler(handler: (...args: never[]) => unknown): void {
    this.#keep('permissionCheck', handler);
  }

  setDevicePermissionHandler(handler: (...args: never[]) => unknown): void {
    this.#keep('devicePermission', handler);
  }

  setDisplayMediaRequestHandler(handler: (...args: never[]) => unknown, options: unknown): void {
    this.#keep('displayMedia', handler);
    this.displayMediaOptions = options;
  }

  #keep(name: string, handler: (...args: never[]) => unknown): void {
    this.handlers[name] = handler;
  }
}

export const session = { defaultSession: new SessionStandIn() };

export const desktopCapturer = {
  getSources: async (): Promise<{ id: string; name: string }[]> => [{ id: 'screen:0:0', name: 'Screen' }],
};

export const systemPreferences = {
  microphoneAllowed: true,
  asked: [] as string[],
  async askForMediaAccess(kind: string): Promise<boolean> {
    systemPreferences.asked.push(kind);
    return systemPreferences.microphoneAllowed;
  },
};

/** A keychain that reverses text. */
export const safeStorage = {
  backend: 'gnome_libsecret',
  getSelectedStorageBackend: (): string => safeStorage.backend,
  encryptString: (text: string): Buffer => Buffer.from([...text].reverse().join('')),
  decryptString(bytes: Buffer): string {
    if (bytes.length === 0)
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    return [...bytes.toString('utf8')].reverse().join('');
  },
};

export const dialog = {
  errors: [] as string[],
  /** Requests to open something, and the folder the user will select; undefined cancels. */
  asked: [] as unknown[],
  folder: undefined as string | undefined,
  async showOpenDialog(options: unknown): Promise<{ canceled: boolean; filePaths: string[] }> {
    dialog.asked.push(options);
    return { canceled: dialog.folder === undefined, filePaths: dialog.folder === undefined ? [] : [dialog.folder] };
  },
  showErrorBox(title: string): void {
    dialog.errors.push(title);
  },
};

/** A utility process, played by a child process of Node. Its id is unknown until it has started. */
class UtilityProcessStandIn extends EventEmitter {
  readonly #child;
  #isUp = false;

  constructor(modulePath: string, args: readonly string[]) {
    super();
    this.#child = fork(modulePath, args, { serialization: 'advanced', execArgv: [], stdio: 'ignore' });
    this.#child.on('spawn', () => {
      this.#isUp = true;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => {
      this.#isUp = false;
      this.emit('exit', code);
    });
  }

  get pid(): number | undefined {
    return this.#isUp ? this.#child.pid : undefined;
  }

  postMessage(message: object): void {
    this.#child.send(message, () => {});
  }
}

export const utilityProcess = {
  forked: [] as UtilityProcessStandIn[],
  fork(modulePath: string, args: readonly string[]): UtilityProcessStandIn {
    const child = new UtilityProcessStandIn(modulePath, args);
    utilityProcess.forked.push(child);
    return child;
  },
};
