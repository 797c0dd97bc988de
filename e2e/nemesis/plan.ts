import { FAULT_POINTS, type FaultName, type FaultPoint, type WantedFault } from '@evenkeel/contracts';
import { dice } from './dice.js';

/** A fault and when it is set, in milliseconds from the beginning. */
export interface Blow {
  readonly atMs: number;
  readonly fault: Partial<WantedFault> & { readonly fault: FaultName };
}

const BOOKKEEPERS = ['order', 'inventory', 'payment', 'finance', 'loyalty', 'fulfilment'] as const;
const SERVICES = [
  ...BOOKKEEPERS,
  'views',
  'identity',
  'cart',
  'catalog',
  'search',
  'bff',
  'gateway',
] as const;
const ENGINES = ['postgres', 'nats', 'mongo', 'redis'] as const;
/** The bank's ways, which happen to whoever pays next. */
const BANK: readonly FaultName[] = [
  'bank.declined',
  'bank.slow',
  'bank.callback-lost',
  'bank.callback-twice',
  'bank.callback-first',
  'bank.callbacks-reordered',
  'bank.no-answer',
  'bank.bank-down',
  'bank.wrong-amount',
  'bank.slow-answer',
  'bank.unsigned-answer',
];
/** Points that every purchase passes; the rarer ones are the drill's. */
const POINTS = (Object.keys(FAULT_POINTS) as FaultPoint[]).filter((point) =>
  /^(action|lane|saga\.between|bank|relay\.(before|after))/.test(point),
);
const SKEW_MS = 5_400_000;

/** Kinds of blows: all of one kind happened when one of them has. */
export const BLOW_KINDS = [
  'process.kill',
  'engine.kill',
  'process.pause',
  'broker.wipe',
  'clock.skew',
  'network.latency',
  'network.jitter',
  'network.black-hole',
  'network.reset',
  'network.slow-bytes',
  'point.crash',
  'point.delay',
  'point.error',
  'bank',
] as const;
export type BlowKind = (typeof BLOW_KINDS)[number];

/** What a blow is an example of. */
export function kindOf({ fault }: Blow): BlowKind {
  if (fault.fault in FAULT_POINTS) return `point.${fault.effect ?? 'crash'}`;
  if (fault.fault.startsWith('bank.')) return 'bank';
  if (fault.fault === 'process.kill' && (ENGINES as readonly string[]).includes(fault.at ?? ''))
    return 'engine.kill';
  return fault.fault as BlowKind;
}

/** Every kind comes by in each round, in an order of its own, as long as there is time. The same seed, the same plan. */
export function planBlows({ seed, ms, everyMs }: { seed: number; ms: number; everyMs: number }): Blow[] {
  const chance = dice(seed);
  const blows: Blow[] = [];
  let round: BlowKind[] = [];
  for (let atMs = everyMs; atMs < ms; atMs += chance.between(everyMs / 2, everyMs * 1.5)) {
    if (round.length === 0) round = chance.shuffled(BLOW_KINDS);
    const kind = round.shift();
    if (kind) blows.push({ atMs, fault: faultOf(kind) });
    // The bank is never quite well.
    if (chance.once(2)) blows.push({ atMs, fault: faultOf('bank') });
  }
  return blows;

  function faultOf(kind: BlowKind): Blow['fault'] {
    const seconds = chance.between(3, 7);
    switch (kind) {
      case 'process.kill':
        return { fault: kind, at: chance.oneOf(SERVICES), seconds };
      case 'engine.kill':
        return { fault: 'process.kill', at: chance.oneOf(ENGINES), seconds };
      case 'process.pause':
        // Beyond the time that a message is waited for, once in a while.
        return {
          fault: kind,
          at: chance.oneOf(BOOKKEEPERS),
          ms: chance.oneOf([500, 3_000, 11_000]),
          seconds: 15,
        };
      case 'broker.wipe':
        return { fault: kind, seconds: 20 };
      case 'clock.skew':
        return {
          fault: kind,
          at: chance.oneOf(SERVICES),
          ms: chance.oneOf([SKEW_MS, -SKEW_MS]),
          seconds: 20,
        };
      case 'network.reset':
        return {
          fault: kind,
          at: chance.oneOf(ENGINES),
          count: chance.between(1, 20),
          probability: 0.1,
          seconds,
        };
      case 'network.latency':
      case 'network.jitter':
        return {
          fault: kind,
          at: chance.oneOf(ENGINES),
          ms: chance.between(5, 60),
          count: 1_000_000,
          seconds,
        };
      case 'network.black-hole':
      case 'network.slow-bytes':
        return { fault: kind, at: chance.oneOf(ENGINES), count: 1_000_000, seconds };
      case 'point.crash':
      case 'point.error':
        return point(kind === 'point.crash' ? 'crash' : 'error', { seconds: 15 });
      case 'point.delay':
        return point('delay', { ms: chance.between(50, 2_000), count: 5, seconds: 15 });
      case 'bank': {
        const [fault = 'bank.slow'] = chance.shuffled(BANK);
        return { fault, count: chance.between(1, 3), seconds: 20 };
      }
    }
  }

  function point(effect: WantedFault['effect'], more: Partial<WantedFault>): Blow['fault'] {
    const [name = 'lane.after-commit'] = chance.shuffled(POINTS);
    const at = /^(saga)/.test(name) ? 'order' : /^bank/.test(name) ? 'payment' : chance.oneOf(BOOKKEEPERS);
    return { fault: name, at, effect, ...more };
  }
}
