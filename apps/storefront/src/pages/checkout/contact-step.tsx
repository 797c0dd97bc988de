import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { miniResolver } from '../../forms/mini-resolver.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { checkoutTexts } from './checkout.texts.js';
import { type ContactValues, contactSchema } from './draft.js';

type Props = {
  known: ContactValues | null;
  /** Of who is signed in. */
  email: string | null;
  guest: boolean;
  onDone: (values: ContactValues) => void;
};

/** Where news of the order go. */
export function ContactStep({ known, email, guest, onDone }: Props) {
  const t = useTexts(checkoutTexts);
  const { register, handleSubmit, formState } = useForm<ContactValues>({
    resolver: miniResolver(contactSchema),
    // Who is signed in may be known late; what was typed until then stays.
    values: known ?? { email: email ?? '' },
    resetOptions: { keepDirtyValues: true },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => void handleSubmit(onDone)(event)}
      className="max-w-[480px] pb-3 md:pl-10"
    >
      <Field
        {...register('email')}
        label={t.email}
        type="email"
        autoComplete="email"
        hint={t.emailHint}
        error={formState.errors.email && t.emailProblem}
      />
      <Button look="primary" type="submit" className="mt-6 w-full sm:w-auto">
        {t.next}
      </Button>
      {guest && (
        <p className="mt-5 text-small text-ink-2">
          {t.signInFirst}{' '}
          <Link to="/sign-in" search={{ goOn: '/checkout' }} className="link text-ink">
            {t.signIn}
          </Link>
        </p>
      )}
    </form>
  );
}
