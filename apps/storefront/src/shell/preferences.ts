import { useClient } from 'urql';
import { startOver } from '../app/session.js';
import type { VariablesOf } from '../graphql/graphql.js';
import { isLocale } from '../i18n/locale.js';
import { SetPreferences } from './preferences.query.js';

/** Changes language or currency for the session; every text and price is then read anew. */
export function useSetPreferences() {
  const client = useClient();
  return async (change: VariablesOf<typeof SetPreferences>) => {
    const { data } = await client.mutation(SetPreferences, change).toPromise();
    const locale = data?.setPreferences.locale ?? change.locale;
    // Without an answer the words still change; prices and titles follow when the shop answers again.
    startOver(isLocale(locale) ? locale : undefined);
  };
}
