import { getSession, openSession, setPreferences, signIn, signOut, signUp } from '@evenkeel/contracts';
import type { Database } from '@evenkeel/postgres';
import { action, messagingActions, type ServedAction } from '@evenkeel/runtime';
import type { accounts } from './features/accounts/accounts.handler.js';
import type { Sessions } from './features/sessions/sessions.handler.js';

interface Parts {
  readonly db: Database;
  readonly sessions: Sessions;
  readonly accounts: ReturnType<typeof accounts>;
}

/** The actions of the identity service. */
export const identityActions = ({ db, sessions, accounts: signing }: Parts): ServedAction[] => [
  action(openSession, (preferences) => sessions.open(preferences)),
  action(getSession, ({ token }) => sessions.get(token)),
  action(signUp, (input) => signing.signUp(input)),
  action(signIn, (input) => signing.signIn(input)),
  action(signOut, ({ token }) => sessions.end(token)),
  action(setPreferences, async ({ token, locale, currency }) => {
    const { viewer } = await sessions.setPreferences(token, {
      locale: locale ?? null,
      currency: currency ?? null,
    });
    return { viewer };
  }),
  ...messagingActions('identity', db),
];
