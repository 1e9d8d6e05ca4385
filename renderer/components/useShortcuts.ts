import { keysOf } from '../../core/model/keysOf.ts';
import type { Shortcut } from '../../core/model/settings.ts';
import { useSettings } from '../state/settingsStore.ts';
import { useKeys } from './useKeys.ts';

/**
 * Does by single keys, as the agent has chosen them, what the component offers while it is on the screen.
 *
 * @param actions what is missing, or returns false, leaves its key to others
 */
export function useShortcuts(actions: { readonly [Name in Shortcut]?: () => boolean }): void {
  const keys = useSettings().shortcuts;
  useKeys(({ key }) => {
    const pressed = key.toUpperCase();
    const action = keysOf(actions).find((name) => keys[name] === pressed);
    return (action && actions[action]?.()) ?? false;
  });
}
