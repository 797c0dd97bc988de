import { GUARDS } from '@evenkeel/contracts';
import type { Violation } from '../../violation.js';

/** What the database of a service must refuse by itself, and does not: its guard is missing, or switched off. */
export const checkGuards = (service: string, inForce: readonly string[]): Violation[] =>
  GUARDS.filter((guard) => guard.service === service && !inForce.includes(guard.name)).map(
    ({ invariant, name }) => ({
      invariant,
      subject: `${service} ${name}`,
      evidence: `the database of ${service} does not enforce ${name}`,
    }),
  );
