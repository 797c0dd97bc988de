import type { Client } from '@urql/core';
import { useSyncExternalStore } from 'react';
import { makeClient } from '../graphql/client.js';
import { initialLocale, LANGUAGE_TAG, type Locale, rememberLocale } from '../i18n/locale.js';

/** What the whole page depends on: the language, and the client with everything it has read so far. */
interface Session {
  readonly locale: Locale;
  readonly client: Client;
}

let session: Session = { locale: initialLocale(), client: makeClient() };
const listeners = new Set<() => void>();
/** The session is the browser's, so what changes it in one tab holds for all of them. */
const otherTabs = new BroadcastChannel('evenkeel.session');
otherTabs.onmessage = () => change(initialLocale());

function change(locale: Locale): void {
  session = { locale, client: makeClient() };
  document.documentElement.lang = LANGUAGE_TAG[locale];
  for (const listener of listeners) listener();
}

export function currentClient(): Client {
  return session.client;
}

/** Forgets everything that was read, in every tab: the shopper, the language or the currency is another one now. */
export function startOver(locale: Locale = session.locale): void {
  rememberLocale(locale);
  change(locale);
  otherTabs.postMessage('changed');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}
