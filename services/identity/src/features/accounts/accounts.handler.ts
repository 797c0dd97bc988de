import {
  type ActionOutput,
  DEMO_OPERATOR,
  DEMO_SHOPPERS,
  type signIn,
  type signUp,
} from '@evenkeel/contracts';
import { type Clock, type CustomerId, isoNow } from '@evenkeel/kernel';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { checkPassword, hashPassword } from '../../passwords.js';
import { type Account, selectAccounts } from '../../store/account-store.js';
import type { Session } from '../../store/session-store.js';
import { hashToken, newToken } from '../../tokens.js';
import type { Sessions } from '../sessions/sessions.handler.js';
import { register, signInSession } from './sign-in.handler.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Messaging;
  readonly sessions: Sessions;
  readonly clock: Clock;
  /** False in production: the accounts of the demo do not work there, even if their rows exist. */
  readonly allowDemo: boolean;
}

const demoEmails = new Set<string>([DEMO_OPERATOR.email, ...DEMO_SHOPPERS.map((shopper) => shopper.email)]);

/** Signing up and in. */
export function accounts({ db, messaging, sessions, clock, allowDemo }: Parts) {
  const rotate = (session: Session) => {
    const token = newToken();
    return { token, session: { id: session.sessionId, tokenHash: hashToken(token).toString('base64') } };
  };
  const opened = (token: string, { sessionId, viewer }: Session, account: Account) => ({
    token,
    sessionId,
    viewer: {
      ...viewer,
      customerId: account.id,
      kind: account.role,
      name: account.name,
      email: account.email,
      locale: account.locale,
      currency: account.currency,
    },
  });

  return {
    async signUp(input: {
      token: string;
      email: string;
      password: string;
      name: string;
    }): Promise<ActionOutput<typeof signUp>> {
      const session = await sessions.require(input.token);
      if (session.viewer.kind !== 'guest') return { kind: 'already-signed-in' };
      const account: Account = {
        id: session.viewer.customerId,
        email: input.email.toLowerCase(),
        name: input.name,
        passwordHash: await hashPassword(input.password),
        role: 'customer',
        locale: session.viewer.locale,
        currency: session.viewer.currency,
      };
      const next = rotate(session);
      const answer = await messaging.tell(register, { account, session: next.session, at: isoNow(clock) });
      if ((answer as { kind: string }).kind === 'email-taken') return { kind: 'email-taken' };
      await sessions.forget(input.token);
      return { kind: 'signed-up', ...opened(next.token, session, account) };
    },

    async signIn(input: {
      token: string;
      email: string;
      password: string;
    }): Promise<ActionOutput<typeof signIn>> {
      const session = await sessions.require(input.token);
      const email = input.email.trim().toLowerCase();
      const [known] = await db.query<Account>(selectAccounts([email]));
      const usable = known && (allowDemo || !demoEmails.has(email)) ? known : null;
      const right = await checkPassword(usable?.passwordHash ?? null, input.password);
      if (!right || !usable) return { kind: 'wrong-credentials' };
      const guestId: CustomerId | null = session.viewer.kind === 'guest' ? session.viewer.customerId : null;
      const next = rotate(session);
      await messaging.tell(signInSession, {
        account: usable,
        session: next.session,
        guestId,
        at: isoNow(clock),
      });
      await sessions.forget(input.token);
      const mergedGuestId = usable.role === 'customer' ? guestId : null;
      return { kind: 'signed-in', ...opened(next.token, session, usable), mergedGuestId };
    },
  };
}
