import { Heart } from 'lucide-react';
import { useTexts } from '../i18n/i18n-context.js';
import { classes } from '../ui/classes.js';
import { iconButtonClass } from '../ui/icon-button-class.js';
import { uiTexts } from '../ui/ui.texts.js';
import { toggleFavourite, useFavourites } from './favourites.js';

/** Keeps a thing among the favourites of this browser. */
export function FavouriteButton({
  slug,
  title,
  className,
}: {
  slug: string;
  title: string;
  className?: string;
}) {
  const t = useTexts(uiTexts);
  const kept = useFavourites().includes(slug);
  return (
    <button
      type="button"
      aria-pressed={kept}
      aria-label={t.keep(title)}
      onClick={() => toggleFavourite(slug)}
      className={classes(iconButtonClass, className)}
    >
      <Heart
        aria-hidden="true"
        className={classes('size-5', kept && 'fill-current text-sea')}
        strokeWidth={1.5}
      />
    </button>
  );
}
