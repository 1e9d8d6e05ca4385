import { type Role, roles } from '../../core/model/role.ts';
import type { SourceChoice } from '../../core/model/sourceChoice.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { listPageMicrophones, type PageMicrophone } from '../sound/pageMicrophone.ts';
import { type SourcePreview, startPreview } from '../sound/sourcePreview.ts';
import { usualChoices } from '../state/sourceChoice.ts';
import { type SourceState, silentSource, useSourceStore } from '../state/sourceStore.ts';

export class SourceIntents {
  readonly #client: AppClient;
  readonly #previews = new Map<Role, Promise<SourcePreview | undefined>>();
  /** Increases whenever a pending start is no longer wanted. */
  #wish = 0;
  /** Settled when no start is pending. */
  #begun: Promise<void> = Promise.resolve();

  constructor(client: AppClient) {
    this.#client = client;
  }

  /** Refreshes the list of devices, and listens to the selected ones. */
  listen(): Promise<void> {
    this.#begun = this.#begin();
    return this.#begun;
  }

  /** Listens to a source from now on, and stores the choice. */
  async choose(role: Role, choice: SourceChoice): Promise<void> {
    update(role, { choice });
    void this.#client.settings.update({ sources: { [role]: choice } });
    const { microphone } = (await this.#preview(role)) ?? {};
    // Names appear once the user has allowed one microphone.
    if (microphone) useSourceStore.setState({ pageMicrophones: await listPageMicrophones() });
  }

  /** Stops listening, and closes this page's microphones. */
  rest(): void {
    this.#wish += 1;
    for (const role of roles) this.#release(role);
  }

  /**
   * Stops listening and passes on this page's microphones, still open.
   *
   * @param taken closes them
   * @param wanted the parties whose microphones are needed; any other is closed immediately
   */
  async takeMicrophones(
    taken: DisposableStack,
    wanted: readonly Role[] = roles,
  ): Promise<Partial<Record<Role, PageMicrophone>>> {
    // A call that starts while the microphones are being opened waits for them.
    await this.#begun;
    this.#wish += 1;
    const previews = [...this.#previews];
    this.#previews.clear();
    const microphones: Partial<Record<Role, PageMicrophone>> = {};
    for (const [role, started] of previews) {
      const preview = await started;
      preview?.stop();
      if (!preview?.microphone) continue;
      if (wanted.includes(role)) microphones[role] = taken.adopt(preview.microphone, (opened) => opened.close());
      else preview.microphone.close();
    }
    return microphones;
  }

  #release(role: Role): void {
    void this.#previews.get(role)?.then((preview) => {
      preview?.stop();
      preview?.microphone?.close();
    });
    this.#previews.delete(role);
  }

  #preview(role: Role): Promise<SourcePreview | undefined> {
    this.#release(role);
    const { choice } = useSourceStore.getState().sources[role];
    update(role, { label: choice.kind === 'device' ? choice.name : undefined, level: undefined, error: undefined });
    if (choice.kind === 'none') return Promise.resolve(undefined);
    const isCurrent = (): boolean => this.#previews.get(role) === started;
    const started: Promise<SourcePreview | undefined> = startPreview(this.#client, choice, {
      onLevel: (level) => isCurrent() && update(role, { level }),
      onError: (error) => isCurrent() && update(role, { level: undefined, error: errorOf(error) }),
    }).catch((error: unknown) => {
      if (isCurrent()) update(role, { error: errorOf(error) });
      return undefined;
    });
    this.#previews.set(role, started);
    void started.then((opened) => {
      if (opened?.microphone && isCurrent()) update(role, { label: opened.microphone.label });
    });
    return started;
  }

  async #begin(): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    await refreshDevices(this.#client);
    if (wish !== this.#wish) return;
    const choiceOf = (role: Role) => useSourceStore.getState().sources[role].choice;
    // System sound can only be requested by a click of the user: an open one stays open, others wait for a click.
    await Promise.all(roles.filter((role) => choiceOf(role).kind !== 'system').map((role) => this.#preview(role)));
  }
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
