import type { Statement } from '@evenkeel/postgres';

export const selectOrdersOf = (attempts: readonly string[]): Statement => ({
  text: 'select id, order_id::text as "orderId" from attempts where id = any($1::uuid[])',
  values: [attempts],
});

export const selectFirstDay: Statement = {
  text: `select to_char(min(opened_at) at time zone 'utc', 'YYYY-MM-DD') as first,
  to_char(now() at time zone 'utc', 'YYYY-MM-DD') as today from attempts`,
};
