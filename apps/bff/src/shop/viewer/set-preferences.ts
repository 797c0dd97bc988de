import { locale, setPreferences as setPreferencesAction, type Viewer } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';
import { clientError } from '../../graphql/client-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { requireSessionToken } from './sign-in.js';

/** Changes language and currency of the session; the rest of the request speaks them already. */
export async function setPreferences(
  _: unknown,
  args: { readonly locale?: string | null; readonly currency?: Currency | null },
  context: RequestContext,
): Promise<Viewer> {
  const { sid } = context.requireCaller();
  const token = requireSessionToken(context);
  const wanted = locale.nullish().safeParse(args.locale);
  if (!wanted.success) throw clientError('BAD_USER_INPUT', 'The languages of the shop are "en" and "zh"');
  const { viewer } = await context.command(setPreferencesAction, {
    token,
    locale: wanted.data ?? null,
    currency: args.currency ?? null,
  });
  // The token stays; saying it again tells the gateway to look at the session anew.
  context.reply.header('x-set-session', token);
  await context.become(viewer, sid);
  return viewer;
}
