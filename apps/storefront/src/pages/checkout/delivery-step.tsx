import { useForm } from 'react-hook-form';
import { miniResolver } from '../../forms/mini-resolver.js';
import { useLocale, useTexts } from '../../i18n/i18n-context.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { checkoutTexts } from './checkout.texts.js';
import { countries } from './countries.js';
import { type DeliveryProblem, type DeliveryValues, deliverySchema } from './draft.js';
import { EXAMPLE_ADDRESS, emptyAddress } from './example-address.js';

type Props = {
  known: DeliveryValues | null;
  /** Of who is signed in. */
  name: string | null;
  demo: boolean;
  onDone: (values: DeliveryValues) => void;
};

/** Where it goes. */
export function DeliveryStep({ known, name, demo, onDone }: Props) {
  const t = useTexts(checkoutTexts);
  const locale = useLocale();
  const { register, handleSubmit, reset, formState } = useForm<DeliveryValues>({
    resolver: miniResolver(deliverySchema),
    values: known ?? { ...emptyAddress(locale), name: name ?? '' },
    resetOptions: { keepDirtyValues: true },
  });
  const field = (key: keyof DeliveryValues) => {
    const problem = formState.errors[key]?.message as DeliveryProblem | undefined;
    return { ...register(key), label: t.fields[key], error: problem && t.problem[problem] };
  };
  return (
    <form
      noValidate
      onSubmit={(event) => void handleSubmit(onDone)(event)}
      className="max-w-[560px] pb-3 md:pl-10"
    >
      {demo && (
        <button
          type="button"
          onClick={() => reset({ ...EXAMPLE_ADDRESS[locale], ...(name && { name }) })}
          className="link min-h-11 text-small text-ink-2 hover:text-ink"
        >
          {t.example}
        </button>
      )}
      <Field {...field('name')} autoComplete="name" className="mt-1" />
      <Field {...field('line1')} autoComplete="address-line1" />
      <Field {...field('line2')} autoComplete="address-line2" optional />
      <div className="grid grid-cols-[2fr_3fr] items-start gap-x-4">
        <Field {...field('postalCode')} autoComplete="postal-code" />
        <Field {...field('city')} autoComplete="address-level2" />
      </div>
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <Field {...field('region')} autoComplete="address-level1" optional />
        <SelectField {...field('country')} autoComplete="country">
          {countries(locale).map(({ code, name: country }) => (
            <option key={code} value={code}>
              {country}
            </option>
          ))}
        </SelectField>
      </div>
      <Field {...field('phone')} type="tel" autoComplete="tel" optional />
      <Button look="primary" type="submit" className="mt-6 w-full sm:w-auto">
        {t.next}
      </Button>
    </form>
  );
}
