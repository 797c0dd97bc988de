import { once } from 'node:events';
import type { ActiveFault, FaultName } from '@evenkeel/contracts';
import type { Disturbance, DisturbanceKind, EngineProxy } from '@evenkeel/engines';
import type { Making } from './launcher-faults.js';

type NetworkFault = Extract<FaultName, `network.${string}`>;

const KINDS: { readonly [Name in NetworkFault]: DisturbanceKind } = {
  'network.latency': 'latency',
  'network.jitter': 'jitter',
  'network.black-hole': 'black-hole',
  'network.reset': 'reset',
  'network.slow-bytes': 'slow-bytes',
};
/** Between two pieces of an answer whose bytes come slowly, when nobody says otherwise. */
const PIECE_MS = 1;

export const isNetworkFault = (name: FaultName): name is NetworkFault => name in KINDS;

/**
 * Disturbs what an engine says. A reset happens as often as it should; the others are a state of the network, which
 * lasts until the fault is over.
 */
export const disturbing =
  (proxy: EngineProxy, name: NetworkFault, fault: ActiveFault): Making =>
  async (life) => {
    const kind = KINDS[name];
    const enough = new AbortController();
    const until = AbortSignal.any([life.signal, enough.signal]);
    let left = fault.count - fault.fired;
    const disturbance: Disturbance = {
      kind,
      ms: fault.ms ?? PIECE_MS,
      probability: fault.probability,
      until,
      fired() {
        life.fired();
        left -= 1;
        if (kind === 'reset' && left === 0) enough.abort();
      },
    };
    proxy.disturb(disturbance);
    if (!until.aborted) await once(until, 'abort');
  };
