import { Info } from 'lucide-react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { SwatchDot } from '../../product/swatches.js';
import { classes } from '../../ui/classes.js';
import { otherChoices, pricedApart, type ValueState, valueState } from './choice.js';
import type { ProductData, VariantData } from './product.query.js';
import { productTexts } from './product.texts.js';

type Props = {
  option: ProductData['options'][number];
  product: Pick<ProductData, 'options' | 'variants'>;
  chosen: VariantData;
  onChoose: (variant: VariantData) => void;
};

/** The values of one option: those that cannot be had beside the other choices are struck, and it says why. */
export function OptionPicker({ option, product, chosen, onChoose }: Props) {
  const t = useTexts(productTexts);
  const f = useFormats();
  const { options, variants } = product;
  const current = chosen.options.find((value) => value.option === option.key)?.key;
  const priced = pricedApart(variants, chosen, option);
  const values = option.values.map((value) => ({
    ...value,
    state: valueState(variants, chosen, option.key, value.key),
  }));
  const missing = values.filter((value) => value.state.kind === 'not-made');
  const others = f.list(otherChoices(options, chosen, option.key));
  return (
    <fieldset className="mt-6">
      <legend className="mb-2 text-small">
        {t.chosen(option.label)}
        <span className="font-strong">{values.find((value) => value.key === current)?.label}</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {values.map(({ key, label, swatch, state }) => (
          <Value
            key={key}
            label={label}
            swatch={swatch ?? null}
            state={state}
            on={key === current}
            note={
              state.kind === 'made' && state.soldOut
                ? t.soldOut
                : state.kind === 'made' && priced
                  ? f.money(state.variant.price)
                  : null
            }
            onChoose={() => state.kind === 'made' && onChoose(state.variant)}
          />
        ))}
      </div>
      {missing.map(({ key, label, state }) => (
        <p key={key} className="mt-2 flex items-start gap-2 text-small/[1.4] text-ink-2">
          <Info aria-hidden="true" className="mt-0.5 size-4 flex-none" strokeWidth={1.5} />
          <span>
            {state.kind === 'not-made' && state.instead ? t.notMade(label, others) : t.notMadeAtAll(label)}{' '}
            {state.kind === 'not-made' && state.instead && (
              <Instead
                variant={state.instead}
                choice={f.list(otherChoices(options, state.instead, option.key))}
                onChoose={onChoose}
              />
            )}
          </span>
        </p>
      ))}
    </fieldset>
  );
}

type InsteadProps = { variant: VariantData; choice: string; onChoose: (variant: VariantData) => void };

function Instead({ variant, choice, onChoose }: InsteadProps) {
  const t = useTexts(productTexts);
  return (
    <button type="button" className="link" onClick={() => onChoose(variant)}>
      {t.chooseInstead(choice)}
    </button>
  );
}

type ValueProps = {
  label: string;
  swatch: string | null;
  state: ValueState<VariantData>;
  on: boolean;
  note: string | null;
  onChoose: () => void;
};

function Value({ label, swatch, state, on, note, onChoose }: ValueProps) {
  const notMade = state.kind === 'not-made';
  const struck = notMade || state.soldOut;
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-disabled={notMade || undefined}
      onClick={onChoose}
      className={classes(
        'flex min-h-12 min-w-18 items-center gap-2.5 rounded-control border px-3.5 py-1.5 text-left text-small/[1.3] tabular-nums',
        on ? 'border-ink ring-1 ring-ink ring-inset' : 'border-rule',
        struck ? 'border-dashed text-ink-3' : 'hover:border-ink',
        notMade && 'cursor-not-allowed',
      )}
    >
      {swatch && <SwatchDot colour={swatch} large />}
      <span>
        <span className={struck ? 'line-through' : undefined}>{label}</span>
        {note && <span className="block text-micro text-ink-3">{note}</span>}
      </span>
    </button>
  );
}
