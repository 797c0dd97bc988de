import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Operator } from './operator-client.js';

const LOOK_MS = 500;
const RUN = `mutation ($repair: Boolean!) {
  runAudit(repair: $repair) { __typename ... on AuditRun { state orders } ... on Refusal { message } }
}`;

interface Ran {
  readonly runAudit: { readonly state: 'RUNNING' | 'DONE' | 'FAILED'; readonly orders: number };
}

/** Audits every order of a shop, tells how far that is, and resolves when it is done. */
export async function runAudit(operator: Operator, repair: boolean, tell: (line: string) => void) {
  const key = randomUUID();
  for (let told = 0; ; await pause(LOOK_MS)) {
    const { state, orders } = (await operator.ask<Ran>(RUN, { repair }, key)).runAudit;
    if (state === 'DONE') return;
    if (state === 'FAILED') throw new Error('The audit failed; the log of the auditor says why.');
    if (orders > told) tell(`${orders} orders audited`);
    told = orders;
  }
}
