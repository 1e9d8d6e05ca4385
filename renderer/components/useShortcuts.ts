import { keysOf } from '../../core/model/keysOf.ts';
import type { Shortcut } from '../../core/model/settings.ts';
import { useSettings } from '../state/settingsStore.ts';
import { useKeys } from './useKeys.ts';

/**
 * Binds the component's actions to the agent's shortcuts while it is mounted.
 *
 * @param actions an action that is missing, or returns false, leaves its key to others
 */
export function useShortcuts(actions: { readonly [Name in Shortcut]?: () => boolean }): void {
  const keys = useSettings().shortcuts;
  useKeys(({ key }) => {
    const pressed = key.toUpperCase();
    const action = keysOf(actions).find((name) => keys[name] === pressed);
    return (action && actions[action]?.()) ?? false;
  });
}
