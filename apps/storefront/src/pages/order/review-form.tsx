import { type SubmitEvent, useState } from 'react';
import { CartNotice } from '../../cart/cart-notice.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { endAttempt } from '../../once/attempt-store.js';
import { useOnce } from '../../once/use-once.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { PostReview } from './post-review.query.js';
import { reviewTexts } from './review.texts.js';
import { StarChoice } from './star-choice.js';

type State =
  | { readonly kind: 'open' | 'busy' | 'thanks' }
  | { readonly kind: 'refused'; readonly message: string };

type Props = { productId: string; onClose: () => void };

/** Stars, one line and a few words about one thing; published once. */
export default function ReviewForm({ productId, onClose }: Props) {
  const t = useTexts(reviewTexts);
  const once = useOnce();
  const [state, setState] = useState<State>({ kind: 'open' });

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const rating = Number(form.get('rating'));
    if (!rating || !text('title') || !text('body'))
      return setState({ kind: 'refused', message: t.incomplete });
    setState({ kind: 'busy' });
    const attempt = `review.${productId}`;
    const input = { productId, rating, title: text('title'), body: text('body') };
    const answer = (await once(attempt, PostReview, { input }))?.postReview;
    if (!answer) return setState({ kind: 'refused', message: t.lost });
    if (answer.__typename !== 'TooBusy') endAttempt(attempt);
    setState(
      answer.__typename === 'ReviewPosted'
        ? { kind: 'thanks' }
        : { kind: 'refused', message: answer.message },
    );
  };

  if (state.kind === 'thanks') {
    return (
      <p role="status" className="mt-1 text-small text-ink-2">
        {t.thanks}
      </p>
    );
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="mt-2 pb-2">
      <StarChoice />
      <Field name="title" label={t.title} maxLength={120} />
      <label className="mt-4 block text-small">
        <span className="mb-1.5 block">{t.body}</span>
        <textarea
          name="body"
          rows={4}
          maxLength={4_000}
          className="w-full rounded-control border border-rule bg-raised px-3.5 py-2.5 text-body hover:border-ink"
        />
      </label>
      {state.kind === 'refused' && <CartNotice kind="refused">{state.message}</CartNotice>}
      <div className="mt-3 flex gap-5">
        <Button size="small" type="submit" inert={state.kind === 'busy'}>
          {t.send}
        </Button>
        <Button look="text" size="small" onClick={onClose}>
          {t.never}
        </Button>
      </div>
    </form>
  );
}
