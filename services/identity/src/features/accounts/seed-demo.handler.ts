import { DEMO_OPERATOR, DEMO_SHOPPERS } from '@evenkeel/contracts';
import { type CustomerId, derivedId } from '@evenkeel/kernel';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { hashPassword } from '../../passwords.js';
import { type Account, selectAccounts } from '../../store/account-store.js';
import { register } from './sign-in.handler.js';

/** Registers the demo's accounts that are not there yet. Ids come from the emails, so that every demo has the same. */
export async function seedDemoAccounts(db: Database, messaging: Messaging, at: string): Promise<number> {
  const wanted = [
    ...DEMO_SHOPPERS.map((shopper) => ({ ...shopper, role: 'customer' as const })),
    { ...DEMO_OPERATOR, role: 'operator' as const, locale: 'en' as const, currency: 'USD' as const },
  ];
  const rows = await db.query<Account>(selectAccounts(wanted.map((account) => account.email)));
  const known = new Set(rows.map((row) => row.email));
  const missing = wanted.filter((account) => !known.has(account.email));
  await Promise.all(
    missing.map(async ({ password, ...account }) => {
      const passwordHash = await hashPassword(password);
      const id = derivedId<CustomerId>('demo-account', account.email);
      await messaging.tell(register, { account: { ...account, id, passwordHash }, session: null, at });
    }),
  );
  return missing.length;
}
