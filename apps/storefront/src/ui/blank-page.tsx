import type { ReactNode } from 'react';
import { Mark } from './mark.js';
import { PageTitle } from './page-title.js';

type Props = { title: string; children?: ReactNode; actions?: ReactNode };

/** A page with nothing on it but a reason and a way on. */
export function BlankPage({ title, children, actions }: Props) {
  return (
    <div className="wrap grid max-w-[680px] justify-items-start pt-[clamp(40px,9vw,112px)]">
      <PageTitle>{title}</PageTitle>
      <Mark className="w-16 text-ink-3" />
      <h1 className="mt-6 text-1">{title}</h1>
      {children && <div className="mt-3 max-w-[52ch] text-ink-2">{children}</div>}
      {actions && <div className="mt-6 flex flex-wrap gap-4">{actions}</div>}
    </div>
  );
}
