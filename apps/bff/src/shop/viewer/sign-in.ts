import {
  signIn as signInAction,
  signOut as signOutAction,
  signUp as signUpAction,
  type Viewer,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { clientError } from '../../graphql/client-error.js';
import { orRefusal, refusal } from '../../refusals/refusal.js';
import type { RequestContext } from '../../request/request-context.js';

interface Opened {
  readonly token: string;
  readonly sessionId: string;
  readonly viewer: Viewer;
}

/** The raw session token; identity alone understands it. */
export function requireSessionToken({ request }: RequestContext): string {
  if (request.sessionToken === null)
    throw clientError('NO_SESSION', 'There is no session to sign in or out of');
  return request.sessionToken;
}

/** Hands the new session to the gateway, which makes the cookie of it. */
async function enter({ token, sessionId, viewer }: Opened, context: RequestContext): Promise<Viewer> {
  context.reply.header('x-set-session', token);
  await context.become(viewer, sessionId);
  return viewer;
}

/** Makes a customer of the guest. */
export async function signUp(
  _: unknown,
  { input }: { input: { readonly email: string; readonly password: string; readonly name: string } },
  context: RequestContext,
) {
  const token = requireSessionToken(context);
  return orRefusal(context.locale, async () => {
    const result = await context.command(signUpAction, { ...input, token });
    switch (result.kind) {
      case 'signed-up':
        return { __typename: 'SignedIn', viewer: await enter(result, context) };
      case 'email-taken':
        return refusal('EmailTaken', context.locale);
      case 'already-signed-in':
        return refusal('AlreadySignedIn', context.locale);
      default:
        return assertNever(result);
    }
  });
}

/** Signs a customer or an operator in. */
export async function signIn(
  _: unknown,
  { input }: { input: { readonly email: string; readonly password: string } },
  context: RequestContext,
) {
  const token = requireSessionToken(context);
  return orRefusal(context.locale, async () => {
    const result = await context.command(signInAction, { ...input, token });
    switch (result.kind) {
      case 'signed-in':
        return { __typename: 'SignedIn', viewer: await enter(result, context) };
      case 'wrong-credentials':
        return refusal('WrongCredentials', context.locale);
      default:
        return assertNever(result);
    }
  });
}

/** Leaves the caller as a new guest. */
export async function signOut(_: unknown, __: unknown, context: RequestContext): Promise<Viewer> {
  const token = requireSessionToken(context);
  return enter(await context.command(signOutAction, { token }), context);
}
