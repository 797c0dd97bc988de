import { customerRegistered, guestMerged } from '@evenkeel/contracts';
import type { CustomerId, SessionId } from '@evenkeel/kernel';
import { handles, localInput } from '@evenkeel/messaging';
import { type Account, insertAccounts, selectAccounts } from '../../store/account-store.js';
import { signSessionIn } from '../../store/session-store.js';

interface Registration {
  readonly at: string;
  readonly account: Account;
  /** The session that becomes the customer's; null for accounts that the demo seeds. */
  readonly session: { readonly id: SessionId; readonly tokenHash: string } | null;
}

export const register = localInput<Registration>()('identity.register');

/** Registers accounts; an email that is taken is answered, not thrown. */
export const registerHandler = handles([register], async (items, work) => {
  const emails = items.map((item) => item.data.account.email);
  const taken = new Set((await work.query<Account>(selectAccounts(emails))).map((account) => account.email));
  for (const item of items) {
    const { account, session } = item.data;
    if (taken.has(account.email)) {
      work.answer(item, { kind: 'email-taken' });
      continue;
    }
    taken.add(account.email);
    work.write(insertAccounts([account]));
    if (session) {
      const tokenHash = Buffer.from(session.tokenHash, 'base64');
      work.write(signSessionIn(session.id, { ...account, accountId: account.id, tokenHash }));
    }
    if (account.role === 'customer') {
      const { id: customerId, name, locale } = account;
      const data = { customerId, name, locale, at: item.data.at };
      work.emit(customerRegistered, { aggregateId: customerId, aggregateVersion: 1, data }, item);
    }
    work.answer(item, { kind: 'registered' });
  }
});

interface SigningIn {
  readonly at: string;
  readonly account: Account;
  readonly session: { readonly id: SessionId; readonly tokenHash: string };
  /** The guest that the session stood for, if it was one. */
  readonly guestId: CustomerId | null;
}

export const signInSession = localInput<SigningIn>()('identity.sign-in-session');

/** Turns a guest's session into that of the account, and says that the guest is merged. */
export const signInHandler = handles([signInSession], async (items, work) => {
  for (const item of items) {
    const { account, session, guestId } = item.data;
    const tokenHash = Buffer.from(session.tokenHash, 'base64');
    work.write(signSessionIn(session.id, { ...account, accountId: account.id, tokenHash }));
    if (!guestId || account.role !== 'customer') continue;
    const data = { guestId, customerId: account.id, at: item.data.at };
    work.emit(guestMerged, { aggregateId: guestId, aggregateVersion: 1, data }, item);
  }
});
