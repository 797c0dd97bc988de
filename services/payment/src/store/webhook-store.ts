import type { Statement } from '@evenkeel/postgres';

export const selectWebhooks = (ids: readonly string[]): Statement => ({
  name: 'webhooks-select',
  text: 'select id from webhooks where id = any($1::text[])',
  values: [ids],
});

/** Two processes that took the same callback: the second fails here and finds it the next time. */
export const insertWebhooks = (ids: readonly string[]): Statement => ({
  name: 'webhooks-insert',
  text: 'insert into webhooks (id) select unnest($1::text[])',
  values: [[...ids].sort()],
});

export const deleteOldWebhooks: Statement = {
  text: `delete from webhooks where id in (select id from webhooks where at < now() - interval '8 days' limit 10000)`,
};
