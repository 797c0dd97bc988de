import { classes } from './classes.js';

/** Says that what is beside it changes by itself, or that it does not at the moment. */
export function LiveDot({ live, children }: { live: boolean; children: string }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap text-small text-ink-2">
      <span
        aria-hidden="true"
        className={classes('size-2 rounded-full', live ? 'bg-sea' : 'border border-rule')}
      />
      {children}
    </span>
  );
}
