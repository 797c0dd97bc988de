import type { Finding } from '@evenkeel/contracts';
import type { Difference } from '../../difference.js';

/** What one side says of a subject, each thing by its name. */
export type Sayings = Readonly<Record<string, string>>;

/** What two sides say differently, as evidence; null when they agree. */
export function evidenceOf(
  [side, says]: readonly [string, Sayings],
  [otherSide, otherSays]: readonly [string, Sayings],
): Finding['evidence'] | null {
  const names = new Set([...Object.keys(says), ...Object.keys(otherSays)]);
  const different = [...names].filter((name) => says[name] !== otherSays[name]);
  if (different.length === 0) return null;
  const told = (by: Sayings) => different.map((name) => `${name} ${by[name] ?? 'nothing'}`).join(', ');
  return [
    { side, says: told(says) },
    { side: otherSide, says: told(otherSays) },
  ];
}

type About = Pick<Difference, 'class' | 'subject'> & Partial<Pick<Difference, 'atStake'>>;

/** A difference that is about no order, with what each side says in short. */
export const tell = (about: About, sides: Sayings): Difference[] => [
  {
    orderId: null,
    atStake: null,
    ...about,
    evidence: Object.entries(sides).map(([side, says]) => ({ side, says })),
  },
];

/** What the owner and a reader say differently of a subject that may be moving; none when they agree. */
export function differing(
  about: About,
  owner: readonly [string, Sayings],
  reader: readonly [string, Sayings],
): Difference[] {
  const evidence = evidenceOf(owner, reader);
  const shown = evidence?.find(({ side }) => side === reader[0])?.says;
  return evidence ? [{ orderId: null, atStake: null, ...about, evidence, shown }] : [];
}
