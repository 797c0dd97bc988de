import { useState } from 'react';
import { useClient } from 'urql';
import { startOver } from '../../app/session.js';
import type { VariablesOf } from '../../graphql/graphql.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { isLocale } from '../../i18n/locale.js';
import { withoutFeed } from '../../live/feed-client.js';
import { SignIn, SignOut, SignUp } from './sign-in.query.js';
import { signInTexts } from './sign-in.texts.js';

/** Another shopper: nothing that was read before belongs to them. */
function becomeSomebody(locale: string): void {
  startOver(isLocale(locale) ? locale : undefined);
}

/** Signing in, up and out. Each answers with the words of a refusal, or null when it was done. */
export function useIdentity() {
  const client = useClient();
  const t = useTexts(signInTexts);
  const [busy, setBusy] = useState(false);

  const during = async (work: () => Promise<string | null>): Promise<string | null> => {
    setBusy(true);
    const refusal = await withoutFeed(work);
    setBusy(false);
    return refusal;
  };

  const signIn = (input: VariablesOf<typeof SignIn>['input']) =>
    during(async () => {
      const answer = (await client.mutation(SignIn, { input }).toPromise()).data?.signIn;
      if (!answer) return t.lost;
      if (answer.__typename !== 'SignedIn') return answer.message;
      becomeSomebody(answer.viewer.locale);
      return null;
    });

  const signUp = (input: VariablesOf<typeof SignUp>['input']) =>
    during(async () => {
      const answer = (await client.mutation(SignUp, { input }).toPromise()).data?.signUp;
      if (!answer) return t.lost;
      if (answer.__typename === 'InvalidInput') return answer.problems[0]?.message ?? answer.message;
      if (answer.__typename !== 'SignedIn') return answer.message;
      becomeSomebody(answer.viewer.locale);
      return null;
    });

  const signOut = () =>
    during(async () => {
      const answer = (await client.mutation(SignOut, {}).toPromise()).data?.signOut;
      if (!answer) return t.lost;
      becomeSomebody(answer.locale);
      return null;
    });

  return { signIn, signUp, signOut, busy };
}
