import type { ReactNode } from 'react';

type Props = {
  /** An icon or the mark. */
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  /** The one way on. */
  action?: ReactNode;
};

/** One row that has something to say instead of things: what, what still works, one way on. */
export function RowState({ icon, title, children, action }: Props) {
  return (
    <div className="flex min-h-24 flex-wrap items-center gap-5 border-b border-line pt-3 pb-7 md:flex-nowrap">
      <div className="flex-none text-ink-3">{icon}</div>
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-strong">{title}</p>
        {children && <p className="text-small text-ink-2">{children}</p>}
      </div>
      {action && <div className="flex-none max-md:w-full max-md:[&>*]:w-full">{action}</div>}
    </div>
  );
}
