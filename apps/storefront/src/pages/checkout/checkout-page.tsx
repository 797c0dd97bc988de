import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { addressLine } from '../../address/address-line.js';
import { useCartChanges } from '../../cart/use-cart.js';
import { useFormats, useLocale, useTexts } from '../../i18n/i18n-context.js';
import { useShell } from '../../shell/shell.query.js';
import { ErrorPage } from '../../ui/error-page.js';
import { PageTitle } from '../../ui/page-title.js';
import { TextPending } from '../pending.js';
import { CheckoutQuery } from './checkout.query.js';
import { checkoutTexts } from './checkout.texts.js';
import { ContactStep } from './contact-step.js';
import { DeliveryStep } from './delivery-step.js';
import { type Draft, STEPS, type Step, stepToShow } from './draft.js';
import { NothingToCheckOut } from './nothing-to-check-out.js';
import { PaymentStep } from './payment-step.js';
import { StepFrame } from './step-frame.js';
import { Summary } from './summary.js';
import { useDraft } from './use-draft.js';
import { useLookAgain } from './use-look-again.js';
import { usePlaceOrder } from './use-place-order.js';

const route = getRouteApi('/plain/checkout');

export default function CheckoutPage() {
  const t = useTexts(checkoutTexts);
  const f = useFormats();
  const locale = useLocale();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { viewer, again: askShell } = useShell();
  const { draft, change } = useDraft();
  const { applyCoupon } = useCartChanges();
  const available = viewer?.wallet?.available ?? 0;
  const [{ data, error }, again] = useQuery({
    query: CheckoutQuery,
    variables: { points: draft.usePoints ? available : 0 },
  });
  useLookAgain(() => again({ requestPolicy: 'network-only' }));
  const { placing, place } = usePlaceOrder(() => {
    again({ requestPolicy: 'network-only' });
    askShell();
  });
  const cart = data?.cart;
  const guest = viewer?.kind !== 'CUSTOMER';
  const step = stepToShow(search.step, draft);
  const goTo = (next: Step) => void navigate({ search: { step: next }, resetScroll: false });
  const done = (part: Partial<Draft>, next: Step) => {
    change(part);
    goTo(next);
  };
  const stateOf = (name: Step) => {
    if (name === step) return 'now';
    return name !== 'payment' && draft[name] ? 'done' : 'next';
  };

  if (!cart || placing.kind === 'placed') {
    if (!error) return <TextPending />;
    return (
      <ErrorPage
        title={t.failed}
        note={t.failedNote}
        error={error}
        onRetry={() => again({ requestPolicy: 'network-only' })}
      />
    );
  }
  if (cart.lines.length === 0) return <NothingToCheckOut />;

  const shipping = cart.shipping.minor === 0 ? t.free : f.money(cart.shipping);
  const who = guest ? t.asGuest : t.signedIn(viewer.name ?? '');
  return (
    <div className="wrap grid items-start gap-x-[clamp(32px,6vw,88px)] pb-16 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] md:pt-8">
      <PageTitle>{t.title}</PageTitle>
      <div>
        <h1 className="mt-6 mb-6 text-1 md:mt-0">{t.title}</h1>
        <StepFrame
          step="contact"
          state={stateOf('contact')}
          summary={draft.contact && `${draft.contact.email} · ${who}`}
          onChange={() => goTo('contact')}
        >
          <ContactStep
            known={draft.contact}
            email={viewer?.email ?? null}
            guest={guest}
            onDone={(contact) => done({ contact }, draft.delivery ? 'payment' : 'delivery')}
          />
        </StepFrame>
        <StepFrame
          step="delivery"
          state={stateOf('delivery')}
          summary={
            draft.delivery && (
              <>
                {addressLine(draft.delivery, locale)}
                <br />
                {t.standard(shipping)}
              </>
            )
          }
          onChange={() => goTo('delivery')}
        >
          <DeliveryStep
            known={draft.delivery}
            name={viewer?.name ?? null}
            demo={viewer?.demo ?? false}
            onDone={(delivery) => done({ delivery }, STEPS[2])}
          />
        </StepFrame>
        <StepFrame step="payment" state={stateOf('payment')}>
          <PaymentStep
            cart={cart}
            draft={draft}
            demo={viewer?.demo ?? false}
            available={available}
            onUsePoints={(usePoints) => change({ usePoints })}
            placing={placing}
            place={place}
          />
        </StepFrame>
      </div>
      <Summary cart={cart} guest={guest} applyCoupon={applyCoupon} />
    </div>
  );
}
