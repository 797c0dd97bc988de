import { randomUUID } from 'node:crypto';
import { DEMO_OPERATOR } from '@evenkeel/contracts';
import { type AskOperators, askOperators } from './ask-operators.js';
import { eventually } from './eventually.js';
import { signIn } from './sign-in.js';

export interface InvariantSeen {
  readonly id: string;
  readonly state: string;
  readonly violations: number;
  readonly evidence: readonly string[];
}

export interface FindingSeen {
  readonly id: string;
  readonly class: string;
  readonly subject: string;
  readonly orderNumber: string | null;
  readonly atStake: { readonly minor: number; readonly currency: string } | null;
  readonly evidence: readonly { readonly side: string; readonly says: string }[];
  readonly proposedRepair: { readonly kind: string };
  readonly state: string;
  readonly relapses: number;
}

export interface RepairSeen {
  readonly __typename: string;
  readonly needed?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly why?: string;
}

export interface EntrySeen {
  readonly findingId: string | null;
  readonly who: string | null;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

const FINDING = `id class subject orderNumber atStake { minor currency } evidence { side says }
  proposedRepair { kind } state relapses`;

/** What an operator asks the auditor. */
export class ThirdParty {
  readonly #ask: AskOperators;

  private constructor(ask: AskOperators) {
    this.#ask = ask;
  }

  static async signIn(base: string): Promise<ThirdParty> {
    return new ThirdParty(askOperators(await signIn(base, DEMO_OPERATOR)));
  }

  async scoreboard(): Promise<readonly InvariantSeen[]> {
    const asked = await this.#ask<{ scoreboard: InvariantSeen[] }>(
      '{ scoreboard { id state violations evidence } }',
    );
    return asked.scoreboard;
  }

  /** Audits every order and waits until that is done; one that a process took with it is begun again. */
  async audit(repair = false): Promise<void> {
    let key = randomUUID();
    await eventually(async () => {
      const { runAudit } = await this.#ask<{ runAudit: { state?: string } }>(
        'mutation ($repair: Boolean) { runAudit(repair: $repair) { ... on AuditRun { state } } }',
        { repair },
        key,
      );
      if (runAudit.state === 'FAILED') key = randomUUID();
      if (runAudit.state !== 'DONE') throw new Error(`The audit is ${runAudit.state}`);
    }, 60_000);
  }

  async findings(state: 'OPEN' | 'REPAIRED' | null = null): Promise<readonly FindingSeen[]> {
    const { findings } = await this.#ask<{ findings: { nodes: FindingSeen[] } }>(
      `query ($state: FindingState) { findings(state: $state, first: 100) { nodes { ${FINDING} } } }`,
      { state },
    );
    return findings.nodes;
  }

  async repair(findingId: string, dryRun: boolean): Promise<RepairSeen> {
    const { repair } = await this.#ask<{ repair: RepairSeen }>(
      `mutation ($id: ID!, $dryRun: Boolean!) { repair(findingId: $id, dryRun: $dryRun) {
        __typename ... on Repaired { needed from to } ... on NotRepairable { why } } }`,
      { id: findingId, dryRun },
    );
    return repair;
  }

  /** What was done, oldest first; about one subject, or all. */
  async entries(subject: string | null = null): Promise<readonly EntrySeen[]> {
    const { auditEntries } = await this.#ask<{ auditEntries: { nodes: EntrySeen[] } }>(
      `query ($subject: String) { auditEntries(subject: $subject, first: 100) {
        nodes { findingId who what from to at } } }`,
      { subject },
    );
    return auditEntries.nodes;
  }

  /** Lets the auditor die the next time that it comes to a point. */
  async killAt(point: string): Promise<void> {
    const { setFault } = await this.#ask<{ setFault: { __typename: string } }>(
      'mutation ($input: FaultInput!) { setFault(input: $input) { __typename } }',
      { input: { fault: point, at: 'auditor', effect: 'CRASH' } },
    );
    if (setFault.__typename !== 'FaultSet') throw new Error(`Setting a fault gave ${setFault.__typename}`);
  }
}
