import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../i18n/i18n-context.js';
import { Picture } from '../ui/picture.js';

interface Line {
  readonly sku: string;
  readonly slug: string;
  readonly title: string;
  readonly choice: string;
  readonly picture: { readonly key: string };
  readonly quantity: number;
  readonly total: { readonly minor: number; readonly currency: string };
}

type Props<L extends Line> = {
  lines: readonly L[];
  /** Something to do with one line, below it. */
  action?: (line: L) => ReactNode;
};

/** The things of an order, small. */
export function OrderLines<L extends Line>({ lines, action }: Props<L>) {
  const f = useFormats();
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.sku} className="grid grid-cols-[56px_1fr] gap-4 border-b border-line py-3">
          <Picture picture={line.picture.key} alt="" sizes="56px" />
          <div className="self-center">
            <div className="flex items-center justify-between gap-3 text-ui">
              <div>
                <Link
                  to="/products/$slug"
                  params={{ slug: line.slug }}
                  className="inline-block min-h-6 font-strong hover:underline"
                >
                  {line.title}
                </Link>
                <p className="text-small text-ink-3 tabular-nums">
                  {[line.choice, line.quantity > 1 ? `× ${f.number(line.quantity)}` : '']
                    .filter(Boolean)
                    .join(' ')}
                </p>
              </div>
              <span className="whitespace-nowrap tabular-nums">{f.money(line.total)}</span>
            </div>
            {action?.(line)}
          </div>
        </li>
      ))}
    </ul>
  );
}
