import { test } from 'vitest';
import type { Stage } from '../../../drill/stage.js';
import { Shopper } from '../../support/shopper.js';
import { through } from './through.js';

const SKEW_MS = 90 * 60_000;

/** What lies between a service and what it asks: wires, and clocks that do not agree. */
export function breakNetwork(shop: () => Stage): void {
  test('an order is right when Postgres is late, the broker sooner or later, carts come byte by byte, and clocks are wrong by 90 minutes', () =>
    through(
      shop(),
      [
        { fault: 'network.latency', at: 'postgres', ms: 40 },
        { fault: 'network.jitter', at: 'nats', ms: 40 },
        { fault: 'network.slow-bytes', at: 'redis' },
        { fault: 'clock.skew', at: 'order', ms: SKEW_MS },
        { fault: 'clock.skew', at: 'payment', ms: -SKEW_MS },
      ],
      async () => (await Shopper.guest(shop().base)).putInCart('TEA-TRN-3-MIX', 1),
    ));

  test('an order is right when connections to Postgres break in the middle of answers', () =>
    through(shop(), [{ fault: 'network.reset', at: 'postgres', count: 20, probability: 0.1 }]));

  test('an order is right when nothing that the broker or the read models say arrives for a while', () =>
    through(shop(), [
      { fault: 'network.black-hole', at: 'mongo', seconds: 4 },
      { fault: 'network.black-hole', at: 'nats', seconds: 4 },
    ]));
}
