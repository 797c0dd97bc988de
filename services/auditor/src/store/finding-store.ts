import { type Finding, type FindingClassName, type FindingState, SAMPLED } from '@evenkeel/contracts';
import { type Currency, derivedId, type EventId, type OrderId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';
import type { Difference } from '../difference.js';

export interface FindingRow {
  readonly id: string;
  readonly class: FindingClassName;
  readonly subject: string;
  readonly orderId: OrderId | null;
  readonly amount: number | null;
  readonly currency: Currency | null;
  readonly evidence: string;
  readonly state: FindingState;
  readonly relapses: number;
  readonly foundAt: Date;
  readonly settledAt: Date | null;
}

const COLUMNS = `id, class, subject, order_id::text as "orderId", amount, currency, evidence, state, relapses,
  found_at as "foundAt", settled_at as "settledAt"`;

export const findingIdOf = ({ class: name, subject }: Pick<Difference, 'class' | 'subject'>): string =>
  derivedId<EventId>('finding', name, subject);

export function toFinding(row: FindingRow): Finding {
  const { amount, currency, evidence, foundAt, settledAt, ...rest } = row;
  return {
    ...rest,
    atStake: amount === null || currency === null ? null : { minor: amount, currency },
    evidence: JSON.parse(evidence) as Finding['evidence'],
    foundAt: foundAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  };
}

/** Writes differences down, each once; one that was repaired is open again. Returns those that were not open before. */
export const openFindings = (differences: readonly Difference[]): Statement => ({
  text: `insert into findings as f (id, class, subject, order_id, amount, currency, evidence, state)
select *, 'open' from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[])
on conflict (class, subject) do update set state = 'open', relapses = f.relapses + 1, settled_at = null,
  amount = excluded.amount, currency = excluded.currency, evidence = excluded.evidence
where f.state = 'repaired' returning ${COLUMNS}`,
  values: [
    differences.map(findingIdOf),
    differences.map((d) => d.class),
    differences.map((d) => d.subject),
    differences.map((d) => d.orderId),
    differences.map((d) => d.atStake?.minor ?? null),
    differences.map((d) => d.atStake?.currency ?? null),
    differences.map((d) => JSON.stringify(d.evidence)),
  ],
});

/** Findings that are open, though a whole audit does not let them stay; those of these orders were not judged. */
export const selectVanished = (stay: readonly string[], unjudged: readonly OrderId[]): Statement => ({
  text: `select ${COLUMNS} from findings
where state = 'open' and id <> all($1::uuid[]) and (order_id is null or order_id <> all($2::bigint[]))
  and class <> all($3::text[])`,
  values: [stay, unjudged, SAMPLED],
});

/** Closes a finding that is open. */
export const settleFinding = (id: string, state: 'repaired' | 'dismissed'): Statement => ({
  text: `update findings set state = $2, settled_at = now() where id = $1 and state = 'open' returning ${COLUMNS}`,
  values: [id, state],
});

export const selectFinding = (id: string): Statement => ({
  text: `select ${COLUMNS} from findings where id = $1`,
  values: [id],
});

export const selectFindingsAfter = (
  after: string | null,
  limit: number,
  only: { readonly state: FindingState | null; readonly class: FindingClassName | null },
): Statement => ({
  text: `select ${COLUMNS} from findings where ($1::uuid is null or id > $1)
  and ($3::text is null or state = $3) and ($4::text is null or class = $4) order by id limit $2`,
  values: [after, limit, only.state, only.class],
});

export interface OpenRow {
  readonly class: FindingClassName;
  readonly open: number;
  readonly subjects: string[];
}

/** How many findings of each class are open, and a few of their subjects. */
export const selectOpen: Statement = {
  text: `select class, count(*)::int as open, (array_agg(subject order by found_at))[1:5] as subjects
from findings where state = 'open' group by class`,
};
