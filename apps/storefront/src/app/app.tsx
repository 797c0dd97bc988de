import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Provider } from 'urql';
import { LocaleProvider } from '../i18n/i18n-context.js';
import { router } from './router.js';
import { useSession } from './session.js';

/** The whole shop: language and client around the pages. */
export function App() {
  const { locale, client } = useSession();
  const before = useRef(client);
  useEffect(() => {
    if (before.current === client) return;
    before.current = client;
    // Another language or shopper: what is on screen is read anew.
    void router.invalidate();
  }, [client]);
  return (
    <LocaleProvider locale={locale}>
      <Provider value={client}>
        <RouterProvider router={router} />
      </Provider>
    </LocaleProvider>
  );
}
