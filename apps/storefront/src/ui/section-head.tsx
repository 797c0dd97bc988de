import type { ReactNode } from 'react';

type Props = { id?: string; title: string; note?: string; aside?: ReactNode };

/** The head of a row: a title, a quiet line under it, one thing at the far end. */
export function SectionHead({ id, title, note, aside }: Props) {
  return (
    <div className="mb-6 flex items-end justify-between gap-6">
      <div>
        <h2 id={id} className="text-2">
          {title}
        </h2>
        {note && <p className="mt-1 text-small text-ink-3">{note}</p>}
      </div>
      {aside}
    </div>
  );
}
