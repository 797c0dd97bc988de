import Moleculer from 'moleculer';

/** Every process beats once in two seconds. */
const SILENT_S = 3;

interface Heard {
  readonly node: { readonly lastHeartbeatTime?: number };
}

/**
 * Those that were heard of lately, else all; `now` counts seconds like the heartbeats. A process that was killed stays
 * on the list for six seconds, while the one that took its place is there already.
 */
export function lively<Endpoint extends Heard>(
  endpoints: readonly Endpoint[],
  now: number,
): readonly Endpoint[] {
  const heard = endpoints.filter(({ node }) => now - (node.lastHeartbeatTime ?? 0) <= SILENT_S);
  return heard.length > 0 ? heard : endpoints;
}

/** Asks the processes that offer an action in turn, and none that went silent. */
export class LivelyStrategy extends Moleculer.Strategies.Base {
  #turn = 0;

  override select(list: Moleculer.ActionEndpoint[]): Moleculer.ActionEndpoint {
    const among = lively(list, process.uptime());
    this.#turn += 1;
    const next = among[this.#turn % among.length];
    if (!next) throw new Error('Nobody to choose from');
    return next;
  }
}
