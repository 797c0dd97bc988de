import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { walletTexts } from './wallet.texts.js';

/** What can be used and what is frozen, side by side on one line. */
export function Pools({ available, frozen }: { available: number; frozen: number }) {
  const t = useTexts(walletTexts);
  const f = useFormats();
  const all = Math.max(1, available + frozen);
  // A small pool stays wide enough for its own name.
  const share = (points: number) => `${Math.max(points > 0 ? 14 : 0, (points / all) * 100)}%`;
  const Label = ({ name, points }: { name: string; points: number }) => (
    <span>
      {name} <span className="font-strong">{f.number(points)}</span>
    </span>
  );
  return (
    <>
      <div
        role="img"
        aria-label={t.pools(f.number(available), f.number(frozen))}
        className="mt-6 flex h-7 gap-0.5 border-b border-ink"
      >
        {available > 0 && <i className="flex-1 bg-sea" />}
        {frozen > 0 && <i className="hatch" style={{ width: available > 0 ? share(frozen) : '100%' }} />}
      </div>
      <div aria-hidden="true" className="mt-2.5 flex gap-0.5 text-small tabular-nums">
        <span className="flex-1">
          <Label name={t.available} points={available} />
        </span>
        {frozen > 0 && (
          <span className="whitespace-nowrap" style={{ width: share(frozen) }}>
            <Label name={t.frozen} points={frozen} />
          </span>
        )}
      </div>
    </>
  );
}
