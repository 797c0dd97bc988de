import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { groupedNumber } from '../../order/order-number.js';
import { classes } from '../../ui/classes.js';
import type { WalletEntry } from './wallet.query.js';
import { walletTexts } from './wallet.texts.js';

const CELL = 'py-[11px] pr-3 align-top last:pr-0';

/** The entries of the wallet; frozen points stand in brackets, since they are not gone. */
export function EntryRows({ entries }: { entries: readonly WalletEntry[] }) {
  const t = useTexts(walletTexts);
  const f = useFormats();
  return entries.map(({ id, kind, points, balance, orderNumber, at }) => (
    <tr key={id} className="border-b border-line">
      <td className={classes(CELL, 'whitespace-nowrap text-ink-3 tabular-nums')}>
        <time dateTime={at}>{f.day(at)}</time>
      </td>
      <td className={CELL}>
        {t.kinds[kind]}{' '}
        {orderNumber && (
          <Link
            to="/orders/$number"
            params={{ number: orderNumber }}
            className="link inline-block whitespace-nowrap tabular-nums"
          >
            {groupedNumber(orderNumber)}
          </Link>
        )}
      </td>
      <td
        className={classes(
          CELL,
          'text-right whitespace-nowrap tabular-nums',
          kind === 'HELD' && 'text-ink-2',
        )}
      >
        {kind === 'HELD' ? `(${f.number(Math.abs(points))})` : points === 0 ? '–' : f.signed(points)}
      </td>
      <td className={classes(CELL, 'text-right text-ink-3 tabular-nums')}>{f.number(balance)}</td>
    </tr>
  ));
}
