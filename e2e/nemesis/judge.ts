import type { Stage } from '../drill/stage.js';
import { eventually } from '../src/support/eventually.js';
import type { StockSeen } from '../src/support/operator.js';
import { insist } from '../src/support/stubborn.js';
import { ThirdParty } from '../src/support/third-party.js';
import { compareBooks } from './compare-books.js';
import { brokenPromise, type Told } from './history.js';

/** The end of a run: what is wrong, in sentences, and how long it took until nothing moved. */
export interface Judged {
  readonly orders: number;
  readonly violations: readonly string[];
  /** From the moment in which healing began until every order had ended, in milliseconds. */
  readonly convergedMs: number;
}

interface Evidence {
  readonly told: readonly Told[];
  readonly before: ReadonlyMap<string, StockSeen>;
  readonly skus: readonly string[];
  readonly hot: string;
  /** When healing began, by the monotonic clock. */
  readonly healed: number;
  readonly report: (line: string) => void;
}

/** Everything is terminal within this time of healing. */
export const CONVERGE_WITHIN_MS = 60_000;
const AT_ONCE = 16;

/** Waits until every order has ended as its shopper was told, then holds all books to the orders and to each other. */
export async function judge(stage: Stage, evidence: Evidence): Promise<Judged> {
  const { told, healed, report } = evidence;
  report(`waiting for ${told.length} orders to end`);
  const open = new Set(told);
  const last = new Map<Told, string>();
  while (open.size > 0 && performance.now() - healed < CONVERGE_WITHIN_MS) {
    await eachOf([...open], async (one) => {
      const wrong = brokenPromise(one, await insist(() => one.shopper.order(one.number)));
      if (wrong === null) open.delete(one);
      else last.set(one, wrong);
    });
  }
  const convergedMs = performance.now() - healed;
  const violations = [...open].map((one) => `order ${one.number}: ${last.get(one) ?? 'was never looked at'}`);
  report(`${told.length - open.size} had ended ${(convergedMs / 1_000).toFixed(1)} s after healing began`);
  for (const [what, look] of Object.entries({
    'the books': () => compareBooks(stage.ops, told),
    'the shop as a whole': () => shopAsAWhole(stage, evidence),
    'the auditor': () => thirdParty(stage),
  })) {
    report(`looking at ${what}`);
    violations.push(
      ...(await look().catch((error: unknown) => [`${what} could not be looked at: ${error}`])),
    );
  }
  return { orders: told.length, violations, convergedMs };
}

async function shopAsAWhole({ ops }: Stage, { told, before, skus, hot }: Evidence): Promise<string[]> {
  const wrong: string[] = [];
  const check = async (what: string, holds: () => Promise<boolean>, now: () => Promise<unknown>) => {
    try {
      await eventually(async () => {
        if (!(await holds())) throw new Error(what);
      }, 20_000);
    } catch {
      wrong.push(`${what}: ${JSON.stringify(await now())}`);
    }
  };
  for (const sku of skus) {
    const { onHand, sold } = before.get(sku) ?? { onHand: 0, sold: 0 };
    const conserved = async () => {
      const now = await ops.stock(sku);
      return now.onHand + now.sold === onHand + sold && now.reserved === 0;
    };
    await check(`pieces of ${sku} are gone, or still held`, conserved, () => ops.stock(sku));
  }
  const none = async () => {
    const { reserved, available } = await ops.stock(hot);
    return reserved === 0 && available >= 0;
  };
  await check(`${hot} is still held, or oversold`, none, () => ops.stock(hot));
  const even = async () => (await ops.unbalanced()).length === 0;
  await check('the accounts do not sum to zero', even, () => ops.unbalanced());
  const alive = async () => (await ops.deadLetters()).length === 0;
  await check('there are dead letters', alive, () => ops.deadLetters());
  if (told.length === 0) wrong.push('nobody bought anything, so nothing was proven');
  return wrong;
}

/** The auditor asks every owner, and finds nothing. */
async function thirdParty({ base }: Stage): Promise<string[]> {
  const auditor = await insist(() => ThirdParty.signIn(base));
  await auditor.audit();
  const violated = async () =>
    (await auditor.scoreboard()).filter(({ violations, state }) => violations > 0 || state !== 'HOLDS');
  try {
    await eventually(async () => {
      if ((await violated()).length > 0) throw new Error('violated');
    }, 30_000);
  } catch {
    const wrong = await violated();
    return wrong.map(
      ({ id, state, evidence }) => `the auditor says ${id} is ${state}: ${evidence.join('; ')}`,
    );
  }
  const findings = await auditor.findings('OPEN');
  return findings.map(
    (one) => `the auditor found ${one.class} at ${one.subject}: ${JSON.stringify(one.evidence)}`,
  );
}

async function eachOf<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things];
  const hand = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
