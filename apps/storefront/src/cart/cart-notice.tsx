import { ArrowDown, type LucideIcon, TriangleAlert } from 'lucide-react';
import { classes } from '../ui/classes.js';
import type { CartData } from './cart.query.js';

type Kind = CartData['notices'][number]['kind'] | 'REFUSED';

const LOOKS = {
  PRICE_CHANGED: { icon: ArrowDown, tone: '' },
  LOW_STOCK: { icon: TriangleAlert, tone: 'text-ember' },
  SOLD_OUT: { icon: TriangleAlert, tone: 'text-ember' },
  REFUSED: { icon: TriangleAlert, tone: 'text-ember' },
} as const satisfies Record<Kind, { icon: LucideIcon; tone: string }>;

/** What has to be said about one line, on that line. */
export function CartNotice({ kind, children }: { kind: Kind; children: string }) {
  const { icon: Icon, tone } = LOOKS[kind];
  return (
    <p
      role={kind === 'REFUSED' ? 'alert' : undefined}
      className={classes('mt-2 flex items-start gap-2 text-small/[1.4]', tone)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 flex-none" strokeWidth={1.5} />
      <span>{children}</span>
    </p>
  );
}
