import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { homeTexts } from './home.texts.js';

type Brand = { key: string; label: string; count: number };

function craftOf(crafts: Record<string, string>, key: string): string {
  return crafts[key] ?? '';
}

/** The workshops as an index: a name, a craft, how many things. */
export function Makers({ brands }: { brands: readonly Brand[] }) {
  const t = useTexts(homeTexts);
  const f = useFormats();
  return (
    <section
      id="makers"
      aria-labelledby="makers-title"
      className="wrap grid scroll-mt-8 gap-6 pt-12 md:grid-cols-[5fr_7fr] md:gap-12 md:pt-16"
    >
      <div>
        <h2 id="makers-title" className="text-1 font-plain">
          {t.makers}
        </h2>
        <p className="mt-3 max-w-[36ch] text-ink-2">{t.makersNote}</p>
      </div>
      <ul>
        {brands.map(({ key, label, count }) => (
          <li key={key} className="border-t border-line last:border-b">
            <Link
              to="/shop"
              search={{ brand: [key] }}
              className="group grid min-h-12 grid-cols-[1fr_auto] items-baseline gap-x-4 py-[13px] md:grid-cols-[1.1fr_1.4fr_2.5em]"
            >
              <span className="text-3 font-strong underline-offset-4 decoration-rule group-hover:underline">
                {label}
              </span>
              <span className="text-small text-ink-2 max-md:row-start-2">{craftOf(t.crafts, key)}</span>
              <span className="text-right text-small text-ink-3 tabular-nums max-md:row-start-1 max-md:col-start-2">
                {f.number(count)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
