import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useTexts } from '../../i18n/i18n-context.js';
import { PageTitle } from '../../ui/page-title.js';
import { DemoShoppers } from './demo-shoppers.js';
import { IdentityForm } from './identity-form.js';
import { signInTexts } from './sign-in.texts.js';
import { useIdentity } from './use-identity.js';

const route = getRouteApi('/shell/sign-in');

/** Sign in, or make an account; in a demo, one press is enough. */
export default function SignInPage() {
  const t = useTexts(signInTexts);
  const router = useRouter();
  const search = route.useSearch();
  const isNew = search.new === true;
  const { signIn, signUp, busy } = useIdentity();
  const title = isNew ? t.signUp : t.signIn;
  const finish = (refusal: string | null) => {
    if (refusal === null) router.history.replace(search.goOn ?? '/account');
    return refusal;
  };
  const { goOn } = search;
  return (
    <div className="wrap pt-[clamp(32px,6vw,72px)]">
      <PageTitle>{title}</PageTitle>
      <div className="grid items-start gap-12 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] md:gap-[clamp(48px,9vw,136px)]">
        <div className="max-w-[420px]">
          <h1 className="text-1">{title}</h1>
          <p className="mt-2 text-ink-2">{t.note}</p>
          <IdentityForm
            key={String(isNew)}
            isNew={isNew}
            busy={busy}
            onSubmit={async ({ name, email, password }) =>
              finish(await (isNew ? signUp({ name, email, password }) : signIn({ email, password })))
            }
          />
          <p className="mt-5 text-small text-ink-2">
            {isNew ? t.toSignIn : t.toSignUp}{' '}
            <Link
              to="/sign-in"
              search={{ ...(goOn && { goOn }), ...(!isNew && { new: true }) }}
              className="link text-ink"
            >
              {isNew ? t.signIn : t.signUp}
            </Link>
          </p>
        </div>
        <DemoShoppers onChoose={(shopper) => void signIn(shopper).then(finish)} />
      </div>
    </div>
  );
}
