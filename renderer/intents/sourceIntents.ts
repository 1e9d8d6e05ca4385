import { type Role, roles } from '../../core/model/role.ts';
import type { SourceChoice } from '../../core/model/sourceChoice.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { listPageMicrophones, type PageMicrophone } from '../sound/pageMicrophone.ts';
import { type SourcePreview, startPreview } from '../sound/sourcePreview.ts';
import { usualChoices } from '../state/sourceChoice.ts';
import { type SourceState, silentSource, useSourceStore } from '../state/sourceStore.ts';

export interface SourceIntents {
  /** Asks for the devices again, and listens to the chosen ones. */
  listen(): Promise<void>;
  /** Listens to a source from now on, and remembers the choice. */
  choose(role: Role, choice: SourceChoice): Promise<void>;
  /** Stops listening, and lets go of this page's microphones. */
  rest(): void;
  /** Stops listening; the page's microphones stay open and belong to the caller. */
  takeMicrophones(): Promise<Partial<Record<Role, PageMicrophone>>>;
}

export function createSourceIntents(client: AppClient): SourceIntents {
  const previews = new Map<Role, Promise<SourcePreview | undefined>>();
  /** Counts up whenever a listening that is about to begin is no longer wanted. */
  let wish = 0;
  /** Settled when no listening is about to begin. */
  let begun: Promise<void> = Promise.resolve();

  function release(role: Role): void {
    void previews.get(role)?.then((preview) => {
      preview?.stop();
      preview?.microphone?.close();
    });
    previews.delete(role);
  }

  function preview(role: Role): Promise<SourcePreview | undefined> {
    release(role);
    const { choice } = useSourceStore.getState().sources[role];
    update(role, { label: choice.kind === 'device' ? choice.name : undefined, level: undefined, error: undefined });
    if (choice.kind === 'none') return Promise.resolve(undefined);
    const isCurrent = (): boolean => previews.get(role) === started;
    const started: Promise<SourcePreview | undefined> = startPreview(client, choice, {
      onLevel: (level) => isCurrent() && update(role, { level }),
      onError: (error) => isCurrent() && update(role, { level: undefined, error: errorOf(error) }),
    }).catch((error: unknown) => {
      if (isCurrent()) update(role, { error: errorOf(error) });
      return undefined;
    });
    previews.set(role, started);
    void started.then((opened) => {
      if (opened?.microphone && isCurrent()) update(role, { label: opened.microphone.label });
    });
    return started;
  }

  async function begin(): Promise<void> {
    wish += 1;
    const ours = wish;
    await refreshDevices(client);
    if (ours !== wish) return;
    const choiceOf = (role: Role) => useSourceStore.getState().sources[role].choice;
    // System sound can only be asked for by a click of the user: it goes on, or waits for one.
    await Promise.all(roles.filter((role) => choiceOf(role).kind !== 'system').map(preview));
  }

  return {
    listen() {
      begun = begin();
      return begun;
    },
    async choose(role, choice) {
      update(role, { choice });
      void client.settings.update({ sources: { [role]: choice } });
      const { microphone } = (await preview(role)) ?? {};
      // Names appear once the user has allowed one microphone.
      if (microphone) useSourceStore.setState({ pageMicrophones: await listPageMicrophones() });
    },
    rest() {
      wish += 1;
      for (const role of roles) release(role);
    },
    async takeMicrophones() {
      // Who starts at once, while the microphones are just being opened, waits for them.
      await begun;
      wish += 1;
      const taken = [...previews];
      previews.clear();
      const microphones: Partial<Record<Role, PageMicrophone>> = {};
      for (const [role, started] of taken) {
        const preview = await started;
        preview?.stop();
        if (preview?.microphone) microphones[role] = preview.microphone;
      }
      return microphones;
    },
  };
}

async function refreshDevices(client: AppClient): Promise<void> {
  try {
    const [{ hasSystemSound }, { devices, problem }, { settings }, pageMicrophones] = await Promise.all([
      client.host.info(),
      client.host.devices(),
      client.settings.get(),
      listPageMicrophones(),
    ]);
    const isFirst = useSourceStore.getState().devices === undefined;
    useSourceStore.setState({ devices, problem: problem ?? undefined, hasSystemSound, pageMicrophones });
    if (!isFirst) return;
    const usual = usualChoices(devices);
    for (const role of roles) update(role, { choice: settings.sources[role] ?? usual[role] });
  } catch (error) {
    useSourceStore.setState({ devices: [], problem: errorOf(error) });
  }
}

function update(role: Role, change: Partial<SourceState>): void {
  const { sources } = useSourceStore.getState();
  useSourceStore.setState({ sources: { ...sources, [role]: { ...silentSource, ...sources[role], ...change } } });
}
