import type { OrderFacts, OrderPart } from '@evenkeel/contracts';
import type { CustomerId, OrderId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';
import { type Progress, totalOf } from '../order.js';
import { SOLD_ON } from './sold-days-store.js';

export interface PartRow {
  readonly id: OrderId;
  readonly customerId: CustomerId;
  readonly facts: string;
  readonly progress: string;
  readonly changes: OrderPart['changes'];
  readonly soldOn: string | null;
  readonly restSeconds: number;
}

/** Orders in a range of numbers, with all that was published of each and how long ago, by the database's clock. */
export const selectParts = (after: string | null, upTo: string | null, limit: number): Statement => ({
  text: `select o.id::text as id, o.customer_id as "customerId", o.facts, s.progress, coalesce(c.changes, '[]') as changes,
  c."soldOn", extract(epoch from now() - coalesce(c.at, (o.facts::json ->> 'placedAt')::timestamptz))::float as "restSeconds"
from orders o join order_states s on s.id = o.id left join lateral (
  select max(at) as at, json_agg(json_build_object('version', version, 'type', type) order by version) as changes,
    ${SOLD_ON} as "soldOn"
  from published_changes where order_id = o.id) c on true
where o.id > $1::bigint and ($2::bigint is null or o.id <= $2) order by o.id limit $3`,
  values: [after ?? '0', upTo, limit],
});

export function toPart({
  id,
  customerId,
  facts: written,
  progress: stood,
  changes,
  soldOn,
  restSeconds,
}: PartRow): OrderPart {
  const facts = JSON.parse(written) as OrderFacts;
  const { state, version, captured, refunded } = JSON.parse(stood) as Progress;
  return {
    orderId: id,
    customerId,
    state,
    version,
    total: totalOf(facts),
    lines: facts.lines.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unitPrice })),
    price: facts.price,
    pointsToEarn: facts.price.pointsToEarn,
    captured: captured?.amount ?? null,
    refunded,
    soldOn,
    changes,
    restSeconds,
  };
}
