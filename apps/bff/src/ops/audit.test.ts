import type { Finding } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { opsSchema } from '../graphql/schemas.js';
import { askEngine } from '../testing/ask-engine.js';
import { fakeCall } from '../testing/fake-call.js';

const finding: Finding = {
  id: '00000000-0000-4000-8000-000000000001',
  class: 'sale-missing',
  subject: '7214563982110720',
  orderId: '7214563982110720' as NonNullable<Finding['orderId']>,
  atStake: { minor: 5_000, currency: 'USD' },
  evidence: [{ side: 'finance', says: 'no journal' }],
  state: 'open',
  relapses: 0,
  foundAt: '2026-03-01T10:00:00.000Z',
  settledAt: null,
};
const repaired = { needed: true, from: 'no journal', to: 'sale' };
const REPAIR = `mutation { repair(findingId: "${finding.id}", dryRun: true) {
  __typename ... on Repaired { needed from to finding { state } } ... on NotRepairable { code why } } }`;

const repairing = (answer: object) =>
  askEngine(fakeCall({ 'auditor.apply-repair': () => answer }), opsSchema())(REPAIR);

test('a finding is told with the invariant that it breaks and what repairs it', async () => {
  const page = { items: [finding], cursors: [finding.id], next: null };
  const ask = askEngine(fakeCall({ 'auditor.list-findings': () => page }), opsSchema());
  const { data, errors } = await ask(`{ findings(state: OPEN, class: SALE_MISSING) { nodes {
    class invariant severity orderNumber atStake { minor } proposedRepair { kind } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.findings).toEqual({
    nodes: [
      {
        class: 'SALE_MISSING',
        invariant: 'L7',
        severity: 'CRITICAL',
        orderNumber: finding.orderId,
        atStake: { minor: 5_000 },
        proposedRepair: { kind: 'SAFE' },
      },
    ],
  });
});

test.each([
  [
    { kind: 'repaired', repaired, finding },
    { __typename: 'Repaired', ...repaired, finding: { state: 'OPEN' } },
  ],
  [
    { kind: 'not-repairable', why: 'It is repaired already' },
    { __typename: 'NotRepairable', code: 'NOT_REPAIRABLE', why: 'It is repaired already' },
  ],
  [
    { kind: 'not-found' },
    { __typename: 'NotRepairable', code: 'NOT_REPAIRABLE', why: 'There is no such finding' },
  ],
])('of $kind comes what the operator can act on', async (answer, expected) => {
  const { data, errors } = await repairing(answer);
  expect(errors).toBeUndefined();
  expect(data?.repair).toEqual(expected);
});
