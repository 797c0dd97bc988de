import type { Locale } from '@evenkeel/contracts';
import type { Currency, CustomerId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';

export interface Account {
  readonly id: CustomerId;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: 'customer' | 'operator';
  readonly locale: Locale;
  readonly currency: Currency;
}

export const selectAccounts = (emails: readonly string[]): Statement => ({
  name: 'accounts-select',
  text: `select id, email, name, password_hash as "passwordHash", role, locale, currency
from accounts where email = any($1::text[])`,
  values: [emails],
});

export const insertAccounts = (accounts: readonly Account[]): Statement => ({
  name: 'accounts-insert',
  text: `insert into accounts (id, email, name, password_hash, role, locale, currency)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
  values: [
    accounts.map((a) => a.id),
    accounts.map((a) => a.email),
    accounts.map((a) => a.name),
    accounts.map((a) => a.passwordHash),
    accounts.map((a) => a.role),
    accounts.map((a) => a.locale),
    accounts.map((a) => a.currency),
  ],
});
