import { ArrowDown, ArrowUp, type LucideIcon, TriangleAlert } from 'lucide-react';
import { classes } from '../ui/classes.js';

/** dearer and cheaper are news; the others ask for something. */
type Kind = 'dearer' | 'cheaper' | 'low' | 'sold-out' | 'refused';

const LOOKS = {
  dearer: { icon: ArrowUp, tone: '' },
  cheaper: { icon: ArrowDown, tone: '' },
  low: { icon: TriangleAlert, tone: 'text-ember' },
  'sold-out': { icon: TriangleAlert, tone: 'text-ember' },
  refused: { icon: TriangleAlert, tone: 'text-ember' },
} as const satisfies Record<Kind, { icon: LucideIcon; tone: string }>;

/** What has to be said about one line, on that line. */
export function CartNotice({ kind, children }: { kind: Kind; children: string }) {
  const { icon: Icon, tone } = LOOKS[kind];
  return (
    <p
      role={kind === 'refused' ? 'alert' : undefined}
      className={classes('mt-2 flex items-start gap-2 text-small/[1.4]', tone)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 flex-none" strokeWidth={1.5} />
      <span>{children}</span>
    </p>
  );
}
