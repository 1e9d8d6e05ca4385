import type { Role } from '../../../../core/model/role.ts';

/**
 * Sets the volume of each party of a recording. While all are alike, the media element plays directly; from the first
 * difference on, its sound permanently passes through a gain for each channel.
 */
export class LaneMixer {
  readonly #media: HTMLMediaElement;
  readonly #roles: readonly Role[];
  readonly #gains: Map<Role, number>;
  #graph: { readonly context: AudioContext; readonly nodes: ReadonlyMap<Role, GainNode> } | undefined;

  /** @param roles parties of the channels, in order */
  constructor(media: HTMLMediaElement, roles: readonly Role[]) {
    this.#media = media;
    this.#roles = roles;
    this.#gains = new Map(roles.map((role) => [role, 1]));
  }

  /** @param gain 0…1 */
  set(role: Role, gain: number): void {
    if (!this.#gains.has(role)) return;
    this.#gains.set(role, gain);
    const gains = [...this.#gains.values()];
    if (!this.#graph && gains.every((each) => each === gain)) {
      this.#media.volume = gain;
      return;
    }
    this.#graph ??= this.#connect();
    for (const [each, node] of this.#graph.nodes) node.gain.value = this.#gains.get(each) ?? 1;
  }

  close(): void {
    this.#graph?.context.close().catch(() => {
      // A context that is already closed needs no closing.
    });
  }

  #connect() {
    const context = new AudioContext();
    const splitter = context.createChannelSplitter(this.#roles.length);
    const merger = context.createChannelMerger(this.#roles.length);
    context.createMediaElementSource(this.#media).connect(splitter);
    const nodes = new Map<Role, GainNode>();
    for (const [channel, role] of this.#roles.entries()) {
      const node = context.createGain();
      splitter.connect(node, channel).connect(merger, 0, channel);
      nodes.set(role, node);
    }
    merger.connect(context.destination);
    this.#media.volume = 1;
    return { context, nodes };
  }
}
