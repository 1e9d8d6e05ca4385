import { globalShortcut } from 'electron';
import { type GlobalShortcut, globalShortcuts, type Settings } from '../../../core/model/settings.ts';

type Keys = Settings['globalShortcuts'];

/** Keys that work while another program has the keyboard. They are registered only while a call runs. */
export class GlobalShortcuts {
  readonly #act: (shortcut: GlobalShortcut) => void;
  readonly #onRefused: (refused: GlobalShortcut[]) => void;
  #keys: Keys | undefined;
  #isInCall = false;

  constructor(options: {
    readonly act: (shortcut: GlobalShortcut) => void;
    /** Called after every attempt with the shortcuts that another program holds. */
    readonly onRefused: (refused: GlobalShortcut[]) => void;
  }) {
    this.#act = options.act;
    this.#onRefused = options.onRefused;
  }

  /**
   * Applies the selected keys. Outside a call they are registered and immediately released, to find out if they are
   * available.
   */
  follow(keys: Keys): void {
    const before = this.#keys;
    if (before && globalShortcuts.every((name) => before[name] === keys[name])) return;
    this.#keys = keys;
    this.#register();
  }

  setInCall(isInCall: boolean): void {
    if (isInCall === this.#isInCall) return;
    this.#isInCall = isInCall;
    if (isInCall) this.#register();
    else globalShortcut.unregisterAll();
  }

  #register(): void {
    globalShortcut.unregisterAll();
    const refused = globalShortcuts.filter((name) => {
      const keys = this.#keys?.[name];
      return keys != null && !globalShortcut.register(keys, () => this.#act(name));
    });
    if (!this.#isInCall) globalShortcut.unregisterAll();
    this.#onRefused(refused);
  }
}
