import type { Finding } from '@evenkeel/contracts';

/** What one side says of a subject, each thing by its name. */
export type Sayings = Readonly<Record<string, string>>;

/** What two sides say differently, as evidence; null when they agree. The first one says what is compared. */
export function evidenceOf(
  [side, says]: readonly [string, Sayings],
  [otherSide, otherSays]: readonly [string, Sayings],
): Finding['evidence'] | null {
  const different = Object.keys(says).filter((name) => says[name] !== otherSays[name]);
  if (different.length === 0) return null;
  const told = (by: Sayings) => different.map((name) => `${name} ${by[name]}`).join(', ');
  return [
    { side, says: told(says) },
    { side: otherSide, says: told(otherSays) },
  ];
}
