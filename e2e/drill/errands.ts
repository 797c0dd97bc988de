import type { FaultPoint } from '@evenkeel/contracts';
import { newOrderId } from '@evenkeel/testing';
import { sayEarned, UNBOOKABLE } from '../src/support/earning.js';
import { eventually } from '../src/support/eventually.js';
import { plants } from '../src/support/plants.js';
import { Shopper } from '../src/support/shopper.js';
import { buyStubbornly, insist } from '../src/support/stubborn.js';
import { ThirdParty } from '../src/support/third-party.js';
import type { Stage } from './stage.js';

export const SKU = 'TEA-TRN-3-MIX';
const LINES = [{ sku: SKU, quantity: 1 }];
const BUYERS = 3;

/** An order that somebody was told of, and how it must end. */
export interface Promised {
  readonly shopper: Shopper;
  readonly number: string;
  readonly ends: 'PAID' | 'CANCELLED' | 'EXPIRED' | 'REFUNDED';
}

export interface ErrandRun {
  readonly promised: readonly Promised[];
  /** Dead letters that the errand leaves on purpose. */
  readonly deadLetters: number;
}

type Errand = (stage: Stage) => Promise<ErrandRun>;

const buy = async (stage: Stage, token = 'tok_ok'): Promise<Promised> => {
  const shopper = await insist(() => Shopper.customer(stage.base));
  const total = await insist(() => shopper.priceOf(LINES));
  const bought = await buyStubbornly(stage.base, LINES, total, { shopper, token });
  return { ...bought, ends: 'PAID' };
};

const place = async (stage: Stage) => {
  const shopper = await insist(() => Shopper.customer(stage.base));
  const total = await insist(() => shopper.priceOf(LINES));
  const { number } = await insist(async () => {
    const { order } = await shopper.place(LINES, { total, key: `drill-${await shopper.id()}` });
    if (!order) throw new Error('Nothing was placed');
    return order;
  });
  return { shopper, number };
};

const ended = (promised: readonly Promised[], deadLetters = 0): ErrandRun => ({ promised, deadLetters });
const many = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: BUYERS }, work));

/** What shoppers, operators and the outside do while a crash waits for somebody to come by. */
export const ERRANDS = {
  async purchase(stage) {
    return ended(await many(() => buy(stage)));
  },
  async cancel(stage) {
    const { shopper, number } = await place(stage);
    await insist(() => shopper.cancel(number));
    return ended([{ shopper, number, ends: 'CANCELLED' }]);
  },
  async refund(stage) {
    const { shopper, number } = await buy(stage);
    await shopper.until(number, ({ settled }) => settled, 45_000);
    await insist(() => shopper.refund(number));
    return ended([{ shopper, number, ends: 'REFUNDED' }]);
  },
  async expiry(stage) {
    return ended([{ ...(await place(stage)), ends: 'EXPIRED' }]);
  },
  async doubt(stage) {
    return ended([await buy(stage, 'tok_charged_no_answer')]);
  },
  async delivery(stage) {
    const bought = await buy(stage);
    await bought.shopper.until(bought.number, ({ shipment }) => shipment?.state === 'DELIVERED', 60_000);
    return ended([bought]);
  },
  async price(stage) {
    const shopper = await insist(() => Shopper.guest(stage.base));
    const before = await insist(() => shopper.priceOf(LINES));
    const prices = { USD: 5_000 + Math.floor(Math.random() * 1_000), CNY: 39_900 };
    await insist(() => stage.ops.setPrice(SKU, prices));
    await eventually(async () => {
      if ((await shopper.priceOf(LINES)).minor === before.minor) throw new Error('The price did not arrive');
    }, 45_000);
    return ended([]);
  },
  async poison(stage) {
    await sayEarned(stage.postgres, [{ orderId: newOrderId(), earned: UNBOOKABLE }]);
    return ended([await buy(stage)], 1);
  },
  async stranded(stage) {
    return ended([await buy(stage)]);
  },
  async audit(stage) {
    const bought = await buy(stage);
    const { shopper, number } = bought;
    await shopper.until(number, ({ settled }) => settled, 45_000);
    await plants(stage.postgres).saleMissing(number);
    const auditor = await insist(() => ThirdParty.signIn(stage.base));
    await eventually(async () => {
      await auditor.audit(true);
      const repaired = await auditor.findings('REPAIRED');
      if (!repaired.some(({ subject }) => subject === number)) throw new Error('The sale is missing still');
    }, 90_000);
    return ended([bought]);
  },
  async wipe(stage) {
    const bought = await many(() => buy(stage));
    await stage.faults.set({ fault: 'broker.wipe' });
    return ended([...bought, await buy(stage)]);
  },
} satisfies Record<string, Errand>;
export type ErrandName = keyof typeof ERRANDS;

/** What has to happen first, so that a process gets to the point: rows that nobody published. */
export const strands = (point: FaultPoint): boolean => point === 'outbox.sweeping';
