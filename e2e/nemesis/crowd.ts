import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../src/support/eventually.js';
import { type Outcome, Shopper } from '../src/support/shopper.js';
import { type Dice, dice } from './dice.js';
import type { Told } from './history.js';

/** A shopper presses again for so long; then they go away and know nothing. */
const PATIENCE_MS = 25_000;
const RUSH_PIECES = 10;
const TOKENS = [
  'tok_ok',
  'tok_ok',
  'tok_ok',
  'tok_ok',
  'tok_declined',
  'tok_slow',
  'tok_charged_no_answer',
  'tok_callback_lost',
] as const;

export interface CrowdParts {
  readonly base: string;
  readonly seed: number;
  readonly shoppers: number;
  /** There is plenty of these. */
  readonly skus: readonly [string, ...string[]];
  /** Everybody wants this one at the same time. */
  readonly hot: string;
}

export interface Crowd {
  readonly told: readonly Told[];
  /** How often each thing was answered, and how often nobody answered. */
  readonly counts: ReadonlyMap<string, number>;
  /** Many at once, who all want the same few pieces. */
  rush(people: number): Promise<void>;
  /** Resolves when everybody has gone home. */
  leave(): Promise<void>;
}

/** How many pieces a rush is for. */
export const rushPieces = RUSH_PIECES;

/** People who buy, leave, cancel, and want their money back, until they are sent home. */
export function startCrowd(parts: CrowdParts): Crowd {
  const told: Told[] = [];
  const counts = new Map<string, number>();
  let open = true;
  const note = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);

  async function live(chance: Dice): Promise<void> {
    while (open) {
      try {
        await visit(chance, chance.oneOf(parts.skus));
      } catch {
        // Nobody answered for a long time, or not as a shopper would understand it; they come again another day.
        note('went away');
      }
      await pause(chance.between(50, 400));
    }
  }

  async function visit(chance: Dice, sku: string): Promise<void> {
    const shopper = await stubbornly(() =>
      chance.once(2) ? Shopper.guest(parts.base) : Shopper.customer(parts.base),
    );
    const lines = [{ sku, quantity: chance.between(1, 2) }];
    const total = await stubbornly(() => shopper.priceOf(lines));
    const key = randomUUID();
    const placed = await stubbornly(async () => answered(await shopper.place(lines, { key, total })));
    note(placed.__typename);
    if (!placed.order) return;
    const one: Told = {
      shopper,
      number: placed.order.number,
      sku,
      paid: false,
      cancelled: false,
      refund: false,
    };
    told.push(one);
    if (chance.once(10)) return note('left without paying');
    if (chance.once(10)) return cancel(one);
    await pay(one, chance.oneOf(TOKENS));
    if (one.paid && chance.once(6)) await refund(one);
  }

  async function pay(one: Told, token: string): Promise<void> {
    const key = randomUUID();
    note((await stubbornly(async () => answered(await one.shopper.pay(one.number, token, key)))).__typename);
    const seen = await one.shopper.until(
      one.number,
      ({ state }) => state !== 'AWAITING_PAYMENT',
      PATIENCE_MS,
    );
    one.paid = seen.state === 'PAID' || seen.state === 'FULFILLING';
    if (one.paid) note('saw it paid');
  }

  async function cancel(one: Told): Promise<void> {
    const outcome = await stubbornly(async () => answered(await one.shopper.cancel(one.number)));
    one.cancelled = outcome.__typename === 'OrderCancelled';
    note(outcome.__typename);
  }

  async function refund(one: Told): Promise<void> {
    const outcome = await stubbornly(async () => answered(await one.shopper.refund(one.number)));
    one.refund = outcome.__typename === 'RefundStarted';
    note(outcome.__typename);
  }

  const people = Array.from({ length: parts.shoppers }, (_, at) => live(dice(parts.seed * 1_000 + at)));
  return {
    told,
    counts,
    async rush(many) {
      const visits = Array.from({ length: many }, (_, at) => visit(dice(parts.seed * 7_919 + at), parts.hot));
      for (const { status } of await Promise.allSettled(visits)) if (status === 'rejected') note('went away');
    },
    async leave() {
      open = false;
      await Promise.all(people);
    },
  };
}

const stubbornly = <T>(work: () => Promise<T>): Promise<T> => eventually(work, PATIENCE_MS);

/** Refused untried is no answer: the same command may be sent again. */
function answered(outcome: Outcome): Outcome {
  if (outcome.__typename === 'TooBusy') throw new Error('Too busy');
  return outcome;
}
