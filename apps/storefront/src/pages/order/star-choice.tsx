import { Star } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { classes } from '../../ui/classes.js';
import { reviewTexts } from './review.texts.js';

/** One to five, by pointer or arrow keys. */
export function StarChoice() {
  const t = useTexts(reviewTexts);
  const [rating, setRating] = useState(0);
  return (
    <fieldset>
      <legend className="text-small">{t.stars}</legend>
      <div className="-ml-2.5 flex">
        {[1, 2, 3, 4, 5].map((stars) => (
          <label
            key={stars}
            className="grid size-11 cursor-pointer place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="rating"
              value={stars}
              checked={rating === stars}
              onChange={() => setRating(stars)}
              className="sr-only"
            />
            <span className="sr-only">{t.star(stars)}</span>
            <Star
              aria-hidden="true"
              className={classes('size-6', stars <= rating && 'fill-current')}
              strokeWidth={1.25}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
