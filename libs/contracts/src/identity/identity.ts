import { z } from 'zod';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { defineEvent } from '../registry/define.js';
import { locale } from '../shared/text.js';
import { currency, customerId, instant } from '../shared/values.js';

export const VIEWER_KINDS = ['guest', 'customer', 'operator'] as const;
export const viewerKind = z.enum(VIEWER_KINDS);
export type ViewerKind = z.infer<typeof viewerKind>;

/** Who a session stands for. */
export const viewer = z.object({
  customerId,
  kind: viewerKind,
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale,
  currency,
});
export type Viewer = z.infer<typeof viewer>;

/** What the identity token says; services trust nothing else about a caller. */
export const callerClaims = z.object({
  sub: customerId,
  kind: viewerKind,
  locale,
  currency,
  /** The session's id, not its secret: for limits, keys and ending the live feed. */
  sid: z.string(),
});
export type CallerClaims = z.infer<typeof callerClaims>;

export const customerRegistered = defineEvent('identity.customer-registered', {
  summary: 'A guest became a customer and kept their id.',
  data: z.object({ customerId, name: z.string(), locale, at: instant }),
});

export const guestMerged = defineEvent('identity.guest-merged', {
  summary: 'A guest signed in: their cart, orders and keys go over to the customer.',
  data: z.object({ guestId: customerId, customerId, at: instant }),
});

/** The opaque session cookie's value; only its hash is stored. */
const sessionToken = z.string().min(20).max(200);
const opened = z.object({ token: sessionToken, sessionId: z.string(), viewer });

export const openSession = defineCommandAction('identity.open-session', {
  access: 'internal',
  summary: 'Makes a session for a new guest.',
  input: z.object({ locale, currency }),
  output: opened,
});

export const getSession = defineQuery('identity.get-session', {
  access: 'internal',
  summary: 'Who the session cookie stands for, or null when it is unknown or has ended.',
  input: z.object({ token: z.string() }),
  output: z.object({ sessionId: z.string(), viewer }).nullable(),
});

const password = z.string().min(8).max(200);

export const signUp = defineCommandAction('identity.sign-up', {
  access: 'internal',
  summary: 'Turns the guest of the session into a customer; the session gets a new token.',
  input: z.object({
    token: sessionToken,
    email: z.email().max(254),
    password,
    name: z.string().trim().min(1).max(100),
  }),
  output: z.discriminatedUnion('kind', [
    opened.extend({ kind: z.literal('signed-up') }),
    z.object({ kind: z.literal('email-taken') }),
    z.object({ kind: z.literal('already-signed-in') }),
  ]),
});

export const signIn = defineCommandAction('identity.sign-in', {
  access: 'internal',
  summary: 'Signs a customer or operator in; the session gets a new token and the guest is merged.',
  input: z.object({ token: sessionToken, email: z.string().max(254), password: z.string().max(200) }),
  output: z.discriminatedUnion('kind', [
    opened.extend({ kind: z.literal('signed-in'), mergedGuestId: customerId.nullable() }),
    z.object({ kind: z.literal('wrong-credentials') }),
  ]),
});

export const signOut = defineCommandAction('identity.sign-out', {
  access: 'internal',
  summary: 'Ends the session and opens one for a new guest.',
  input: z.object({ token: sessionToken }),
  output: opened,
});

export const setPreferences = defineCommandAction('identity.set-preferences', {
  access: 'internal',
  summary: "Changes the session's language and currency; null leaves as it is.",
  input: z.object({ token: sessionToken, locale: locale.nullish(), currency: currency.nullish() }),
  output: z.object({ viewer }),
});

export const identityEvents = [customerRegistered, guestMerged] as const;
export const identityActions = [openSession, getSession, signUp, signIn, signOut, setPreferences] as const;
