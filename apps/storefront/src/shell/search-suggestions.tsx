import { useTexts } from '../i18n/i18n-context.js';
import { classes } from '../ui/classes.js';
import { shellTexts } from './shell.texts.js';

type Props = {
  id: string;
  text: string;
  products: readonly { id: string; title: string }[];
  chosen: number;
  /** A place among the products, or −1 for the search itself. */
  onChoose: (place: number) => void;
};

/** The list under the search box; the keyboard stays in the box. */
export function SearchSuggestions({ id, text, products, chosen, onChoose }: Props) {
  const t = useTexts(shellTexts);
  return (
    <div className="absolute top-full right-0 left-0 z-30 min-w-72 border border-t-0 border-line bg-raised py-2 md:left-auto">
      <div role="listbox" id={`${id}-list`} aria-label={t.suggestions}>
        {products.map((product, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys
          <div
            key={product.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === chosen}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(place)}
            className={classes(
              'flex min-h-11 cursor-pointer items-center px-4 text-small hover:bg-well',
              place === chosen && 'bg-well',
            )}
          >
            {product.title}
          </div>
        ))}
      </div>
      <button
        type="button"
        tabIndex={-1}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(-1)}
        className="mt-1 flex min-h-11 w-full items-center border-t border-line px-4 text-left text-small text-ink-2 hover:text-ink"
      >
        {t.seeAll(text)}
      </button>
    </div>
  );
}
