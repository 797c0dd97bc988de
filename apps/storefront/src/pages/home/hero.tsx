import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { useDark } from '../../theme/theme.js';
import { buttonClass } from '../../ui/button.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { HeroQuery } from './home.query.js';
import { homeTexts } from './home.texts.js';

/** One picture, one sentence, one thing to do: by day, and in the evening with the same lamp lit. */
export function Hero({ pause }: { pause: boolean }) {
  const t = useTexts(homeTexts);
  const ui = useTexts(uiTexts);
  const f = useFormats();
  const hour = useDark() ? 'eve' : 'day';
  const [{ data, error }] = useQuery({ query: HeroQuery, pause });
  const price = data?.product?.price;
  return (
    <section className="relative overflow-hidden bg-paper lg:bg-(--hero-ground) lg:text-(--hero-ink)">
      <picture className="relative block aspect-[1.18] overflow-hidden sm:aspect-[1.9] lg:aspect-[1600/728] lg:min-h-[560px] lg:after:absolute lg:after:inset-0 lg:after:bg-[linear-gradient(102deg,oklch(99%_0.03_85/0.95),oklch(98%_0.04_80/0.35)_45%,transparent_72%)] lg:after:mix-blend-soft-light dark:after:hidden">
        <source media="(width < 30rem)" srcSet={`/pictures/hero-${hour}-m.webp`} />
        <img
          src={`/pictures/hero-${hour}.webp`}
          alt={t.heroPicture}
          width={1600}
          height={790}
          fetchPriority="high"
          // The wide picture shows the floor under the bench; a little more height keeps it out of sight.
          className="absolute inset-x-0 top-0 size-full object-cover object-[50%_18%] sm:h-[109%] sm:object-[72%_0] lg:object-[62%_0]"
        />
      </picture>
      <div className="pt-6 lg:absolute lg:inset-x-0 lg:top-0 lg:pt-[clamp(40px,6vw,92px)]">
        <div className="wrap">
          <h1 className="text-hero font-plain lg:max-w-[min(520px,40vw)]">
            {t.hero.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </h1>
          <p className="mt-3 text-ink-2 sm:max-w-[46ch] lg:mt-5 text-balance lg:max-w-[380px] lg:text-(--hero-ink-2)">
            {t.heroNote}
          </p>
          <Link
            to="/products/$slug"
            params={{ slug: 'tidewater-table-lamp' }}
            className={buttonClass('primary', 'normal', 'mt-5 max-sm:w-full lg:mt-7')}
          >
            {t.heroAction}
            {!error && (
              <span className="min-w-[3.2em] text-left font-plain tabular-nums opacity-90">
                {price && ui.from(f.money(price))}
              </span>
            )}
          </Link>
        </div>
      </div>
    </section>
  );
}
