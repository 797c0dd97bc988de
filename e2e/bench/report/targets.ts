import type { Findings } from './findings.js';

/** A figure that the house wants to reach on two cores, engines and load generator included. */
interface Target {
  readonly what: string;
  readonly bound: number;
  /** Whether a higher or a lower value is better. */
  readonly better: 'higher' | 'lower';
  readonly value: (findings: Findings) => number | null | undefined;
}

const ordersAt = ({ orders }: Findings, shoppers: number) => orders.find((one) => one.shoppers === shoppers);

const TARGETS: readonly Target[] = [
  {
    what: 'orders settled a second at 32 shoppers',
    bound: 120,
    better: 'higher',
    value: (findings) => ordersAt(findings, 32)?.settledPerSecond,
  },
  {
    what: 'orders settled a second at 128 shoppers',
    bound: 250,
    better: 'higher',
    value: (findings) => ordersAt(findings, 128)?.settledPerSecond,
  },
  {
    what: 'ms to place an order at 8 shoppers, p99',
    bound: 150,
    better: 'lower',
    value: (findings) => ordersAt(findings, 8)?.place.p99,
  },
  {
    what: 'reservations of one hot product a second',
    bound: 5_000,
    better: 'higher',
    value: ({ rates }) => rates.reservations?.perSecond,
  },
  {
    what: 'lists of 20 a second',
    bound: 1_000,
    better: 'higher',
    value: ({ rates }) => rates.list?.perSecond,
  },
];

export interface Judged {
  readonly what: string;
  readonly bound: number;
  readonly better: Target['better'];
  readonly value: number;
  readonly reached: boolean;
}

/** The targets of what was measured. */
export const judge = (findings: Findings): Judged[] =>
  TARGETS.flatMap(({ what, bound, better, value: read }) => {
    const value = read(findings);
    if (value === null || value === undefined) return [];
    return [{ what, bound, better, value, reached: better === 'higher' ? value >= bound : value <= bound }];
  });
