import { type SubmitEvent, useState } from 'react';
import { CartNotice } from '../../cart/cart-notice.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { signInTexts } from './sign-in.texts.js';

interface Values {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

type Props = {
  /** For an account that does not exist yet. */
  isNew: boolean;
  busy: boolean;
  onSubmit: (values: Values) => Promise<string | null>;
};

const SHORTEST_PASSWORD = 8;

/** Email and password, and a name for a new account. */
export function IdentityForm({ isNew, busy, onSubmit }: Props) {
  const t = useTexts(signInTexts);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const values = { name: text('name'), email: text('email'), password: String(form.get('password') ?? '') };
    if (isNew && (!values.name || !values.email || values.password.length < SHORTEST_PASSWORD)) {
      return setRefusal(t.incompleteNew);
    }
    if (!values.email || !values.password) return setRefusal(t.incomplete);
    setRefusal(null);
    void onSubmit(values).then(setRefusal);
  };
  return (
    <form noValidate onSubmit={submit}>
      {isNew && <Field name="name" label={t.name} autoComplete="name" maxLength={100} />}
      <Field name="email" label={t.email} type="email" autoComplete="email" maxLength={254} />
      <Field
        name="password"
        label={t.password}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={200}
        {...(isNew && { hint: t.passwordHint })}
      />
      {refusal && <CartNotice kind="refused">{refusal}</CartNotice>}
      <Button look="primary" type="submit" inert={busy} className="mt-6 w-full">
        {busy ? t.busy : isNew ? t.signUp : t.signIn}
      </Button>
    </form>
  );
}
