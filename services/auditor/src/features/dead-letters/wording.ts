import type { DeadLetterName, DeadLetterReplay, DeadLetterState } from '@evenkeel/contracts';

export interface Scope {
  readonly service: string | null;
  readonly group: string | null;
  readonly letter: DeadLetterName | null;
}

/** One letter as entries name it. */
export const letterSubject = (service: string, { durable, id }: DeadLetterName): string =>
  `${service}/${durable}/${id}`;

/** What a replay is for, in words; those of two scopes differ. */
export function scopeSubject({ service, group, letter }: Scope): string {
  if (service && letter) return letterSubject(service, letter);
  return `${service ?? 'every service'}${group ? `, group ${group}` : ''}`;
}

type Ended = Pick<DeadLetterReplay, 'done' | 'failed' | 'quarantined'> & {
  readonly wasIn: DeadLetterState | null;
};

/** From what to what a replay brought its letters; of one, from which state to which. */
export function whatBecame({ done, failed, quarantined, wasIn }: Ended): { from: string; to: string } {
  if (wasIn && done + failed === 1)
    return { from: wasIn, to: done === 1 ? 'replayed' : quarantined === 1 ? 'quarantined' : 'open' };
  const from = `${done + failed} dead letters`;
  return { from, to: `${done} replayed, ${failed} failed, ${quarantined} of them in quarantine` };
}
