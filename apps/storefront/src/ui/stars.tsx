import { useTexts } from '../i18n/i18n-context.js';
import { uiTexts } from './ui.texts.js';

const STAR = 'm12 3.2 2.7 5.7 6.1.8-4.5 4.3 1.1 6.2L12 17.2l-5.4 3 1.1-6.2L3.2 9.7l6.1-.8z';
const PLACES = [1, 2, 3, 4, 5];

function Row({ filled }: { filled: boolean }) {
  return PLACES.map((place) => (
    <svg
      key={place}
      viewBox="0 0 24 24"
      className="size-3.5 flex-none"
      stroke="currentColor"
      strokeWidth="1.25"
      fill={filled ? 'currentColor' : 'none'}
      aria-hidden="true"
    >
      <path d={STAR} />
    </svg>
  ));
}

/** Five stars, filled to the share of the rating; read out as a number. */
export function Stars({ rating }: { rating: number }) {
  const t = useTexts(uiTexts);
  return (
    <span
      role="img"
      aria-label={t.stars(rating.toFixed(1))}
      className="relative inline-flex gap-0.5 text-ink"
    >
      <Row filled={false} />
      <span
        className="absolute inset-0 flex gap-0.5 overflow-hidden"
        style={{ width: `${(rating / 5) * 100}%` }}
      >
        <Row filled />
      </span>
    </span>
  );
}
