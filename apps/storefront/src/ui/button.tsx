import type { ComponentProps } from 'react';
import { classes } from './classes.js';

/** primary: the one thing to do on this view · quiet: beside it · text: no box at all. */
export type ButtonLook = 'primary' | 'quiet' | 'text';
export type ButtonSize = 'normal' | 'small' | 'large';

const LOOKS = {
  primary:
    'bg-sea text-on-sea hover:bg-sea-press aria-disabled:bg-well aria-disabled:text-ink-3 aria-disabled:hover:bg-well',
  quiet: 'border border-rule hover:border-ink aria-disabled:text-ink-3 aria-disabled:hover:border-rule',
  text: 'link !px-0',
} as const satisfies Record<ButtonLook, string>;

const SIZES = {
  small: 'min-h-11 px-4 text-small',
  normal: 'min-h-12 px-[22px] text-ui',
  large: 'min-h-14 px-6 text-body',
} as const satisfies Record<ButtonSize, string>;

/** The look of a button, for links that act like one. */
export function buttonClass(look: ButtonLook = 'quiet', size: ButtonSize = 'normal', more?: string): string {
  return classes(
    'inline-flex items-center justify-center gap-2 whitespace-nowrap rounded-control font-strong transition-colors duration-(--fast) ease-calm aria-disabled:cursor-not-allowed',
    LOOKS[look],
    SIZES[size],
    more,
  );
}

type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** Cannot be used now; stays in the tab order so that its reason can be read. */
  inert?: boolean;
};

export function Button({ look, size, inert = false, className, type = 'button', onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={inert || undefined}
      onClick={inert ? (event) => event.preventDefault() : onClick}
      className={buttonClass(look, size, className)}
    />
  );
}
