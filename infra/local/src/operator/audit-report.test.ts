import { expect, test } from 'vitest';
import { allHold, auditTable, type InvariantSeen } from './audit-report.js';

const holds: InvariantSeen = {
  id: 'L1',
  sentence: 'Every journal balances.',
  severity: 'CRITICAL',
  state: 'HOLDS',
  violations: 0,
  evidence: [],
};
const violated: InvariantSeen = { ...holds, id: 'I3', state: 'VIOLATED', violations: 1, evidence: ['1 ≠ 2'] };
const unknown: InvariantSeen = { ...holds, id: 'O3', state: 'UNKNOWN' };

test('what is violated, or not known, is not passed over', () => {
  expect(allHold([holds])).toBe(true);
  expect(allHold([holds, violated])).toBe(false);
  expect(allHold([holds, unknown])).toBe(false);
});

test('every invariant has a line, and what was seen stands below it', () => {
  const table = auditTable([holds, violated, unknown]);
  expect(table).toContain('✓ L1  Every journal balances.');
  expect(table).toMatch(/✗ I3 .*\n +1 ≠ 2/);
  expect(table).toContain('? O3');
  expect(table).toContain('1 hold, 1 are violated, of 1 nothing is known');
});
