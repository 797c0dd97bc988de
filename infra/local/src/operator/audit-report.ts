/** An invariant as the operator API tells of it. */
export interface InvariantSeen {
  readonly id: string;
  readonly sentence: string;
  readonly severity: 'CRITICAL' | 'MAJOR';
  readonly state: 'HOLDS' | 'VIOLATED' | 'UNKNOWN';
  readonly violations: number;
  readonly evidence: readonly string[];
}

const MARKS = { HOLDS: '✓', VIOLATED: '✗', UNKNOWN: '?' } as const;

/** Whether every invariant was looked at, and holds. */
export const allHold = (scoreboard: readonly InvariantSeen[]): boolean =>
  scoreboard.every(({ state }) => state === 'HOLDS');

/** One line for each invariant; below those that do not hold, what was seen. */
export function auditTable(scoreboard: readonly InvariantSeen[]): string {
  const width = Math.max(0, ...scoreboard.map(({ id }) => id.length));
  const lines = scoreboard.flatMap(({ id, sentence, state, evidence }) => [
    `  ${MARKS[state]} ${id.padEnd(width)}  ${sentence}`,
    ...evidence.map((seen) => `    ${' '.repeat(width)}  ${seen}`),
  ]);
  const count = (state: InvariantSeen['state']) => scoreboard.filter((one) => one.state === state).length;
  const sum = `  ${count('HOLDS')} hold, ${count('VIOLATED')} are violated, of ${count('UNKNOWN')} nothing is known`;
  return [...lines, '', sum].join('\n');
}
