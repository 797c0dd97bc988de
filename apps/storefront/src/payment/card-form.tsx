import { type FormEvent, type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { expiryFor, groupedCard, groupedExpiry, readExpiry, type TestCard } from '../bank/test-cards.js';
import { tokenize } from '../bank/tokenize.js';
import { CartNotice } from '../cart/cart-notice.js';
import { miniResolver } from '../forms/mini-resolver.js';
import { useTexts } from '../i18n/i18n-context.js';
import { Field } from '../ui/field.js';
import { type CardProblem, type CardValues, cardSchema } from './card-schema.js';
import { paymentTexts } from './payment.texts.js';
import { TestCardList } from './test-card-list.js';

type Props = {
  /** The demonstration shows its test cards. */
  demo: boolean;
  /** Goes on with the bank's token; the last digits are for showing. */
  onToken: (token: string, lastDigits: string) => Promise<void>;
  /** What stands below the fields, the button among it. */
  children: (busy: boolean) => ReactNode;
};

function asTyped(group: (text: string) => string) {
  return (event: FormEvent<HTMLInputElement>) => {
    event.currentTarget.value = group(event.currentTarget.value);
  };
}

/** A card, given to the bank for a token. The number stays between this form and the bank. */
export function CardForm({ demo, onToken, children }: Props) {
  const t = useTexts(paymentTexts);
  const { register, handleSubmit, setValue, clearErrors, formState } = useForm<CardValues>({
    resolver: miniResolver(cardSchema),
    defaultValues: { number: '', expiry: '', cvc: '' },
  });
  const [refusal, setRefusal] = useState<string | null>(null);
  const problem = (field: keyof CardValues) => {
    const message = formState.errors[field]?.message as CardProblem | undefined;
    return message && t.problem[message];
  };

  const pay = handleSubmit(async ({ number, expiry, cvc }) => {
    const date = readExpiry(expiry, new Date());
    if (!date) return;
    setRefusal(null);
    const digits = number.replace(/\D/g, '');
    const answer = await tokenize({ number: digits, cvc, ...date });
    if (answer.kind === 'refused') return setRefusal(t.bankRefused);
    if (answer.kind === 'unreachable') return setRefusal(t.bankUnreachable);
    await onToken(answer.token, digits.slice(-4));
  });

  const fillIn = (card: TestCard) => {
    setValue('number', groupedCard(card.number));
    setValue('expiry', expiryFor(new Date()));
    setValue('cvc', '123');
    clearErrors();
    setRefusal(null);
  };

  return (
    <form onSubmit={(event) => void pay(event)} noValidate>
      <div className="grid gap-6 md:grid-cols-2 md:gap-8">
        <fieldset className="min-w-0">
          <legend className="sr-only">{t.card}</legend>
          <Field
            {...register('number')}
            label={t.number}
            error={problem('number')}
            onInput={asTyped(groupedCard)}
            inputMode="numeric"
            autoComplete="cc-number"
            placeholder="4242 4242 4242 4242"
          />
          <div className="grid grid-cols-2 items-start gap-x-4">
            <Field
              {...register('expiry')}
              label={t.expiry}
              error={problem('expiry')}
              onInput={asTyped(groupedExpiry)}
              inputMode="numeric"
              autoComplete="cc-exp"
              placeholder="12 / 29"
            />
            <Field
              {...register('cvc')}
              label={t.cvc}
              error={problem('cvc')}
              inputMode="numeric"
              autoComplete="cc-csc"
              maxLength={4}
              placeholder="123"
            />
          </div>
          {refusal && <CartNotice kind="refused">{refusal}</CartNotice>}
        </fieldset>
        {demo && <TestCardList onChoose={fillIn} />}
      </div>
      {children(formState.isSubmitting)}
    </form>
  );
}
