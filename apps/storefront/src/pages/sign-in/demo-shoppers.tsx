import { ArrowRight } from 'lucide-react';
import { useQuery } from 'urql';
import { useTexts } from '../../i18n/i18n-context.js';
import { Block } from '../../ui/block.js';
import { DemoShoppersQuery } from './sign-in.query.js';
import { signInTexts } from './sign-in.texts.js';

type Props = { onChoose: (shopper: { email: string; password: string }) => void };

/** People of the demonstration, each one press away; nothing where the house is not a demo. */
export function DemoShoppers({ onChoose }: Props) {
  const t = useTexts(signInTexts);
  const [{ data }] = useQuery({ query: DemoShoppersQuery });
  const shoppers = data?.demoShoppers ?? [];
  if (shoppers.length === 0) return null;
  return (
    <Block title={t.demo}>
      <p className="mb-3 text-small text-ink-2">{t.demoNote}</p>
      <ul>
        {shoppers.map(({ name, email, password }) => (
          <li key={email} className="border-t border-line">
            <button
              type="button"
              aria-label={t.as(name)}
              onClick={() => onChoose({ email, password })}
              className="group flex min-h-14 w-full items-center justify-between gap-4 text-left"
            >
              <span>
                <span className="block font-strong decoration-rule underline-offset-4 group-hover:underline">
                  {name}
                </span>
                <span className="block text-small text-ink-3">{email}</span>
              </span>
              <ArrowRight
                aria-hidden="true"
                className="size-5 text-ink-3 group-hover:text-sea"
                strokeWidth={1.5}
              />
            </button>
          </li>
        ))}
      </ul>
    </Block>
  );
}
