import type { Locale, Viewer } from '@evenkeel/contracts';
import type { Currency, CustomerId, SessionId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';

/** What a session cookie stands for. */
export interface Session {
  readonly sessionId: SessionId;
  readonly viewer: Viewer;
}

export interface SessionRow {
  readonly id: SessionId;
  readonly customer_id: CustomerId;
  readonly role: 'customer' | 'operator' | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: Locale;
  readonly currency: Currency;
}

export const toSession = (row: SessionRow): Session => ({
  sessionId: row.id,
  viewer: {
    customerId: row.customer_id,
    kind: row.role ?? 'guest',
    name: row.name,
    email: row.email,
    locale: row.locale,
    currency: row.currency,
  },
});

const DAYS = 30;

export interface NewSession {
  readonly sessionId: SessionId;
  readonly tokenHash: Buffer;
  readonly customerId: CustomerId;
  readonly locale: Locale;
  readonly currency: Currency;
}

export const insertSession = (session: NewSession): Statement => ({
  name: 'session-insert',
  text: `insert into sessions (id, token_hash, customer_id, locale, currency, expires_at)
values ($1, $2, $3, $4, $5, now() + interval '${DAYS} days')`,
  values: [session.sessionId, session.tokenHash, session.customerId, session.locale, session.currency],
});

export const selectSession = (tokenHash: Buffer): Statement => ({
  name: 'session-select',
  text: `select s.id, s.customer_id, a.role, a.name, a.email, s.locale, s.currency
from sessions s left join accounts a on a.id = s.account_id where s.token_hash = $1 and s.expires_at > now()`,
  values: [tokenHash],
});

/** Signs a session in: another owner, and a new token, so that an old cookie that leaked is worth nothing. */
export const signSessionIn = (
  sessionId: SessionId,
  to: {
    readonly accountId: CustomerId;
    readonly tokenHash: Buffer;
    readonly locale: Locale;
    readonly currency: Currency;
  },
): Statement => ({
  text: `update sessions set customer_id = $2, account_id = $2, token_hash = $3, locale = $4, currency = $5,
  expires_at = now() + interval '${DAYS} days' where id = $1`,
  values: [sessionId, to.accountId, to.tokenHash, to.locale, to.currency],
});

export const deleteSession = (tokenHash: Buffer): Statement => ({
  text: 'delete from sessions where token_hash = $1 returning locale, currency',
  values: [tokenHash],
});

export const updatePreferences = (
  tokenHash: Buffer,
  to: { readonly locale: Locale | null; readonly currency: Currency | null },
): Statement => ({
  text: `with s as (
  update sessions set locale = coalesce($2, locale), currency = coalesce($3, currency)
  where token_hash = $1 and expires_at > now() returning *),
a as (update accounts set locale = s.locale, currency = s.currency from s where accounts.id = s.account_id returning accounts.*)
select s.id, s.customer_id, x.role, x.name, x.email, s.locale, s.currency
from s left join accounts x on x.id = s.account_id`,
  values: [tokenHash, to.locale, to.currency],
});

export const deleteEndedSessions: Statement = {
  text: `delete from sessions where id in (select id from sessions where expires_at < now() limit 5000)`,
};
