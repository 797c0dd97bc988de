import {
  applyRepair,
  dismissFinding,
  FINDING_CLASSES,
  type Finding,
  type FindingClassName,
  type FindingState,
  getScoreboard,
  listAuditEntries,
  listFindings,
  runAudit as runAuditAction,
  severityOf,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { orRefusal, refusal } from '../refusals/refusal.js';
import type { RequestContext } from '../request/request-context.js';
import { connectionOf, type PageArgs } from '../shop/connection.js';
import { requireKey } from '../shop/order/keyed.js';

type FindingsArgs = PageArgs & {
  readonly state?: FindingState | null;
  readonly class?: FindingClassName | null;
};

export type EntriesArgs = PageArgs & { readonly subject?: string | null };

/** What the auditor knows. */
export const auditQueries = {
  scoreboard: (_: unknown, __: unknown, context: RequestContext) => context.ask(getScoreboard, {}),
  async findings(_: unknown, args: FindingsArgs, context: RequestContext) {
    const { state = null, class: name = null, first, after = null } = args;
    return connectionOf(await context.ask(listFindings, { state, class: name, first, after }), after);
  },
  async auditEntries(
    _: unknown,
    { first, after = null, subject = null }: EntriesArgs,
    context: RequestContext,
  ) {
    return connectionOf(await context.ask(listAuditEntries, { first, after, subject }), after);
  },
};

/** Audits every order, or tells how far that is. */
async function runAudit(_: unknown, { repair }: { readonly repair: boolean }, context: RequestContext) {
  return orRefusal(context.locale, async () => ({
    __typename: 'AuditRun',
    ...(await context.command(runAuditAction, { key: requireKey(context), repair })),
  }));
}

export interface RepairArgs {
  readonly findingId: string;
  readonly dryRun: boolean;
}

/** Has the owner repair a finding, or say what it would do. */
async function repair(_: unknown, args: RepairArgs, context: RequestContext) {
  const { locale } = context;
  return orRefusal(locale, async () => {
    const result = await context.command(applyRepair, args);
    switch (result.kind) {
      case 'repaired':
        return { __typename: 'Repaired', ...result.repaired, finding: result.finding };
      case 'not-repairable':
        return refusal('NotRepairable', locale, { why: result.why });
      case 'not-found':
        return refusal('NotRepairable', locale, { why: 'There is no such finding' });
      default:
        return assertNever(result);
    }
  });
}

export interface DismissArgs {
  readonly findingId: string;
  readonly reason: string;
}

/** Closes a finding that somebody has settled otherwise. */
const dismiss = (_: unknown, args: DismissArgs, context: RequestContext) =>
  context.command(dismissFinding, args);

export const auditMutations = { runAudit, repair, dismiss };

/** What follows from the class of a finding. */
export const findingFields = {
  invariant: (finding: Finding) => FINDING_CLASSES[finding.class].invariant,
  severity: (finding: Finding) => severityOf(finding.class),
  sentence: (finding: Finding) => FINDING_CLASSES[finding.class].sentence,
  proposedRepair: (finding: Finding) => FINDING_CLASSES[finding.class].repair,
  orderNumber: (finding: Finding) => finding.orderId,
};
