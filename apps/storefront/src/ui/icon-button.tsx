import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.js';

export const iconButtonClass =
  'relative grid size-11 place-items-center rounded-control text-ink hover:text-sea transition-colors duration-(--fast)';

type Props = ComponentProps<'button'> & { icon: LucideIcon; label: string };

/** A 44 px target with one icon and a name that is read out. */
export function IconButton({ icon: Icon, label, className, ...rest }: Props) {
  return (
    <button {...rest} type="button" aria-label={label} className={classes(iconButtonClass, className)}>
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.5} />
    </button>
  );
}
