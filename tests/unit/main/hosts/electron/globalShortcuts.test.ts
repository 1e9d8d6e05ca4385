import { beforeEach, describe, expect, it } from 'vitest';
import type * as GlobalShortcutsModule from '../../../../../main/hosts/electron/globalShortcuts.ts';
import { electron, loadWithElectronStandIn } from '../../../../support/loadWithElectronStandIn.ts';

const { GlobalShortcuts } = loadWithElectronStandIn<typeof GlobalShortcutsModule>(
  'main/hosts/electron/globalShortcuts.ts',
);
const { taken, registered } = electron.globalShortcut;
const none = { markCueWrong: null, flag: null, nextStage: null };

let acted: string[];
let refused: string[][];
let shortcuts: InstanceType<typeof GlobalShortcuts>;

beforeEach(() => {
  taken.clear();
  registered.clear();
  acted = [];
  refused = [];
  shortcuts = new GlobalShortcuts({
    act: (shortcut) => acted.push(shortcut),
    onRefused: (names) => refused.push(names),
  });
});

describe('global shortcuts', () => {
  it('are registered while a call runs and released after it', () => {
    shortcuts.follow({ ...none, flag: 'Alt+F' });
    expect([...registered.keys()]).toEqual([]);
    shortcuts.setInCall(true);
    registered.get('Alt+F')?.();
    expect(acted).toEqual(['flag']);
    shortcuts.setInCall(false);
    expect([...registered.keys()]).toEqual([]);
  });

  it('report those that another program has as soon as they are selected, and again when they are free', () => {
    taken.add('Alt+F');
    shortcuts.follow({ ...none, flag: 'Alt+F', nextStage: 'F9' });
    expect(refused.at(-1)).toEqual(['flag']);
    taken.clear();
    shortcuts.setInCall(true);
    expect(refused.at(-1)).toEqual([]);
    expect([...registered.keys()]).toEqual(['Alt+F', 'F9']);
  });

  it('changed during a call register the new keys and release the old ones', () => {
    shortcuts.setInCall(true);
    shortcuts.follow({ ...none, flag: 'Alt+F' });
    shortcuts.follow({ ...none, flag: 'Alt+G' });
    expect([...registered.keys()]).toEqual(['Alt+G']);
  });
});
