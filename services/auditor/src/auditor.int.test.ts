import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  type ActionOutput,
  type AnyAction,
  applyRepair,
  dismissFinding,
  getScoreboard,
  listAuditEntries,
  listFindings,
  runAudit,
} from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import {
  actionContextOf,
  callerOf,
  type FakeHouse,
  fakeHouse,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Auditor, openAuditor } from './auditor.js';
import { Company } from './testing/company.js';
import { fileWith, ORDER, paidFile } from './testing/file-of.js';

const SECRET = 'whsec_YS1zZWNyZXQtb2YtdGhlLXRlc3QtZm9yLXRoZS1hdWRpdG9y';
const operator = callerOf('operator');
const alerted: { headers: Record<string, string>; body: string }[] = [];
const listener = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    alerted.push({
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
    });
    response.end();
  });
});

let database: ThrowAwayDatabase;
let house: FakeHouse;
let company: Company;
let auditor: Auditor;
/** What the company says; a test may put itself between. */
let answer: (...args: Parameters<House['call']>) => Promise<unknown>;

beforeAll(async () => {
  database = await throwAwayDatabase({ migrationsDir: new URL('../migrations', import.meta.url) });
  house = await fakeHouse('auditor');
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
});
afterAll(async () => {
  await house.stop();
  await database.drop();
  listener.close();
});
beforeEach(async () => {
  await database.db.query({ text: 'delete from findings' });
  alerted.length = 0;
  company = new Company(paidFile());
  answer = company.call as typeof answer;
  const { port } = listener.address() as { port: number };
  auditor = openAuditor(
    Object.assign(house, {
      call: ((...args: Parameters<House['call']>) => answer(...args)) as House['call'],
    }) as never,
    {
      db: database.db,
      databaseUrl: database.url,
      everyMs: 60_000,
      graceSeconds: 0.1,
      quietSeconds: 60,
      webhook: { url: `http://127.0.0.1:${port}`, secret: SECRET },
    },
  );
});

async function run<A extends AnyAction>(definition: A, input: object): Promise<ActionOutput<A>> {
  const served = auditor.actions.find((one) => one.definition.name === definition.name);
  if (!served) throw new Error(`${definition.name} is not served`);
  return (await served.run(input, actionContextOf(operator))) as ActionOutput<A>;
}

const audit = (repair = false) => run(runAudit, { key: randomUUID(), repair });
const findings = async () => (await run(listFindings, {})).items;
const entriesOf = async (findingId: string) =>
  (await run(listAuditEntries, { first: 100 })).items.filter((entry) => entry.findingId === findingId);
async function theFinding() {
  const [finding, ...more] = await findings();
  if (!finding || more.length > 0) throw new Error(`Not one finding: ${JSON.stringify([finding, ...more])}`);
  return finding;
}
const lineOf = async (id: string) => (await run(getScoreboard, {})).find((line) => line.id === id);

test('a house that agrees has no findings, and its invariants hold', async () => {
  expect(await audit()).toMatchObject({ state: 'done', orders: 1, found: 0 });
  expect(await findings()).toEqual([]);
  expect(await lineOf('P3')).toMatchObject({ state: 'holds', violations: 0 });
});

test('a difference is written down once, told once by a signed webhook, and counted on the scoreboard', async () => {
  company.file = fileWith({ view: null });
  expect(await audit()).toMatchObject({ found: 1 });
  const finding = await theFinding();
  expect(finding).toMatchObject({ class: 'order-unseen', subject: ORDER, state: 'open', relapses: 0 });
  expect(await lineOf('R1')).toMatchObject({ state: 'violated', violations: 1 });
  await audit();
  expect(await theFinding()).toEqual(finding);
  expect(alerted).toHaveLength(1);
  const [{ body, headers } = { body: '', headers: {} }] = alerted;
  expect(new Webhook(SECRET).verify(body, headers)).toMatchObject({
    type: 'finding.opened',
    data: { id: finding.id, invariant: 'R1' },
  });
});

test('what only one of two looks has seen is no finding', async () => {
  let looks = 0;
  company.file = fileWith({ view: null });
  answer = (action, input, options) => {
    if (action.name === 'order.list-order-parts') looks += 1;
    if (looks === 2) company.file = paidFile();
    return company.call(action, input, options);
  };
  expect(await audit()).toMatchObject({ found: 0 });
  expect(looks).toBe(2);
});

test('the same key is one audit', async () => {
  const key = randomUUID();
  const first = await run(runAudit, { key });
  company.file = fileWith({ view: null });
  expect(await run(runAudit, { key })).toEqual(first);
  expect(await findings()).toEqual([]);
});

test('what owners agree on again is closed, with an entry; when it comes back it is the same finding', async () => {
  company.file = fileWith({ ledger: { kinds: ['capture'] } });
  await audit();
  const { id } = await theFinding();
  company.file = paidFile();
  await audit();
  expect(await theFinding()).toMatchObject({ id, state: 'repaired' });
  expect(await entriesOf(id)).toMatchObject([{ who: null, what: 'agreed again' }]);
  company.file = fileWith({ ledger: { kinds: ['capture'] } });
  await audit();
  expect(await theFinding()).toMatchObject({ id, state: 'open', relapses: 1, settledAt: null });
});

test('a dry run asks the owner what it would do and changes nothing', async () => {
  company.file = fileWith({ ledger: { kinds: ['capture'] } });
  await audit();
  const before = await theFinding();
  const entries = await entriesOf(before.id);
  const result = await run(applyRepair, { findingId: before.id, dryRun: true });
  expect(result).toMatchObject({ kind: 'repaired', repaired: { from: 'this', to: 'that' } });
  expect(company.asked).toMatchObject([{ action: 'finance.rebook-sale', input: { dryRun: true } }]);
  expect(await theFinding()).toEqual(before);
  expect(await entriesOf(before.id)).toEqual(entries);
});

test('a repair is asked of the owner under one id, kept with who did it, and not done again', async () => {
  company.file = fileWith({ points: { entered: 100 } });
  await audit();
  const { id } = await theFinding();
  const twice = await Promise.all([1, 2].map(() => run(applyRepair, { findingId: id, dryRun: false })));
  expect(twice.map(({ kind }) => kind)).toContain('repaired');
  expect(new Set(company.asked.map(({ commandId }) => commandId)).size).toBe(1);
  expect(await theFinding()).toMatchObject({ state: 'repaired' });
  expect(await entriesOf(id)).toMatchObject([
    { who: operator.sub, what: 'points-twice', subject: ORDER, from: 'this', to: 'that' },
  ]);
  expect(await run(applyRepair, { findingId: id, dryRun: false })).toMatchObject({ kind: 'not-repairable' });
});

test('by itself it repairs only what is safe', async () => {
  company.file = fileWith({ points: { entered: 100 } });
  await audit(true);
  expect(company.asked).toEqual([]);
  company.file = fileWith({ view: null });
  await audit(true);
  expect(company.asked).toMatchObject([{ action: 'views.rebuild-order' }]);
});

test('what nobody can repair is told to a person, who may close it for good', async () => {
  company.file = fileWith({ stock: null });
  await audit();
  const { id } = await theFinding();
  expect(await run(applyRepair, { findingId: id, dryRun: true })).toMatchObject({ kind: 'not-repairable' });
  expect(await run(dismissFinding, { findingId: id, reason: 'counted by hand' })).toMatchObject({
    state: 'dismissed',
  });
  await audit();
  expect(await theFinding()).toMatchObject({ state: 'dismissed' });
  expect(await entriesOf(id)).toMatchObject([{ who: operator.sub, to: 'counted by hand' }]);
});

test('money that differs is corrected to what the bank holds', async () => {
  company.file = fileWith({ settlement: [] });
  await audit();
  await run(applyRepair, { findingId: (await theFinding()).id, dryRun: false });
  expect(company.asked).toMatchObject([
    { action: 'finance.correct-bank', input: { orderId: ORDER, atBank: { minor: 0, currency: 'USD' } } },
  ]);
});

test('a product that search finds and nobody owns is found by its id, and search is asked to look again', async () => {
  const found = { version: 1, title: { en: 'Cup', zh: '杯' }, prices: { CNY: [1], USD: [1] } };
  company.found = [{ productId: 'stranger', ...found, rating: 0, reviews: 0, inStock: true, revision: 1 }];
  await audit(true);
  expect(await theFinding()).toMatchObject({ class: 'search-of-nobody', subject: 'stranger', orderId: null });
  expect(company.asked).toMatchObject([
    { action: 'search.rebuild-product', input: { productId: 'stranger', dryRun: false } },
  ]);
});

const wallet = {
  customerId: randomUUID(),
  available: 9,
  frozen: 0,
  version: 2,
  entriesCount: 1,
  entriesSum: 9,
};

test('a wallet that does not move and is not what loyalty keeps is found, and views builds it anew', async () => {
  company.wallets = [wallet];
  company.purses = [{ ...wallet, available: 8 }];
  await audit(true);
  expect(await theFinding()).toMatchObject({ class: 'wallet-drifted', subject: wallet.customerId });
  expect(company.asked).toMatchObject([
    { action: 'views.rebuild-wallet', input: { customerId: wallet.customerId, dryRun: false } },
  ]);
});

test('a reader that moves is neither found nor cleared, though it be behind at every look', async () => {
  company.wallets = [wallet];
  company.purses = [{ ...wallet, version: 1 }];
  await audit();
  const { id } = await theFinding();
  let version = 2;
  answer = (action, input, options) => {
    if (action.name === 'loyalty.list-accounts') version += 1;
    company.wallets = [{ ...wallet, version }];
    company.purses = [{ ...wallet, version: version - 1 }];
    return company.call(action, input, options);
  };
  expect(await audit()).toMatchObject({ found: 0 });
  expect(await theFinding(), 'what was found before').toMatchObject({ id, state: 'open' });
  await database.db.query({ text: 'delete from findings' });
  await audit();
  expect(await findings()).toEqual([]);
});

test('entries are never changed', async () => {
  await expect(database.db.query({ text: 'delete from audit_entries' })).rejects.toThrow('append-only');
});

test('an audit that cannot be done to its end says so', async () => {
  answer = () => Promise.reject(new Error('the order service is away'));
  expect(await audit()).toMatchObject({ state: 'failed' });
});
