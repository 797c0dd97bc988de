import { FAULTS } from '@evenkeel/contracts';

/** A fault that is set, as the operator API tells of it. */
export interface FaultSeen {
  readonly id: string;
  readonly fault: string;
  readonly at: string | null;
  readonly effect: string;
  readonly ms: number | null;
  readonly runId: string | null;
  readonly count: number;
  readonly probability: number;
  readonly fired: number;
  readonly remainingSeconds: number;
}

/** Everything that can be broken, each with the sentence of what that breaks. */
export function catalogueText(): string {
  const width = Math.max(...Object.keys(FAULTS).map((name) => name.length));
  return Object.entries(FAULTS)
    .map(([name, { breaks }]) => `  ${name.padEnd(width)}  ${breaks}`)
    .join('\n');
}

/** What is set now, a line each. */
export function faultsText(faults: readonly FaultSeen[]): string {
  return faults.length === 0 ? '  nothing is set' : faults.map(faultLine).join('\n');
}

/** One fault, with how often it took effect. */
export function faultLine(fault: FaultSeen): string {
  const by = FAULTS[fault.fault as keyof typeof FAULTS]?.by;
  const limits = [
    fault.at ? `at ${fault.at}` : 'anywhere',
    by === 'point' ? fault.effect.toLowerCase() : null,
    fault.ms === null ? null : `${fault.ms} ms`,
    fault.runId === null ? null : `run ${fault.runId}`,
    fault.probability < 1 ? `once in ${Math.round(1 / fault.probability)}` : null,
  ].filter((part) => part !== null);
  // What lasts is not counted down.
  const fired =
    fault.fired > fault.count ? `fired ${fault.fired} times` : `fired ${fault.fired} of ${fault.count}`;
  return `  ${fault.id}  ${fault.fault}, ${limits.join(', ')}: ${fired}, clears itself in ${fault.remainingSeconds} s`;
}
