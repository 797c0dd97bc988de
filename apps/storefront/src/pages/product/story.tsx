import { useTexts } from '../../i18n/i18n-context.js';
import type { ProductData } from './product.query.js';
import { productTexts } from './product.texts.js';

/** How it is made, and its particulars as a table. */
export function Story({ product }: { product: ProductData }) {
  const t = useTexts(productTexts);
  return (
    <section className="grid gap-6 pt-12 md:grid-cols-[5fr_7fr] md:gap-12 md:pt-16">
      <div>
        <h2 className="text-2">{t.story}</h2>
        {product.story.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph} className="mt-3.5 max-w-[44ch] text-ink-2">
            {paragraph}
          </p>
        ))}
      </div>
      <table className="w-full text-small">
        <caption className="sr-only">{t.facts}</caption>
        <tbody>
          {product.facts.map(({ label, value }) => (
            <tr key={label} className="border-b border-line align-top">
              <th scope="row" className="w-[34%] py-2.5 pr-4 text-ink-3">
                {label}
              </th>
              <td className="py-2.5 tabular-nums">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
