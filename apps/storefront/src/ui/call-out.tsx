import type { ReactNode } from 'react';
import { classes } from './classes.js';

/** A passage that must be read first. Ember: something is not as it should be. */
export function CallOut({ tone = 'ink', children }: { tone?: 'ink' | 'ember'; children: ReactNode }) {
  return (
    <div
      className={classes(
        'my-6 rounded-r-picture border-l-[3px] px-5 py-[18px]',
        tone === 'ink' ? 'border-ink bg-well' : 'border-ember bg-ember-wash',
      )}
    >
      {children}
    </div>
  );
}
