import type { Faults } from './checker/model.js';
import type { Found } from './checker/search.js';
import type { Happening } from './checker/steps.js';

const SIGN: { readonly [Fault in Exclude<keyof Faults, 'earlyClocks'>]: Happening } = {
  redeliveries: 'absorbed',
  losses: 'lost',
};

/** Faults that were allowed and never happened: what was looked at proves nothing about them. */
export const unfired = (faults: Faults, { happenings }: Pick<Found, 'happenings'>): string[] =>
  (['redeliveries', 'losses'] as const).filter(
    (fault) => faults[fault] > 0 && (happenings.get(SIGN[fault]) ?? 0) === 0,
  );
