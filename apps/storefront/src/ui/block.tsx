import type { ReactNode } from 'react';
import { classes } from './classes.js';

/** One matter in a side column, hanging from an ink line. */
export function Block({
  title,
  tone = 'ink',
  children,
}: {
  title: string;
  tone?: 'ink' | 'ember';
  children: ReactNode;
}) {
  return (
    <section className="mb-8 border-t border-ink pt-3.5 pb-2 last:mb-0">
      <h2 className={classes('mb-2 text-3', tone === 'ember' && 'text-ember')}>{title}</h2>
      {children}
    </section>
  );
}
