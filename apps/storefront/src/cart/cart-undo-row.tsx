import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { cartTexts } from './cart.texts.js';
import type { RemovedLine } from './removed-lines.js';

function secondsUntil(at: number): number {
  return Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** Stands where the line was, for as long as it can come back. */
export function CartUndoRow({ removed, onUndo }: { removed: RemovedLine; onUndo: () => void }) {
  const t = useTexts(cartTexts);
  const [left, setLeft] = useState(secondsUntil(removed.until));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(removed.until)), 250);
    return () => clearInterval(timer);
  }, [removed.until]);
  return (
    <li className="border-b border-line py-3">
      <div className="-mx-3 flex min-h-12 items-center justify-between rounded-control bg-well px-3 text-small">
        <span role="status">{t.tookOut(removed.title)}</span>
        <span className="flex items-center gap-3">
          <span aria-hidden="true" className="whitespace-nowrap text-ink-3 tabular-nums">
            {t.seconds(left)}
          </span>
          <button type="button" onClick={onUndo} className="link min-h-11 font-strong">
            {t.undo}
          </button>
        </span>
      </div>
    </li>
  );
}
