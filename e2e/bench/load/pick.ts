/** The one whose turn it is, round and round. Throws when there is none. */
export function pick<One>(all: readonly One[], turn: number): One {
  const one = all[turn % all.length];
  if (one === undefined) throw new Error('There is nothing to pick from');
  return one;
}
