import { RotateCcw, Truck, Wrench } from 'lucide-react';
import { useQuery } from 'urql';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { FreeFromQuery } from './product.query.js';
import { productTexts } from './product.texts.js';

/** What the house promises with everything it sells. */
export function ServiceFacts() {
  const t = useTexts(productTexts);
  const f = useFormats();
  const [{ data }] = useQuery({ query: FreeFromQuery });
  const free = data?.cart.freeShippingFrom;
  const facts = [
    { icon: Truck, text: free ? t.deliveryFree(f.money(free)) : t.delivery },
    { icon: RotateCcw, text: t.returns },
    { icon: Wrench, text: t.repair },
  ];
  return (
    <ul className="mt-6">
      {facts.map(({ icon: Icon, text }) => (
        <li key={text} className="flex items-start gap-3 border-b border-line py-[11px] text-small">
          <Icon aria-hidden="true" className="mt-px size-5 flex-none text-ink-3" strokeWidth={1.5} />
          {text}
        </li>
      ))}
    </ul>
  );
}
