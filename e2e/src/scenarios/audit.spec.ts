import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSystem, startSystem } from '@evenkeel/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { plants } from '../support/plants.js';
import { QUICK } from '../support/quick.js';
import { isSettled } from '../support/scenario.js';
import { searchPlants } from '../support/search-plants.js';
import { orderOf, Shopper } from '../support/shopper.js';
import { type InvariantSeen, ThirdParty } from '../support/third-party.js';
import { viewPlants } from '../support/view-plants.js';

const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];

let system: RunningSystem;
let dataDir: string;

/** A shop of its own, since what is planted in it would spoil any other scenario. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-audit-'));
  const still = { PAY_WITHIN_SECONDS: '300', CARRIER_DISPATCH_SECONDS: '86400', AUDIT_EVERY_MS: '500' };
  system = await startSystem({ dataDir, port: 0, env: { ...process.env, ...QUICK, ...still } });
});

afterAll(async () => {
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const base = () => system.addresses.gateway;
const engine = (name: string): string => {
  const found = system.engines.find((one) => one.name === name);
  if (!found) throw new Error(`The shop has no ${name}`);
  return found.url;
};

async function placed() {
  const shopper = await Shopper.customer(base());
  const { number, total } = orderOf(await shopper.place(LINES));
  return { shopper, number, total: total.minor };
}

async function paid(): Promise<string> {
  const { shopper, number } = await placed();
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, isSettled);
  return number;
}

async function cancelled(): Promise<string> {
  const { shopper, number } = await placed();
  await shopper.cancel(number);
  await shopper.until(number, ({ state }) => state === 'CANCELLED');
  return number;
}

async function refunded(): Promise<string> {
  const { shopper, number } = await placed();
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, isSettled);
  await shopper.refund(number);
  await shopper.until(number, ({ state }) => state === 'REFUNDED');
  return number;
}

const notGreen = (scoreboard: readonly InvariantSeen[]) =>
  scoreboard.filter(({ state }) => state !== 'HOLDS');

/** Audits until every invariant holds: what was moving a moment ago has come to rest. */
const green = (auditor: ThirdParty) =>
  eventually(async () => {
    await auditor.audit();
    expect(notGreen(await auditor.scoreboard())).toEqual([]);
  }, 30_000);

test('what eight hands planted is found, told, repaired by its owners, and gone', async () => {
  const auditor = await ThirdParty.signIn(base());
  const [sale, points, here, differs, dead, drifted, unseen] = await Promise.all([
    paid(),
    paid(),
    paid(),
    paid(),
    cancelled(),
    cancelled(),
    cancelled(),
    refunded(),
  ]);
  const waiting = await placed();
  await green(auditor);
  expect(await auditor.findings()).toEqual([]);

  const plant = plants(engine('postgres'));
  const views = viewPlants(engine('mongo'));
  const [paidHere, paidOther] = [await plant.attemptOf(here), await plant.attemptOf(differs)];
  const paidThere = await plant.paidAtBankOnly(waiting.number, waiting.total);
  await plant.paidHereOnly(paidHere);
  await plant.amountDiffers(paidOther);
  await plant.heldByDeadOrder(dead);
  await plant.saleMissing(sale);
  await plant.pointsTwice(points);
  await views.viewDrifted(drifted);
  await views.orderUnseen(unseen);
  const planted = [
    ['AMOUNT_DIFFERS', paidOther],
    ['HELD_FOR_NOBODY', dead],
    ['ORDER_UNSEEN', unseen],
    ['PAID_AT_BANK_ONLY', paidThere],
    ['PAID_HERE_ONLY', paidHere],
    ['POINTS_TWICE', points],
    ['SALE_MISSING', sale],
    ['VIEW_DRIFTED', drifted],
    // Who writes past loyalty tells nobody, so that pages go on showing the wallet as it was.
    ['WALLET_DRIFTED', await views.ownerOf(points)],
  ];
  const seen = async () =>
    (await auditor.findings('OPEN')).map((finding) => [finding.class, finding.subject]).sort();

  // The auditor dies with what it found in its hands, and finds it again.
  const pid = system.pidOf('auditor');
  await auditor.killAt('reconciliation.found');
  await eventually(async () => {
    await auditor.audit();
    expect(await seen()).toEqual(planted);
  }, 45_000);
  expect(system.pidOf('auditor'), 'reconciliation.found fired').not.toBe(pid);
  const open = await auditor.findings('OPEN');
  for (const { class: name, atStake, evidence } of open) {
    if (name !== 'WALLET_DRIFTED') expect(atStake?.minor).toBeGreaterThan(0);
    expect(evidence.length).toBeGreaterThan(1);
  }
  expect(
    notGreen(await auditor.scoreboard())
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['L7', 'O4', 'P3', 'R1', 'Y2']);

  for (const { id } of open) expect(await auditor.repair(id, true)).toMatchObject({ needed: true });
  await auditor.audit();
  expect(await seen(), 'after a dry run').toEqual(planted);
  expect(await auditor.entries()).toEqual([]);

  // It dies once more, with a repair decided and not asked for; asking again does it once.
  const before = system.pidOf('auditor');
  await auditor.killAt('repair.before-apply');
  await expect(auditor.repair(open[0]?.id ?? '', false)).rejects.toThrow('operator API');
  await eventually(() => expect(system.pidOf('auditor')).not.toBe(before));
  for (const { id } of open)
    await eventually(async () => expect((await auditor.repair(id, false)).__typename).toBe('Repaired'));
  await waiting.shopper.until(waiting.number, ({ state }) => state === 'PAID');
  await green(auditor);

  const findings = await auditor.findings();
  const entries = await auditor.entries();
  expect(findings.map(({ state, relapses }) => [state, relapses])).toEqual(open.map(() => ['REPAIRED', 0]));
  expect(entries.map(({ findingId }) => findingId).sort()).toEqual(open.map(({ id }) => id).sort());
  expect(entries.every(({ who }) => who !== null)).toBe(true);

  await auditor.audit();
  expect(await auditor.findings(), 'a second run changes nothing').toEqual(findings);
  expect(await auditor.entries()).toEqual(entries);
  expect((await auditor.repair(open[0]?.id ?? '', false)).why).toContain('already');
}, 300_000);

test('what is shown and is not what its owners say is found, and built anew', async () => {
  const auditor = await ThirdParty.signIn(base());
  await green(auditor);
  const before = new Set((await auditor.findings()).map(({ id }) => id));
  const search = searchPlants(engine('elasticsearch'));
  const views = viewPlants(engine('mongo'));
  const [drifted, unseen] = await search.some(2);
  const [page, noPage] = await views.last('products', 2);
  const [wallet, poorer] = await views.last('wallets', 2);
  const [today] = await views.last('daily_sales', 1);
  if (!drifted || !unseen || !page || !noPage || !wallet || !poorer || !today)
    throw new Error('Nothing is shown');
  const [stranger, other] = [randomUUID(), randomUUID()];
  await search.searchDrifted(drifted);
  await search.searchUnseen(unseen);
  await search.searchOfNobody(drifted, stranger);
  await views.productOfNobody(page, other);
  await views.productDrifted(page);
  await views.productUnseen(noPage);
  await views.walletDrifted(wallet);
  await views.entryLost(poorer);
  await views.dayDrifted(today);
  await views.dayOfNobody('2020-01-01');
  const planted = [
    ['PRODUCT_DRIFTED', page],
    ['PRODUCT_DRIFTED', noPage],
    ['PRODUCT_DRIFTED', other],
    ['SALES_DRIFTED', '2020-01-01/USD'],
    ['SALES_DRIFTED', today],
    ['SEARCH_DRIFTED', drifted._id],
    ['SEARCH_OF_NOBODY', stranger],
    ['SEARCH_UNSEEN', unseen._id],
    ['WALLET_DRIFTED', poorer],
    ['WALLET_DRIFTED', wallet],
  ].sort();

  await auditor.audit();
  const open = await auditor.findings('OPEN');
  expect(open.map((finding) => [finding.class, finding.subject]).sort()).toEqual(planted);
  expect(notGreen(await auditor.scoreboard()).map(({ id }) => id)).toEqual(['R1']);
  for (const { id } of open) expect(await auditor.repair(id, true)).toMatchObject({ needed: true });
  await auditor.audit();
  expect(await auditor.findings('OPEN'), 'after a dry run').toEqual(open);

  await auditor.audit(true);
  await auditor.audit();
  expect(notGreen(await auditor.scoreboard())).toEqual([]);
  const findings = (await auditor.findings()).filter(({ id }) => !before.has(id));
  expect(findings.map(({ state, relapses }) => [state, relapses])).toEqual(open.map(() => ['REPAIRED', 0]));
  const entries = await auditor.entries();
  await auditor.audit(true);
  expect(await auditor.entries(), 'a second run changes nothing').toEqual(entries);
});
